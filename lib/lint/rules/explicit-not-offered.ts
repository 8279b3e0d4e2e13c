/** Markers for a model that has no explicit cache in the region. */
import { doubtMarkers } from "../../offers/doubt-markers";
import { removeMarkers } from "../../prompt/marker-edits";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { CONTEXT_CACHE_ZH } from "../rule-sources";

export const explicitNotOffered: Rule = {
  id: "explicit-not-offered",
  severity: "error",
  title: tell("lintRules.explicitNotOffered"),
  summary: tell("lintRules.explicitNotOfferedWhy"),
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
    const name = modelName ?? model.model;
    const doubt = isRegionAssumed
      ? doubtMarkers(name, region, true)
      : doubtMarkers(name, region, false, rules.explicit);
    if (!doubt) return [];
    const { kind, sentence, offer } = doubt;
    const { evidence, source, asOf } = offer;
    const place = {
      pointer: first.pointer,
      range: first.range,
      evidence,
      source,
      ...(asOf === null ? {} : { asOf }),
    };
    if (kind === "unknown")
      return [{ ...place, severity: "info", message: tell("lint.playedAsOffered", { doubt: sentence }) }];
    if (kind === "ask") return [{ ...place, severity: "warning", message: sentence }];
    return [
      {
        ...place,
        message: sentence,
        ...offerFix(
          tell("lintFixes.removeMarkers", { count: prompt.markers.length }),
          removeMarkers(
            text,
            prompt.markers.map((marker) => marker.pointer),
          ),
        ),
      },
    ];
  },
};
