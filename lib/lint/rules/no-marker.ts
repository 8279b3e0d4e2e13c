/** A request without a marker, which only the implicit cache may serve. */

import { regionName } from "../../offers/regions";
import { placeName } from "../../prompt/json-pointer";
import { addMarker } from "../../prompt/marker-edits";
import { limitsOf } from "../../systems/mark-model-studio";
import { bandOf, isBorderline } from "../../tokens/precision";
import { formatNumber, formatTokens } from "../../values/figures";
import { exampleOf, LONG_TEXT, soundRequest } from "../example-request";
import { startOfRequest } from "../find-place";
import type { LintContext } from "../lint-context";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";

export const noMarker: Rule = {
  id: "no-marker",
  severity: "info",
  title: "No marker",
  summary:
    "Without a marker the implicit cache applies, where the model has one: it may read a common start, but a read is not promised, even for an identical request. A marker makes the read certain for five minutes.",
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
    if (context.prompt.markers.length > 0) return [];
    return [{ pointer: "", range: startOfRequest(context), ...explain(context) }];
  },
};

function explain(context: LintContext): Pick<Finding, "message" | "fix"> {
  const { model, region, rules, layout, text, measured } = context;
  const { minimum } = limitsOf(model);
  const about = measured.exact ? "" : "about ";
  const whole = `the whole prompt is ${about}${formatTokens(layout.prompt)}`;
  const implicit = rules.implicitOffer.status !== "not-offered";
  const explicit = rules.explicit.status !== "not-offered";
  if (!explicit && !implicit && model !== null) {
    return { message: `Nothing is cached: ${model.model} has no context cache in ${regionName(region)}.` };
  }
  const smallest = Math.min(
    explicit ? minimum : Infinity,
    implicit ? (model?.minimumImplicit ?? minimum) : Infinity,
  );
  if (layout.prompt < smallest) {
    const needs = `a prefix needs ${formatNumber(smallest)}`;
    if (!isBorderline(layout.prompt, smallest, measured)) {
      return { message: `Nothing is cached: ${whole}, and ${needs}.` };
    }
    const { low, high } = bandOf(layout.prompt, measured);
    return {
      message: `Probably nothing is cached: ${whole}, between ${formatNumber(low)} and ${formatNumber(high)}, and ${needs}: borderline.`,
    };
  }
  const message = implicit
    ? "Without a marker the implicit cache may read a common start, but no read is promised."
    : `Without a marker nothing is cached: ${model?.model} has no implicit cache in ${regionName(region)}.`;
  if (!explicit) return { message };
  // First the boundaries that are long enough whatever the count is off by.
  const long = layout.cuts.filter((cut) => cut.prefix >= minimum);
  const sure = long.filter((cut) => !isBorderline(cut.prefix, minimum, measured));
  const cuts = [...sure, ...long.filter((cut) => !sure.includes(cut))].slice(0, 8);
  for (const cut of cuts) {
    const title = `Mark ${placeName(cut.pointer)}, where the prefix is ${formatTokens(cut.prefix)}`;
    const offer = offerFix(title, addMarker(text, cut.pointer));
    if (offer.fix) return { message, ...offer };
  }
  return { message };
}
