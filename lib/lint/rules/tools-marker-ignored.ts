/** A marker on a tool. */

import { isWithin, placeName } from "../../prompt/json-pointer";
import { moveMarker, removeMarker } from "../../prompt/marker-edits";
import { exampleOf, LONG_TEXT, MARKER, soundRequest, textPart } from "../example-request";
import { offerFirst, offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { CONTEXT_CACHE_ZH } from "../rule-sources";

export const toolsMarkerIgnored: Rule = {
  id: "tools-marker-ignored",
  severity: "error",
  title: "Marker on a tool",
  summary:
    "Tools are rendered into the system segment, and a marker on a tool is ignored. A marker on the system message covers them: their order, their fields and the fields' order must then stay the same.",
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
    const { text, prompt } = context;
    const system = prompt.messages.find((message) => message.role === "system");
    const marked = prompt.markers.some(
      ({ place, owner }) => place === "part" && system && isWithin(owner, system.pointer),
    );
    return prompt.markers
      .filter((marker) => marker.place === "tool")
      .map((marker) => {
        const remove = offerFix("Remove the marker", removeMarker(text, marker.pointer));
        const move =
          system && !marked
            ? offerFix(
                `Move the marker to ${placeName(system.pointer)}`,
                moveMarker(text, marker.pointer, system.pointer),
              )
            : {};
        return {
          message:
            "This marker on a tool is ignored: tools lie inside the system segment, and only a marker there covers them.",
          pointer: marker.pointer,
          range: marker.range,
          ...offerFirst(move, remove),
        };
      });
  },
};
