/** A streamed request that does not ask for the usage, so that its answer never tells what the cache did. */
import { memberOf } from "../../prompt/json-node";
import { styleOf } from "../../prompt/json-style";
import { parseJson } from "../../prompt/json-tree";
import type { EditResult } from "../../prompt/marker-edits";
import { replaceValue } from "../../prompt/value-edit";
import { fail } from "../../values/failure";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import { offerFix } from "../offer-fix";
import type { Rule } from "../rule";
import { CONTEXT_CACHE } from "../rule-sources";

const ASKED = `{"include_usage": true}`;

export const streamWithoutUsage: Rule = {
  id: "stream-without-usage",
  severity: "info",
  title: tell("lintRules.streamWithoutUsage"),
  summary: tell("lintRules.streamWithoutUsageWhy"),
  evidence: "documented",
  ...CONTEXT_CACHE,
  source: "https://www.alibabacloud.com/help/en/model-studio/stream",
  examples: {
    good: soundRequest(),
    bad: exampleOf({
      model: "qwen3.7-max",
      stream: true,
      messages: [
        { role: "system", content: [textPart(LONG_TEXT, true)] },
        { role: "user", content: "How do I reset the device?" },
      ],
    }),
  },
  check: ({ text, prompt }) => {
    const { root } = parseJson(text);
    const stream = memberOf(root, "stream");
    if (prompt.dialect !== "openai" || stream?.type !== "scalar" || stream.value !== true) return [];
    const options = memberOf(root, "stream_options");
    const asked = options ? memberOf(options, "include_usage") : null;
    if (asked?.type === "scalar" && asked.value === true) return [];
    return [
      {
        message: tell("lint.streamWithoutUsage"),
        pointer: "/stream",
        range: { start: stream.start, end: stream.end },
        ...offerFix(tell("lintFixes.write", { text: `"stream_options": ${ASKED}` }), askForUsage(text)),
      },
    ];
  },
};

/** In the options where there are some, else behind `stream`. */
function askForUsage(text: string): EditResult {
  const { root } = parseJson(text);
  const options = memberOf(root, "stream_options");
  if (options?.type === "object" && memberOf(options, "include_usage"))
    return replaceValue(text, "/stream_options/include_usage", "true");
  const [first] = options?.type === "object" ? options.properties : [];
  if (root && first) {
    const { colon, comma } = styleOf(text, root);
    const edit = {
      range: { start: first.start, end: first.start },
      text: `"include_usage"${colon}true${comma}`,
    };
    return { ok: true, edits: [edit] };
  }
  if (options) return replaceValue(text, "/stream_options", ASKED);
  const stream = root?.type === "object" ? root.properties.findLast(({ key }) => key === "stream") : null;
  if (!root || !stream) return fail(tell("lint.requestEmpty"));
  const { colon, comma } = styleOf(text, root);
  const breaks = /\r?\n[ \t]*$/.exec(text.slice(0, stream.start))?.[0];
  const put = `"stream_options"${colon}${ASKED}${breaks ? `,${breaks}` : comma}`;
  return { ok: true, edits: [{ range: { start: stream.start, end: stream.start }, text: put }] };
}
