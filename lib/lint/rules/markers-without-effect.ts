/** A request with markers of which none takes effect. */

import { placeName } from "../../prompt/json-pointer";
import { removeMarkers } from "../../prompt/marker-edits";
import { limitsOf } from "../../systems/mark-model-studio";
import { bandOf, isBorderline } from "../../tokens/precision";
import { formatNumber } from "../../values/figures";
import { exampleOf, soundRequest, textPart } from "../example-request";
import { judgedMarkers } from "../find-place";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";

export const markersWithoutEffect: Rule = {
  id: "markers-without-effect",
  severity: "error",
  title: "No marker takes effect",
  summary:
    "A marker selects the explicit cache for the whole request, whether it takes effect or not as far as the documentation goes. Where none does, nothing is written or read, and the implicit cache is lost too.",
  evidence: "inferred",
  ...BEST_PRACTICE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [textPart("You answer questions about the manual.", true)] },
        { role: "user", content: "How do I reset the device?" },
      ],
    }),
  },
  check: (context) => {
    const { text, prompt, layout, model, rules, measured } = context;
    const [first] = prompt.markers;
    // Where the explicit cache is not offered the rule about that says all there is to say.
    if (!first || layout.breakpoints.length > 0 || !layout.marked) return [];
    const implicit = rules.implicitOffer.status !== "not-offered";
    const lost = implicit ? ", and the implicit cache is off as well" : "";
    const count = prompt.markers.length;
    const place = { pointer: first.pointer, range: first.range };
    const { minimum } = limitsOf(model);
    const near = judgedMarkers(context).find(({ resolved: { status, prefix } }) => {
      return status === "too-short" && prefix !== null && isBorderline(prefix, minimum, measured);
    });
    if (near) {
      const { low, high } = bandOf(near.resolved.prefix ?? 0, measured);
      const which = count === 1 ? "The only marker" : `The marker in ${placeName(near.owner)}`;
      const rest = count === 1 ? "" : ", and no other does";
      const message = `${which} may take no effect${rest}: its prefix is between ${formatNumber(low)} and ${formatNumber(high)} tokens, and an entry needs ${formatNumber(minimum)}. If it does not, this request writes and reads nothing${lost}.`;
      // A borderline marker may well work, so it is not taken away.
      return [{ ...place, severity: "warning", message }];
    }
    const which = count === 1 ? "The only marker takes" : `None of the ${count} markers takes`;
    const pointers = prompt.markers.map((marker) => marker.pointer);
    return [
      {
        ...place,
        message: `${which} ${count === 1 ? "no " : ""}effect: this request writes and reads nothing${lost}.`,
        ...offerFix(count === 1 ? "Remove the marker" : "Remove all markers", removeMarkers(text, pointers)),
      },
    ];
  },
};
