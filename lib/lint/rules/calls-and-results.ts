/** A call without a result, or a result without a call, to which the service answers 400. */
import { placeName } from "../../prompt/json-pointer";
import { parseJson } from "../../prompt/json-tree";
import { findUnmatched, type Unmatched } from "../../prompt/match-calls";
import { addResults, removeResult } from "../../prompt/result-edits";
import { type Said, tell, tellNames } from "../../words/message";
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
  title: tell("lintRules.callsAndResults"),
  summary: tell("lintRules.callsAndResultsWhy"),
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
      const refused = tell(isOpenAi && !found.open ? "lint.answers400" : "lint.mayAnswer400");
      if (found.kind === "uncalled") {
        return {
          message: tell("lint.uncalledResult", { place: placeName(pointer), refused }),
          pointer,
          range,
          ...(isOpenAi ? UNCALLED_RESULT_REPORT : {}),
          ...sure,
          mend: () =>
            offerFix(
              tell("lintFixes.remove", { place: placeName(pointer) }),
              removeResult(text, dialect, pointer),
            ),
        };
      }
      const count = found.ids.length;
      return {
        message: tell("lint.unansweredCalls", {
          place: placeName(pointer),
          count,
          ...listIds(found),
          refused,
        }),
        pointer,
        range,
        ...sure,
        mend: () => offerFix(tell("lintFixes.addResults", { count }), addResults(text, dialect, found)),
      };
    });
  },
};

/** The first ids, and whether the calls have any. */
function listIds({ ids }: Unmatched): { readonly named: "some" | "none"; readonly ids: Said } {
  const named = ids.flatMap((id) => (id === null ? [] : [id.slice(0, 40)]));
  return {
    named: named.length > 0 ? "some" : "none",
    ids: tellNames([...named.slice(0, 3), ...(named.length > 3 ? ["…"] : [])]),
  };
}
