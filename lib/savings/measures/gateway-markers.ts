/** Lets a gateway mark the end of the system text and the last answer, as one does that injects markers by itself. */
import { findModel } from "../../offers/catalogue";
import { PLACEMENTS } from "../../placement/known-placements";
import { previewPlacement } from "../../placement/preview-placement";
import { isWithin } from "../../prompt/json-pointer";
import { limitsOf } from "../../systems/mark-model-studio";
import { fail } from "../../values/failure";
import { formatPercent } from "../../values/figures";
import { type Message, tell } from "../../words/message";
import { costOf, GATEWAY_ARTICLE, joinNotes, type Measure, NOTHING_SAVED, type Situation } from "../measure";
import { searchBest } from "./best-placement";

/** Messages below which the gateway injects nothing. Source: https://www.orqen.app/blog/context-caching-llm-costs/ (2026-11-21). */
const LEAST_MESSAGES = 2;

/** Tokens below which it injects nothing, whatever the model. Source: as above. */
const GATEWAY_MINIMUM = 1024;

/** How the injected markers compare with the best ones: in a sentence alone, and where the request has its own. */
const AGAINST_BEST = {
  unknown: ["measures.injectedUnknown", "measures.ownMarkersUnknown"],
  best: ["measures.injectedBest", "measures.ownMarkersBest"],
  better: ["measures.injectedBetter", "measures.ownMarkersBetter"],
} as const;

/** Tokens of the longest prefix that the markers of any request end, whether it is long enough to be kept or not. */
function longestPrefix({ text, settings, open }: Situation): number {
  const turns = open(text, settings, "aside").document?.turns ?? [];
  return Math.max(
    0,
    ...turns.flatMap(({ ready }) =>
      ready.measured.segments.flatMap(({ prefix, members }) =>
        ready.prompt.markers.some(({ owner }) => members.some((member) => isWithin(owner, member)))
          ? [prefix]
          : [],
      ),
    ),
  );
}

/** What the injected markers cost beside the best ones. @param isOwn whether the request has markers of its own */
function compareToBest(injected: number | null, best: number | null, isOwn: boolean): Message {
  const order = isOwn ? 1 : 0;
  if (injected === null || best === null) return tell(AGAINST_BEST.unknown[order]);
  return best < injected - NOTHING_SAVED
    ? tell(AGAINST_BEST.better[order], { share: formatPercent(1 - best / injected) })
    : tell(AGAINST_BEST.best[order]);
}

/** What it marks; the habit is the placement of the same name. */
const INJECTED = PLACEMENTS.find(({ id }) => id === "orqen")?.placement ?? null;

export const gatewayMarkers: Measure = {
  id: "gateway-markers",
  title: tell("measures.gatewayMarkers"),
  kind: "cache",
  instead: "markers",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: tell("measures.gatewayMarkersRisk"),
  find(situation) {
    const { text, settings, open } = situation;
    const first = open(text, settings, "aside").document?.first;
    if (!first || !INJECTED) return fail(tell("measures.noRequest"));
    if (first.prompt.messages.length < LEAST_MESSAGES) return fail(tell("measures.fewMessages"));
    const chosen = previewPlacement(text, settings, INJECTED);
    if (!chosen.ok) return chosen;
    const injected: Situation = { ...situation, text: chosen.text, settings: chosen.settings };
    const { minimum } = limitsOf(findModel(first.modelName ?? settings.model));
    const longest = longestPrefix(injected);
    if (longest < minimum) return fail(tell("measures.shortGateway", { longest, minimum }));
    const best = searchBest(situation)?.totals.cost ?? null;
    const isOwn = first.prompt.markers.length > 0 || (settings.placement?.kind ?? "as-drawn") !== "as-drawn";
    const against = compareToBest(costOf(injected), best, isOwn);
    if (isOwn) return fail(against);
    const note = joinNotes([
      against,
      ...(minimum === GATEWAY_MINIMUM
        ? []
        : [tell("measures.gatewayLimit", { gateway: GATEWAY_MINIMUM, minimum })]),
      tell("measures.gatewayServices"),
    ]);
    return {
      ok: true,
      text: chosen.text,
      settings: chosen.settings,
      what: tell("measures.inject"),
      note,
    };
  },
};
