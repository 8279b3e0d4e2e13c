/** Several markers in one message, where the model keeps one. */

import { placeName } from "../../prompt/json-pointer";
import { removeMarkers } from "../../prompt/marker-edits";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { type JudgedMarker, judgedMarkers, messageAround } from "../find-place";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";

export const severalMarkersInMessage: Rule = {
  id: "several-markers-in-message",
  severity: "warning",
  title: "Several markers in one message",
  summary:
    "From Qwen3.5 to Qwen3.8 a message has one breakpoint, at its end: several markers in it make one entry, and nothing ever matches inside the message. To cache a part on its own, give it a message of its own.",
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
      byMessage.set(message.pointer, [...(byMessage.get(message.pointer) ?? []), marker]);
    }
    return [...byMessage].flatMap(([pointer, inside]) => {
      // The last marker of the message stays, even where one of another message stands for it too.
      const needless = inside.slice(0, -1).filter((marker) => marker.resolved.status === "merged");
      const [first] = needless;
      if (!first) return [];
      const name = context.modelName ?? "the model";
      const title = needless.length === 1 ? "Remove the earlier marker" : "Remove all markers but the last";
      return [
        {
          message: `${placeName(pointer)} has ${inside.length} markers, and ${name} keeps one breakpoint there: only the last counts.`,
          pointer: first.pointer,
          range: first.range,
          ...offerFix(
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
