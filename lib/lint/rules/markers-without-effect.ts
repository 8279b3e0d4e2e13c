/** A request with markers of which none takes effect. */
import { removeMarkers } from "../../prompt/marker-edits";
import { exampleOf, soundRequest, textPart } from "../example-request";
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
  check: ({ text, prompt, layout, model, region }) => {
    const [first] = prompt.markers;
    if (!first || layout.breakpoints.length > 0) return [];
    const implicit = model === null || model.implicit.regions.includes(region);
    const lost = implicit ? ", and the implicit cache is off as well" : "";
    const count = prompt.markers.length;
    const which = count === 1 ? "The only marker takes" : `None of the ${count} markers takes`;
    const pointers = prompt.markers.map((marker) => marker.pointer);
    return [
      {
        message: `${which} ${count === 1 ? "no " : ""}effect: this request writes and reads nothing${lost}.`,
        pointer: first.pointer,
        range: first.range,
        ...offerFix(count === 1 ? "Remove the marker" : "Remove all markers", removeMarkers(text, pointers)),
      },
    ];
  },
};
