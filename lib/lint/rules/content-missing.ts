/** A message with calls and no content key, to which the service answers 400. */
import { nodeAt } from "../../prompt/json-node";
import { placeName } from "../../prompt/json-pointer";
import { styleOf } from "../../prompt/json-style";
import { parseJson } from "../../prompt/json-tree";
import { findMissingContent } from "../../prompt/missing-content";
import { tell } from "../../words/message";
import type { Fix } from "../diagnostic";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import type { Rule } from "../rule";
import { MISSING_CONTENT_REPORT } from "../rule-sources";

const call = { id: "call_1", type: "function", function: { name: "read_page", arguments: '{"page": 12}' } };

export const contentMissing: Rule = {
  id: "content-missing",
  severity: "error",
  title: tell("lintRules.contentMissing"),
  summary: tell("lintRules.contentMissingWhy"),
  evidence: "observed",
  ...MISSING_CONTENT_REPORT,
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.6-plus",
      messages: [
        { role: "system", content: [textPart(LONG_TEXT, true)] },
        { role: "user", content: "How do I reset the device?" },
        { role: "assistant", tool_calls: [call] },
        { role: "tool", tool_call_id: "call_1", content: "Hold the button for ten seconds." },
      ],
    }),
  },
  check: ({ text, prompt }) => {
    if (prompt.dialect !== "openai") return [];
    const { root } = parseJson(text);
    return findMissingContent(root).map(({ pointer, range, index }) => ({
      message: tell("lint.contentMissing", { place: placeName(pointer), index }),
      pointer,
      range,
      mend: () => writeEmpty(text, pointer),
    }));
  },
};

/** In front of the calls, on a line of its own where they have one. */
function writeEmpty(text: string, pointer: string): { fix?: Fix } {
  const { root } = parseJson(text);
  const message = nodeAt(root, pointer);
  const calls =
    message?.type === "object" ? message.properties.findLast(({ key }) => key === "tool_calls") : null;
  if (!root || !calls) return {};
  const { colon, comma } = styleOf(text, root);
  const breaks = /\n[ \t]*$/.exec(text.slice(0, calls.start))?.[0];
  const put = `"content"${colon}""${breaks ? `,${breaks}` : comma}`;
  const edits = [{ range: { start: calls.start, end: calls.start }, text: put }];
  return { fix: { title: tell("lintFixes.write", { text: '"content": ""' }), edits } };
}
