/** Markers for a model that has no explicit cache in the region. */
import { findCacheOffer, listOffering } from "../../offers/cache-offers";
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
    "Not every model has the explicit cache in every region. Where it has none, markers make no entry. Choose the region of your key, if it is another one, or another model.",
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
  check: ({ text, prompt, model, modelName, region, isRegionAssumed, rules }) => {
    const [first] = prompt.markers;
    if (!first || !model) return [];
    // What only the preselected region denies is played, and asked for.
    const denied = isRegionAssumed ? findCacheOffer(model.model, region, "explicit") : rules.explicit;
    const { status, why, evidence, source, asOf } = denied;
    if (status === "offered") return [];
    const name = modelName ?? model.model;
    const here = regionName(region);
    const place = {
      pointer: first.pointer,
      range: first.range,
      evidence,
      source,
      ...(asOf === null ? {} : { asOf }),
    };
    if (status === "unknown") {
      const message = `Whether ${name} has the explicit cache in ${here} is not known. ${why} Its markers are played as if it had.`;
      return [{ ...place, severity: "info", message }];
    }
    const regions = listOffering(model.model, "explicit").map(regionName).join(", ");
    const offer = regions === "" ? "no region is known to offer it" : `it is offered in ${regions}`;
    if (isRegionAssumed && regions !== "") {
      const message = `Which region is your key from? ${here} is only preselected, and ${name} has no explicit cache there; ${offer}.`;
      return [{ ...place, severity: "warning", message }];
    }
    return [
      {
        ...place,
        message: `${name} has no explicit cache in ${here}, so no marker makes an entry; ${offer}.`,
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
