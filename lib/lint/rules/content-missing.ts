/** A message with calls and no content key, to which the service answers 400. */
import { nodeAt } from "../../prompt/json-node";
import { placeName } from "../../prompt/json-pointer";
import { styleOf } from "../../prompt/json-style";
import { parseJson } from "../../prompt/json-tree";
import { findMissingContent } from "../../prompt/missing-content";
import type { Fix } from "../diagnostic";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import type { Rule } from "../rule";
import { MISSING_CONTENT_REPORT } from "../rule-sources";

const call = { id: "call_1", type: "function", function: { name: "read_page", arguments: '{"page": 12}' } };

export const contentMissing: Rule = {
  id: "content-missing",
  severity: "error",
  title: "No content beside the calls",
  summary:
    "An assistant message that only calls tools may leave its content out at other services. Model Studio then answers 400: “Field required: input.messages.N.content”. An empty string or null is accepted.",
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
      message: `${placeName(pointer)} calls tools and has no content: the service answers 400, “Input error. Field required: input.messages.${index}.content”.`,
      pointer,
      range,
      ...writeEmpty(text, pointer),
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
  return { fix: { title: 'Write "content": ""', edits } };
}
