/** A marker on one of several tool results. */

import { placeName } from "../../prompt/json-pointer";
import type { Message } from "../../prompt/prompt";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, MARKER, soundRequest } from "../example-request";
import { judgedMarkers, messageAround } from "../find-place";
import type { Finding, Rule } from "../rule";
import { TOOL_RESULT_REPORT } from "../rule-sources";

const call = (id: string) => ({ id, type: "function", function: { name: "read_page", arguments: "{}" } });

export const markerOnToolResult: Rule = {
  id: "marker-on-tool-result",
  severity: "info",
  title: tell("lintRules.markerOnToolResult"),
  summary: tell("lintRules.markerOnToolResultWhy"),
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
      if (marker.resolved.status !== "effective") return [];
      const message = messageAround(context, marker.owner);
      const part = message?.parts.find(({ pointer }) => pointer === marker.owner);
      const isResult = message?.role === "tool" || part?.kind === "tool-result";
      if (!message || !isResult) return [];
      const before = context.prompt.messages.slice(0, context.prompt.messages.indexOf(message));
      const calls = countCalls(before.findLast(({ role }) => role === "assistant"));
      // With one call the shift that was seen is none.
      if (calls < 2) return [];
      return [
        {
          message: tell("lint.onToolResult", {
            calls,
            place: placeName(message.pointer),
            shift: calls - 1,
          }),
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
