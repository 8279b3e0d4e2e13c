/** Several markers in one message, where the model keeps one. */

import { placeName } from "../../prompt/json-pointer";
import { removeMarkers } from "../../prompt/marker-edits";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { type JudgedMarker, judgedMarkers, messageAround } from "../find-place";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";

export const severalMarkersInMessage: Rule = {
  id: "several-markers-in-message",
  severity: "warning",
  title: tell("lintRules.severalMarkersInMessage"),
  summary: tell("lintRules.severalMarkersInMessageWhy"),
  evidence: "documented",
  ...BEST_PRACTICE,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "user", content: [textPart(LONG_TEXT, true), textPart("How do I reset the device?", true)] },
      ],
    }),
  },
  check: (context) => {
    const markers = judgedMarkers(context).filter((marker) => marker.resolved.cut !== null);
    const byMessage = new Map<string, JudgedMarker[]>();
    for (const marker of markers) {
      const message = messageAround(context, marker.owner);
      if (!message) continue;
      const inside = byMessage.get(message.pointer);
      if (inside) inside.push(marker);
      else byMessage.set(message.pointer, [marker]);
    }
    return [...byMessage].flatMap(([pointer, inside]) => {
      // The last marker of the message stays, even where one of another message stands for it too.
      const needless = inside.slice(0, -1).filter((marker) => marker.resolved.status === "merged");
      const [first] = needless;
      if (!first) return [];
      const model = context.modelName ?? tell("lint.theModel");
      const title = tell("lintFixes.removeEarlierMarkers", { count: needless.length });
      return [
        {
          message: tell("lint.severalMarkers", { place: placeName(pointer), count: inside.length, model }),
          pointer: first.pointer,
          range: first.range,
          mend: () =>
            offerFix(
              title,
              removeMarkers(
                context.text,
                needless.map((marker) => marker.pointer),
              ),
            ),
        },
      ];
    });
  },
};
