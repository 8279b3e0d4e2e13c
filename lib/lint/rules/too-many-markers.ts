/** More markers than a request may have. */

import { readingOf } from "../../offers/readings";
import { placeName } from "../../prompt/json-pointer";
import { removeMarkers } from "../../prompt/marker-edits";
import { limitsOf } from "../../systems/mark-model-studio";
import { tell, tellNames } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { judgedMarkers } from "../find-place";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";

export const tooManyMarkers: Rule = {
  id: "too-many-markers",
  severity: "error",
  title: tell("lintRules.tooManyMarkers"),
  summary: tell("lintRules.tooManyMarkersWhy"),
  evidence: "documented",
  ...CONTEXT_CACHE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [textPart(LONG_TEXT, true)] },
        { role: "user", content: [textPart("First question", true)] },
        { role: "assistant", content: [textPart("First answer", true)] },
        { role: "user", content: [textPart("Second question", true)] },
        { role: "assistant", content: [textPart("Second answer", true)] },
        { role: "user", content: [textPart("Third question")] },
      ],
    }),
  },
  check: (context) => {
    const markers = judgedMarkers(context);
    const dropped = markers.filter((marker) => marker.resolved.status === "dropped");
    const [first] = dropped;
    if (!first) return [];
    const counting = markers.filter((marker) => marker.resolved.status === "effective");
    const { model, layout } = context;
    const { maxMarkers } = limitsOf(model, layout.readings);
    const reading = readingOf(layout.readings, "extra-markers");
    const kept = tellNames(counting.map((marker) => placeName(marker.owner)));
    const title = tell("lintFixes.removeDropped", { count: dropped.length });
    return [
      {
        message:
          layout.refused ??
          tell(reading === "first-four" ? "lint.tooManyMarkersFirst" : "lint.tooManyMarkers", {
            all: dropped.length + counting.length,
            most: maxMarkers,
            kept,
            dropped: dropped.length,
          }),
        pointer: first.pointer,
        range: first.range,
        ...offerFix(
          title,
          removeMarkers(
            context.text,
            dropped.map((marker) => marker.pointer),
          ),
        ),
      },
    ];
  },
};
