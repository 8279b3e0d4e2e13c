/** Lets a gateway mark the end of the system text and the last answer, as one does that injects markers by itself. */
import { findModel } from "../../offers/catalogue";
import { PLACEMENTS } from "../../placement/known-placements";
import { previewPlacement } from "../../placement/preview-placement";
import { limitsOf } from "../../systems/mark-model-studio";
import { fail } from "../../values/failure";
import { formatPercent, formatTokens } from "../../values/figures";
import { costOf, GATEWAY_ARTICLE, type Measure, NOTHING_SAVED } from "../measure";
import { searchBest } from "./best-placement";

/** Messages below which the gateway injects nothing. Source: https://www.orqen.app/blog/context-caching-llm-costs/ (2026-11-21). */
const LEAST_MESSAGES = 2;

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
    if (first.prompt.markers.length > 0 || (settings.placement?.kind ?? "as-drawn") !== "as-drawn")
      return fail("The request has markers of its own, which a gateway leaves as they are.");
    if (first.prompt.messages.length < LEAST_MESSAGES)
      return fail("The request has fewer than two messages, so a gateway injects nothing.");
    const { minimum } = limitsOf(findModel(first.modelName ?? settings.model));
    if (first.measured.total < minimum)
      return fail(`The prompt is shorter than the ${formatTokens(minimum)} that this model caches at least.`);
    const chosen = previewPlacement(text, settings, INJECTED);
    if (!chosen.ok) return chosen;
    const best = searchBest(situation)?.totals.cost ?? null;
    const injected = costOf({ ...situation, text: chosen.text, settings: chosen.settings });
    const isBehind = best !== null && injected !== null && best < injected - NOTHING_SAVED;
    return {
      ok: true,
      text: chosen.text,
      settings: chosen.settings,
      what: "Mark the end of the system text and the message before the newest question",
      note: isBehind
        ? `The best placement costs ${formatPercent(1 - best / injected)} less than what is injected.`
        : "No placement costs less than what is injected.",
    };
  },
};
