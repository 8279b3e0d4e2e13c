/** Markers for a model that has no explicit cache in the region. */
import { regionName } from "../../offers/regions";
import { removeMarkers } from "../../prompt/marker-edits";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { CONTEXT_CACHE_ZH } from "../rule-sources";

export const explicitNotOffered: Rule = {
  id: "explicit-not-offered",
  severity: "error",
  title: "No explicit cache for this model here",
  summary:
    "Not every model has the explicit cache in every region. Where it has none, markers make no entry. Choose a region that offers it, or another model.",
  evidence: "documented",
  ...CONTEXT_CACHE_ZH,
  examples: {
    good: soundRequest(),
    bad: exampleOf(
      {
        model: "qwen3.7-plus",
        messages: [
          { role: "system", content: [textPart(LONG_TEXT, true)] },
          { role: "user", content: "How do I reset the device?" },
        ],
      },
      "eu",
    ),
  },
  check: ({ text, prompt, model, modelName, region }) => {
    const [first] = prompt.markers;
    if (!first || !model || model.explicit.regions.includes(region)) return [];
    const where = model.explicit.regions.map(regionName).join(", ");
    const name = modelName ?? model.model;
    const offer = where === "" ? "no region is known to offer it" : `it is offered in ${where}`;
    return [
      {
        message: `${name} has no explicit cache in ${regionName(region)}, so no marker makes an entry; ${offer}.`,
        pointer: first.pointer,
        range: first.range,
        evidence: model.evidence,
        source: model.source,
        asOf: model.asOf,
        ...offerFix(
          prompt.markers.length === 1 ? "Remove the marker" : "Remove all markers",
          removeMarkers(
            text,
            prompt.markers.map((marker) => marker.pointer),
          ),
        ),
      },
    ];
  },
};
