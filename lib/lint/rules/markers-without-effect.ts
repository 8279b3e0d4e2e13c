/** A request with markers of which none takes effect. */

import { placeName } from "../../prompt/json-pointer";
import { removeMarkers } from "../../prompt/marker-edits";
import { limitsOf } from "../../systems/mark-model-studio";
import { bandOf, isBorderline } from "../../tokens/precision";
import { tell } from "../../words/message";
import { exampleOf, soundRequest, textPart } from "../example-request";
import { judgedMarkers } from "../find-place";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";

export const markersWithoutEffect: Rule = {
  id: "markers-without-effect",
  severity: "error",
  title: tell("lintRules.markersWithoutEffect"),
  summary: tell("lintRules.markersWithoutEffectWhy"),
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
    const lost = implicit ? "lost" : "none";
    const count = prompt.markers.length;
    const place = { pointer: first.pointer, range: first.range };
    const { minimum } = limitsOf(model, layout.readings);
    const near = judgedMarkers(context).find(({ resolved: { status, prefix } }) => {
      return status === "too-short" && prefix !== null && isBorderline(prefix, minimum, measured);
    });
    if (near) {
      const figures = { ...bandOf(near.resolved.prefix ?? 0, measured), minimum, implicit: lost };
      const message =
        count === 1
          ? tell("lint.onlyMarkerDoubted", figures)
          : tell("lint.markerDoubted", { place: placeName(near.owner), ...figures });
      // A borderline marker may well work, so it is not taken away.
      return [{ ...place, severity: "warning", message }];
    }
    const pointers = prompt.markers.map((marker) => marker.pointer);
    return [
      {
        ...place,
        message: tell("lint.noEffect", { count, implicit: lost }),
        ...offerFix(tell("lintFixes.removeMarkers", { count }), removeMarkers(text, pointers)),
      },
    ];
  },
};
