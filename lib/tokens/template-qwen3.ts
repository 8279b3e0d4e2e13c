/** The chat template of Qwen2 to Qwen3: tools after the system text, calls as JSON. Nothing is trimmed. */
import type { ToolCall } from "../prompt/prompt";
import { type ChatTemplate, splitThinking } from "./chat-template";
import { type Content, dropStart, EMPTY, wrapContent } from "./content";
import { writePythonJson } from "./python-json";

const TOOLS_HEAD =
  "# Tools\n\nYou may call one or more functions to assist with the user query.\n\n" +
  "You are provided with function signatures within <tools></tools> XML tags:\n<tools>";
const TOOLS_FOOT =
  "\n</tools>\n\nFor each function call, return a json object with function name and arguments within " +
  '<tool_call></tool_call> XML tags:\n<tool_call>\n{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call>';

const stripNewlines = (text: string): string => text.replace(/^\n+|\n+$/g, "");

function writeCall({ name, arguments: given }: ToolCall): string {
  const written = typeof given === "string" ? given : writePythonJson(given);
  return `<tool_call>\n{"name": "${name}", "arguments": ${written}}\n</tool_call>`;
}

function dropThinking(content: Content): { reasoning: string; content: Content } {
  const split = splitThinking(content.text);
  return split
    ? { reasoning: split.reasoning, content: dropStart(content, split.answerAt) }
    : { reasoning: "", content };
}

export const templateQwen3: ChatTemplate = {
  name: "qwen3",
  renderSystem(tools, system) {
    if (tools.length === 0) return system ?? EMPTY;
    const block = TOOLS_HEAD + tools.map((tool) => `\n${writePythonJson(tool)}`).join("") + TOOLS_FOOT;
    return system ? wrapContent("", system, `\n\n${block}`) : { text: block, ends: [] };
  },
  renderAssistant({ content: written, reasoning: apart, calls, afterLastQuery, last }) {
    const { reasoning, content } =
      apart === null ? dropThinking(written) : { reasoning: apart, content: written };
    const shown =
      afterLastQuery && (last || reasoning !== "")
        ? wrapContent(
            `<think>\n${stripNewlines(reasoning)}\n</think>\n\n`,
            dropStart(content, content.text.length - content.text.replace(/^\n+/, "").length),
            "",
          )
        : content;
    const block = calls.map(writeCall).join("\n");
    return wrapContent("", shown, block === "" ? "" : content.text === "" ? block : `\n${block}`);
  },
  renderContent: (content) => content,
  renderPromptEnd: (thinking) => (thinking === false ? "<think>\n\n</think>\n\n" : ""),
};
