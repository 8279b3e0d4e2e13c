/** Puts the markers where they cost the least. */
import { type PlacementReport, reportPlacements } from "../../pipeline/placement-report";
import { sayMarkers } from "../../placement/describe-placement";
import { previewPlacement } from "../../placement/preview-placement";
import { fail } from "../../values/failure";
import type { Progress } from "../../values/progress";
import { tell } from "../../words/message";
import { CONTEXT_CACHE, costOf, type Measure, NOTHING_SAVED, type Situation } from "../measure";

type Ranked = PlacementReport["search"]["ranked"][number];

/** The search in steps, so that other work may come between; the document that is open stays open. */
export function* searchBestInSteps({ text, settings, open }: Situation): Generator<Progress, Ranked | null> {
  const search = reportPlacements(text, settings, (other, its) => open(other, its, "aside"));
  for (;;) {
    const next = search.next();
    if (next.done) return next.value?.search.ranked[0] ?? null;
    yield { done: next.value.tried, total: next.value.total };
  }
}

/** The search made last: what injected markers are weighed against is what the next measure looks for. */
let last: { readonly situation: Situation; readonly best: Ranked | null } | null = null;

/** The search to its end. */
export function searchBest(situation: Situation): Ranked | null {
  const { text, settings, open } = situation;
  const isKnown =
    last?.situation.text === text && last.situation.settings === settings && last.situation.open === open;
  if (last && isKnown) return last.best;
  const search = searchBestInSteps(situation);
  for (;;) {
    const next = search.next();
    if (!next.done) continue;
    last = { situation, best: next.value };
    return next.value;
  }
}

export const bestPlacement: Measure = {
  id: "best-placement",
  title: tell("measures.bestPlacement"),
  kind: "cache",
  instead: "markers",
  evidence: "documented",
  ...CONTEXT_CACHE,
  risk: tell("measures.bestPlacementRisk"),
  find(situation) {
    const { text, settings } = situation;
    const best = searchBest(situation);
    const now = costOf(situation);
    if (!best || best.totals.cost === null || now === null) return fail(tell("measures.noPlacementPrice"));
    if (best.totals.cost > now - NOTHING_SAVED) return fail(tell("measures.noBetterPlacement"));
    const chosen = previewPlacement(text, settings, best.placement);
    if (!chosen.ok) return chosen;
    const what = tell("measures.mark", { places: sayMarkers(best.placement) });
    return { ok: true, text: chosen.text, settings: chosen.settings, what };
  },
};
