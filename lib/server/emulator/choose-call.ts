/** Decides whether a reply calls a tool: a scripted call, so that tests get the same one every time. */
import type { Message, Prompt, Tool } from "../../prompt/prompt";
import type { JsonValue } from "../../values/json";
import { fitSchema } from "./fit-schema";
import type { ToolChoice } from "./read-request";

export interface ScriptedCall {
  readonly name: string;
  readonly input: JsonValue;
}

const holdsResult = ({ role, parts }: Message): boolean =>
  role === "tool" || role === "function" || parts.some(({ kind }) => kind === "tool-result");

const memberOf = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: JsonValue })[name]
    : undefined;

/** The schema of a tool's arguments, in either dialect. */
const schemaOf = ({ value }: Tool): JsonValue =>
  memberOf(memberOf(value, "function"), "parameters") ?? memberOf(value, "input_schema") ?? {};

const ESCAPED = /[.*+?^${}()|[\]\\]/g;

/** True where the text says "call get_weather", also with quotes or "the tool" in between. */
const asksFor = (text: string, name: string): boolean =>
  new RegExp(
    `\\bcall\\s+(?:the\\s+)?(?:tool\\s+)?["'\`]?${name.replaceAll(ESCAPED, "\\$&")}(?![\\w-])`,
    "i",
  ).test(text);

function findTool({ tools }: Prompt, text: string, choice: ToolChoice): Tool | undefined {
  if (typeof choice === "object") return tools.find(({ name }) => name === choice.name);
  const asked = tools.find(({ name }) => name !== null && asksFor(text, name));
  return asked ?? (choice === "any" ? tools[0] : undefined);
}

/**
 * The call that answers a request: of the tool that `tool_choice` names, or that the user's last message asks for by
 * "call <name>", or of the first one where some call is required. None once the last message is a tool's result.
 */
export function chooseCall(prompt: Prompt, choice: ToolChoice): ScriptedCall | null {
  const last = prompt.messages.at(-1);
  if (!last || choice === "none" || last.role !== "user" || holdsResult(last)) return null;
  const tool = findTool(prompt, last.parts.map(({ text }) => text).join("\n"), choice);
  return tool?.name ? { name: tool.name, input: fitSchema(schemaOf(tool)) } : null;
}
