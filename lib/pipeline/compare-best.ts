/** The cheapest placement of a document's markers on one system of the comparison, by that system's rules and prices. */

import { isRoute } from "../compare/compared-system";
import type { Counters } from "../compare/counting";
import { createMarkerReplay } from "../compare/replay-markers";
import { listShownSystems } from "../compare/shown-systems";
import { climb, countSets, everySet } from "../placement/choose-sets";
import { sayMarkers } from "../placement/describe-placement";
import { listCandidates } from "../placement/list-candidates";
import { placeMarkers } from "../placement/place-markers";
import type { Placement } from "../placement/placement";
import type { Progress } from "../values/progress";
import { type Message, type Said, tell } from "../words/message";
import type { Settings } from "./analysis";
import { type SystemRow, toGiven, toRow } from "./compare-report";
import type { DocumentOpener } from "./open-document";

export interface BestQuestion {
  readonly kind: "best-on-system";
  readonly text: string;
  readonly settings: Settings;
  /** Id of its row. */
  readonly row: string;
}

export interface BestOnSystem {
  /** What the system makes of the requests with these markers. */
  readonly row: SystemRow;
  /** Where the markers go, in a few words. */
  readonly markers: Said;
  /** What was tried. */
  readonly sentence: Message;
}

/** Placements tried at most: each plays all requests. */
const BUDGET = 600;
const STRIDE = 8;
/** Services that have markers take at most so many of them. */
const MOST = 4;
const MAX_PINS = 4;

const placementOf = (anchors: Extract<Placement, { kind: "anchors" }>["anchors"]): Placement =>
  anchors.length === 0 ? { kind: "none" } : { kind: "anchors", name: "Best found", anchors };

/**
 * Yields how many placements were tried. Null where the text is no request, the row looks at no markers, or no price is
 * known. What would be refused anywhere is no placement. Markers ask for the shortest life that the system has.
 */
export function* findBestOnSystem(
  { text, settings, row: id }: Omit<BestQuestion, "kind">,
  open: DocumentOpener,
  counters: Counters,
): Generator<Progress, BestOnSystem | null> {
  const { document } = open(text, settings);
  const shown = listShownSystems(settings).find((each) => each.id === id);
  if (!document || !shown?.readsMarkers || isRoute(shown.asked)) return null;
  const given = document.turns.map(toGiven);
  const prompts = given.map(({ prompt }) => prompt);
  const candidates = listCandidates(
    document.turns.map(({ timed, ready }) => ({ ...timed, prompt: ready.prompt })),
    MAX_PINS,
  );
  const withMarkers = (placement: Placement) =>
    placeMarkers(prompts, placement, settings.model, settings).map((prompt, index) => ({
      ...(given[index] as (typeof given)[number]),
      prompt,
    }));
  const replay = createMarkerReplay(
    shown.asked,
    withMarkers({ kind: "none" }),
    candidates.map(({ anchor }) => withMarkers(placementOf([anchor]))),
    counters,
  );

  const sets = countSets(candidates.length, MOST);
  const isProven = sets <= BUDGET;
  const total = Math.min(sets, BUDGET);
  const chooser = (isProven ? everySet : climb)(candidates.length, MOST);
  let best: { readonly set: readonly number[]; readonly cost: number } | null = null;
  let tried = 0;
  for (let next = chooser.next(); !next.done && tried < total; ) {
    const set: readonly number[] = next.value;
    const { turns, totals } = replay.play(set);
    const isRefused = turns.some(({ refused }) => refused !== undefined);
    const cost = isRefused ? Number.POSITIVE_INFINITY : (totals.cost ?? Number.POSITIVE_INFINITY);
    // Of equally cheap ones the first has the fewest markers.
    if (Number.isFinite(cost) && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { set, cost };
    tried++;
    if (tried % STRIDE === 0) yield { done: tried, total };
    next = chooser.next(cost);
  }
  if (!best) return null;
  const placement = placementOf(best.set.flatMap((index) => candidates[index]?.anchor ?? []));
  const told = { tried, most: MOST, anchors: candidates.length };
  return {
    row: toRow(shown, replay.play(best.set)),
    markers: sayMarkers(placement),
    sentence: tell(isProven ? "pipeline.bestOfAll" : "pipeline.bestFound", told),
  };
}
