/** A marker on one of several tool results. */

import { placeName } from "../../prompt/json-pointer";
import type { Message } from "../../prompt/prompt";
import { exampleOf, LONG_TEXT, MARKER, soundRequest } from "../example-request";
import { judgedMarkers, messageAround } from "../find-place";
import type { Finding, Rule } from "../rule";
import { TOOL_RESULT_REPORT } from "../rule-sources";

const call = (id: string) => ({ id, type: "function", function: { name: "read_page", arguments: "{}" } });

export const markerOnToolResult: Rule = {
  id: "marker-on-tool-result",
  severity: "info",
  title: "Marker on a tool result",
  summary:
    "The documentation allows a marker on a tool message. On qwen-plus, where an answer had made several calls, such a marker was seen to take effect elsewhere, shifted by the number of calls less one. Compare what the service reports as written with the count shown here.",
  evidence: "observed",
  ...TOOL_RESULT_REPORT,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen-plus",
      messages: [
        { role: "system", content: LONG_TEXT },
        { role: "user", content: "Read two pages." },
        { role: "assistant", content: null, tool_calls: [call("a"), call("b")] },
        { role: "tool", tool_call_id: "a", content: "Page 1 is empty." },
        {
          role: "tool",
          tool_call_id: "b",
          content: [{ type: "text", text: "Page 2 is empty.", cache_control: MARKER }],
        },
      ],
    }),
  },
  check: (context) => {
    return judgedMarkers(context).flatMap((marker): Finding[] => {
      const message = messageAround(context, marker.owner);
      const part = message?.parts.find(({ pointer }) => pointer === marker.owner);
      const isResult = message?.role === "tool" || part?.kind === "tool-result";
      if (marker.resolved.status !== "effective" || !message || !isResult) return [];
      const before = context.prompt.messages.slice(0, context.prompt.messages.indexOf(message));
      const calls = countCalls(before.findLast(({ role }) => role === "assistant"));
      // With one call the shift that was seen is none.
      if (calls < 2) return [];
      return [
        {
          message: `This marker is on a result of ${calls} calls in ${placeName(message.pointer)}: on qwen-plus such a marker took effect ${calls - 1} off its place, so the entry may end elsewhere.`,
          pointer: marker.pointer,
          range: marker.range,
        },
      ];
    });
  },
};

function countCalls(answer: Message | undefined): number {
  return answer ? answer.calls.length + answer.parts.filter((part) => part.call).length : 0;
}
