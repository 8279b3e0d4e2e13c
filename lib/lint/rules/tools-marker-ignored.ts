/** A marker on a tool. */

import { readingOf } from "../../offers/readings";
import { isWithin, placeName } from "../../prompt/json-pointer";
import { moveMarker, removeMarker } from "../../prompt/marker-edits";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, MARKER, soundRequest, textPart } from "../example-request";
import { offerFirst, offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { CONTEXT_CACHE_ZH } from "../rule-sources";

export const toolsMarkerIgnored: Rule = {
  id: "tools-marker-ignored",
  severity: "error",
  title: tell("lintRules.toolsMarkerIgnored"),
  summary: tell("lintRules.toolsMarkerIgnoredWhy"),
  evidence: "documented",
  ...CONTEXT_CACHE_ZH,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [textPart(LONG_TEXT)] },
        { role: "user", content: "How do I reset the device?" },
      ],
      tools: [
        {
          type: "function",
          function: { name: "open_ticket", parameters: { type: "object", properties: {} } },
          cache_control: MARKER,
        },
      ],
    }),
  },
  check: (context) => {
    const { text, prompt, layout } = context;
    if (readingOf(layout.readings, "tool-marker") === "system-end") return [];
    const system = prompt.messages.find((message) => message.role === "system");
    const marked = prompt.markers.some(
      ({ place, owner }) => place === "part" && system && isWithin(owner, system.pointer),
    );
    return prompt.markers
      .filter((marker) => marker.place === "tool")
      .map((marker) => {
        const mend = () => {
          const remove = offerFix(tell("lintFixes.removeMarker"), removeMarker(text, marker.pointer));
          const move =
            system && !marked
              ? offerFix(
                  tell("lintFixes.moveMarker", { place: placeName(system.pointer) }),
                  moveMarker(text, marker.pointer, system.pointer),
                )
              : {};
          return offerFirst(move, remove);
        };
        return { message: tell("lint.onTool"), pointer: marker.pointer, range: marker.range, mend };
      });
  },
};
