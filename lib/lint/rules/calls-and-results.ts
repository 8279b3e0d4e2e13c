/** A call without a result, or a result without a call, to which the service answers 400. */
import { placeName } from "../../prompt/json-pointer";
import { parseJson } from "../../prompt/json-tree";
import { findUnmatched, type Unmatched } from "../../prompt/match-calls";
import { addResults, removeResult } from "../../prompt/result-edits";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { offerFix } from "../offer-fix";
import type { Finding, Rule } from "../rule";
import { UNANSWERED_CALL_REPORT, UNCALLED_RESULT_REPORT } from "../rule-sources";

const call = (id: string) => ({
  id,
  type: "function",
  function: { name: "read_page", arguments: '{"page": 12}' },
});

export const callsAndResults: Rule = {
  id: "calls-and-results",
  severity: "error",
  title: "Call without a result",
  summary:
    "Behind an assistant message with tool calls there must be a result for each of them, and a result must answer such a call: otherwise the service answers 400. An agent that was interrupted, or a history that was cut, leaves such halves behind.",
  evidence: "observed",
  ...UNANSWERED_CALL_REPORT,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [textPart(LONG_TEXT, true)] },
        { role: "user", content: "Read two pages." },
        { role: "assistant", content: "", tool_calls: [call("call_1"), call("call_2")] },
        { role: "tool", tool_call_id: "call_1", content: "Page 1 is empty." },
        { role: "user", content: "Go on." },
      ],
    }),
  },
  check: ({ text, prompt: { dialect } }) => {
    const isOpenAi = dialect === "openai";
    return findUnmatched(parseJson(text).root, dialect).map((found): Finding => {
      const { pointer, range } = found;
      // Of the Anthropic dialect nothing is reported yet; one service has one engine behind both.
      const sure = isOpenAi && !found.open ? {} : ({ severity: "warning", evidence: "inferred" } as const);
      const refused = isOpenAi && !found.open ? "the service answers 400" : "the service may answer 400";
      if (found.kind === "uncalled") {
        return {
          message: `${placeName(pointer)} is the result of a call that the message before it does not make: ${refused}.`,
          pointer,
          range,
          ...(isOpenAi ? UNCALLED_RESULT_REPORT : {}),
          ...sure,
          ...offerFix(`Remove ${placeName(pointer)}`, removeResult(text, dialect, pointer)),
        };
      }
      const count = found.ids.length === 1 ? "a call" : `${found.ids.length} calls`;
      return {
        message: `${placeName(pointer)} makes ${count} that no result behind it answers${sayIds(found)}: ${refused}.`,
        pointer,
        range,
        ...sure,
        ...offerFix(
          found.ids.length === 1 ? "Add an empty result" : "Add empty results",
          addResults(text, dialect, found),
        ),
      };
    });
  },
};

function sayIds({ ids }: Unmatched): string {
  const named = ids.flatMap((id) => (id === null ? [] : [id.slice(0, 40)]));
  if (named.length === 0) return "";
  return ` (${named.slice(0, 3).join(", ")}${named.length > 3 ? ", …" : ""})`;
}
