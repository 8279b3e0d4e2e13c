/** Lets a gateway mark the end of the system text and the last answer, as one does that injects markers by itself. */
import { findModel } from "../../offers/catalogue";
import { PLACEMENTS } from "../../placement/known-placements";
import { previewPlacement } from "../../placement/preview-placement";
import { isWithin } from "../../prompt/json-pointer";
import { limitsOf } from "../../systems/mark-model-studio";
import { fail } from "../../values/failure";
import { formatPercent, formatTokens } from "../../values/figures";
import { costOf, GATEWAY_ARTICLE, type Measure, NOTHING_SAVED, type Situation } from "../measure";
import { searchBest } from "./best-placement";

/** Messages below which the gateway injects nothing. Source: https://www.orqen.app/blog/context-caching-llm-costs/ (2026-11-21). */
const LEAST_MESSAGES = 2;

/** Tokens below which it injects nothing, whatever the model. Source: as above. */
const GATEWAY_MINIMUM = 1024;

/** Source: as above. */
const SERVICES =
  "The one described acts on requests to Anthropic and Amazon Bedrock alone; what is played is its habit on this service.";

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

/** What the injected markers cost beside the best ones, in one sentence. */
function compareToBest(injected: number | null, best: number | null): string {
  if (injected === null || best === null) return "No price is known to compare it with the best placement.";
  return best < injected - NOTHING_SAVED
    ? `The best placement costs ${formatPercent(1 - best / injected)} less than what is injected.`
    : "No placement costs less than what is injected.";
}

/** What it marks; the habit is the placement of the same name. */
const INJECTED = PLACEMENTS.find(({ id }) => id === "orqen")?.placement ?? null;

export const gatewayMarkers: Measure = {
  id: "gateway-markers",
  title: "Let a gateway inject the markers",
  kind: "cache",
  instead: "markers",
  evidence: "third-party",
  ...GATEWAY_ARTICLE,
  risk: "The gateway reads the prompt, and acts on services it knows only.",
  find(situation) {
    const { text, settings, open } = situation;
    const first = open(text, settings, "aside").document?.first;
    if (!first || !INJECTED) return fail("The text is no request.");
    if (first.prompt.messages.length < LEAST_MESSAGES)
      return fail("The request has fewer than two messages, so a gateway injects nothing.");
    const chosen = previewPlacement(text, settings, INJECTED);
    if (!chosen.ok) return chosen;
    const injected: Situation = { ...situation, text: chosen.text, settings: chosen.settings };
    const { minimum } = limitsOf(findModel(first.modelName ?? settings.model));
    const longest = longestPrefix(injected);
    if (longest < minimum)
      return fail(
        `What it would mark is ${formatTokens(longest)} long, shorter than the ${formatTokens(minimum)} that this model caches at least.`,
      );
    const best = searchBest(situation)?.totals.cost ?? null;
    const against = compareToBest(costOf(injected), best);
    if (first.prompt.markers.length > 0 || (settings.placement?.kind ?? "as-drawn") !== "as-drawn")
      return fail(
        `The request has markers of its own, which a gateway leaves as they are. Were there none, it would inject its own: ${against.charAt(0).toLowerCase()}${against.slice(1)}`,
      );
    const limit =
      minimum === GATEWAY_MINIMUM
        ? ""
        : ` The gateway goes by about ${formatTokens(GATEWAY_MINIMUM)} for every model; this one caches from ${formatTokens(minimum)} on.`;
    return {
      ok: true,
      text: chosen.text,
      settings: chosen.settings,
      what: "Mark the end of the system text and the message before the newest question",
      note: `${against}${limit} ${SERVICES}`,
    };
  },
};
