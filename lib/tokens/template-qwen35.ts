/** The chat template of Qwen3.5 and later: tools before the system text, calls as XML, contents trimmed. */
import type { ToolCall } from "../prompt/prompt";
import { isObject, type JsonValue } from "../values/json";
import { type AssistantTurn, type ChatTemplate, splitThinking } from "./chat-template";
import { type Content, dropStart, EMPTY, trimContent, wrapContent } from "./content";
import { writePythonJson, writePythonText } from "./python-json";

const TOOLS_HEAD = "# Tools\n\nYou have access to the following functions:\n\n<tools>";
const TOOLS_FOOT = `
</tools>

If you choose to call a function ONLY reply in the following format with NO suffix:

<tool_call>
<function=example_function_name>
<parameter=example_parameter_1>
value_1
</parameter>
<parameter=example_parameter_2>
This is the value for the second parameter
that can span
multiple lines
</parameter>
</function>
</tool_call>

<IMPORTANT>
Reminder:
- Function calls MUST follow the specified format: an inner <function=...></function> block must be nested within <tool_call></tool_call> XML tags
- Required parameters MUST be specified
- You may provide optional reasoning for your function call in natural language BEFORE the function call, but NOT after
- If there is no function call available, answer the question like normal with your current knowledge and do not tell the user about function calls
</IMPORTANT>`;

/** How one release of the family differs from another. */
export interface Qwen35Options {
  /** Arguments that are no string: JSON from 3.6 on, Python's `str()` in 3.5. */
  readonly argumentsAsJson: boolean;
  /** Keeps the thinking of turns before the last user message. */
  readonly preserveThinking: boolean;
}

/** A call's arguments arrive as JSON text or as an object. */
function listArguments(given: JsonValue): readonly (readonly [string, JsonValue])[] {
  let value: JsonValue = given;
  if (typeof given === "string") {
    try {
      value = JSON.parse(given) as JsonValue;
    } catch {
      return given.trim() === "" ? [] : [["arguments", given]];
    }
  }
  return isObject(value) ? Object.entries(value) : [];
}

function writeArgument(value: JsonValue, asJson: boolean): string {
  if (typeof value === "string") return value;
  return asJson || (value !== null && typeof value === "object")
    ? writePythonJson(value)
    : writePythonText(value);
}

function writeCall({ name, arguments: given }: ToolCall, asJson: boolean): string {
  const parameters = listArguments(given)
    .map(([key, value]) => `<parameter=${key}>\n${writeArgument(value, asJson)}\n</parameter>\n`)
    .join("");
  return `<tool_call>\n<function=${name}>\n${parameters}</function>\n</tool_call>`;
}

export function createTemplateQwen35({ argumentsAsJson, preserveThinking }: Qwen35Options): ChatTemplate {
  function renderAssistant({
    content: written,
    reasoning: apart,
    calls,
    afterLastQuery,
  }: AssistantTurn): Content {
    const trimmed = trimContent(written);
    const split = apart === null ? splitThinking(trimmed.text) : null;
    const reasoning = (apart ?? split?.reasoning ?? "").trim();
    const content = split ? dropStart(trimmed, split.answerAt) : trimmed;
    const thinks = afterLastQuery || preserveThinking;
    const shown = thinks ? wrapContent(`<think>\n${reasoning}\n</think>\n\n`, content, "") : content;
    const block = calls.map((call) => writeCall(call, argumentsAsJson)).join("\n");
    return wrapContent("", shown, block === "" ? "" : content.text.trim() === "" ? block : `\n\n${block}`);
  }
  return {
    name: `qwen3.5, ${argumentsAsJson ? "JSON" : "Python"} arguments, thinking ${preserveThinking ? "kept" : "dropped"}`,
    renderSystem(tools, system) {
      const text = system ? trimContent(system) : EMPTY;
      if (tools.length === 0) return text;
      const block = TOOLS_HEAD + tools.map((tool) => `\n${writePythonJson(tool)}`).join("") + TOOLS_FOOT;
      return wrapContent(text.text === "" ? block : `${block}\n\n`, text, "");
    },
    renderAssistant,
    renderContent: trimContent,
    renderPromptEnd: (thinking) => (thinking === false ? "<think>\n\n</think>\n\n" : "<think>\n"),
  };
}
