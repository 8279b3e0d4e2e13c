/** A request without a marker, which only the implicit cache may serve. */

import { regionName } from "../../offers/regions";
import { placeName } from "../../prompt/json-pointer";
import { addMarker } from "../../prompt/marker-edits";
import { limitsOf } from "../../systems/mark-model-studio";
import { bandOf, isBorderline } from "../../tokens/precision";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest } from "../example-request";
import { startOfRequest } from "../find-place";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";
import { tellTokens } from "../tell-tokens";

export const noMarker: Rule = {
  id: "no-marker",
  severity: "info",
  title: tell("lintRules.noMarker"),
  summary: tell("lintRules.noMarkerWhy"),
  evidence: "documented",
  ...CONTEXT_CACHE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: LONG_TEXT },
        { role: "user", content: "How do I reset the device?" },
      ],
    }),
  },
  check: (context) => {
    const { prompt, layout, model } = context;
    if (prompt.markers.length > 0) return [];
    // The session cache asks for none: all that can be said is that the prompt is short for it.
    if (prompt.dialect === "responses" && layout.prompt >= limitsOf(model, layout.readings).minimum)
      return [];
    return [{ pointer: "", range: startOfRequest(context), ...explain(context) }];
  },
};

function explain(context: LintContext): Pick<Finding, "message" | "fix"> {
  const { model, region, rules, layout, text, measured } = context;
  const { minimum } = limitsOf(model, layout.readings);
  const whole = tellTokens(layout.prompt, measured.exact);
  const implicit = rules.implicitOffer.status !== "not-offered";
  const explicit = rules.explicit.status !== "not-offered";
  if (!explicit && !implicit && model !== null) {
    return { message: tell("lint.noCache", { model: model.model, region: regionName(region) }) };
  }
  const smallest = Math.min(explicit ? minimum : Infinity, implicit ? rules.minimumImplicit : Infinity);
  if (layout.prompt < smallest) {
    const figures = { prompt: whole, minimum: smallest };
    return {
      message: isBorderline(layout.prompt, smallest, measured)
        ? tell("lint.promptBorderline", { ...figures, ...bandOf(layout.prompt, measured) })
        : tell("lint.promptShort", figures),
    };
  }
  const message = implicit
    ? tell("lint.onlyImplicit")
    : tell("lint.noImplicit", { model: model?.model ?? "", region: regionName(region) });
  if (!explicit) return { message };
  // First the boundaries that are long enough whatever the count is off by.
  const long = layout.cuts.filter((cut) => cut.prefix >= minimum);
  const sure = long.filter((cut) => !isBorderline(cut.prefix, minimum, measured));
  const isSure = new Set(sure);
  const cuts = [...sure, ...long.filter((cut) => !isSure.has(cut))].slice(0, 8);
  for (const cut of cuts) {
    const title = tell("lintFixes.mark", { place: placeName(cut.pointer), prefix: tellTokens(cut.prefix) });
    const offer = offerFix(title, addMarker(text, cut.pointer));
    if (offer.fix) return { message, ...offer };
  }
  return { message };
}
