/** A body of OpenAI's Responses as a chat body of the OpenAI dialect, its breakpoints on the same parts. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { type Conversion, isUnset, markersOf, noteLoss, omitKeys, setFields } from "../convert/conversion";
import { childPointer } from "../json-pointer";
import { leaveOut } from "./leave-out";

/** Kinds of items that nothing else writes so. */
const OWN_ITEMS = ["function_call", "function_call_output", "reasoning"];
/** Fields that tell a body whose input is one string from other calls that have such an input. */
const OWN_FIELDS = [
  "instructions",
  "max_output_tokens",
  "previous_response_id",
  "prompt_cache_key",
  "prompt_cache_options",
];

const isItem = (item: JsonValue): boolean =>
  isObject(item) && (typeof item.role === "string" || OWN_ITEMS.includes(String(item.type)));

/** Whether a value can only be a body of Responses: what is said stands in a list `input`, or beside fields of its own. */
export function isResponsesBody(value: unknown): value is JsonObject {
  const body = isObject(value) ? (value as JsonObject) : {};
  if ("messages" in body || "contents" in body) return false;
  const { input } = body;
  if (typeof input === "string") return OWN_FIELDS.some((key) => key in body);
  return isList(input) && input.length > 0 && input.every(isItem);
}

function toPart(conversion: Conversion, part: JsonValue, at: string): JsonObject | null {
  if (!isObject(part)) return leaveOut(conversion, at, tell("conversion.thisPartKind"));
  const { type, text, refusal, image_url: url, detail } = part;
  const marker = markersOf(part);
  if (type === "input_text" || type === "output_text") return { type: "text", text: text ?? "", ...marker };
  if (type === "refusal") return { type, refusal: refusal ?? "", ...marker };
  if (type === "input_image" && typeof url === "string")
    return { type: "image_url", image_url: setFields({ url, detail }), ...marker };
  if (type === "input_file")
    return {
      type: "file",
      file: omitKeys(part, ["type", "cache_control", "prompt_cache_breakpoint"]),
      ...marker,
    };
  return leaveOut(conversion, at, tell("conversion.partOfType", { type: String(type) }));
}

function toContent(conversion: Conversion, content: JsonValue | undefined, at: string): JsonValue {
  if (!isList(content)) return content ?? "";
  return content.flatMap((part, index): JsonValue[] => {
    const one = toPart(conversion, part, childPointer(at, index));
    return one ? [one] : [];
  });
}

/** A call belongs to the answer before it, which may have said nothing else. */
function addCall(messages: JsonObject[], call: JsonObject): void {
  const last = messages.at(-1);
  if (last?.role !== "assistant") {
    messages.push({ role: "assistant", content: null, tool_calls: [call] });
    return;
  }
  const calls = isList(last.tool_calls) ? last.tool_calls : [];
  messages[messages.length - 1] = { ...last, tool_calls: [...calls, call] };
}

function addItem(conversion: Conversion, messages: JsonObject[], item: JsonValue, at: string): void {
  const {
    type,
    role,
    content,
    call_id: id = "",
    name = "",
    arguments: given = "",
  } = isObject(item) ? item : {};
  if (type === "function_call") {
    addCall(messages, { id, type: "function", function: { name, arguments: given } });
    return;
  }
  if (type === "function_call_output") {
    const { output } = isObject(item) ? item : {};
    const said = toContent(conversion, output, childPointer(at, "output"));
    messages.push({ role: "tool", tool_call_id: id, content: said });
    return;
  }
  if (typeof role === "string")
    messages.push({ role, content: toContent(conversion, content, childPointer(at, "content")) });
  else leaveOut(conversion, at, tell("conversion.itemOfType", { type: String(type) }));
}

function toTool(conversion: Conversion, tool: JsonValue, at: string): JsonValue[] {
  if (isObject(tool) && tool.type === "function")
    return [{ type: "function", function: omitKeys(tool, ["type"]) }];
  leaveOut(conversion, at, tell("conversion.ownTool"));
  return [];
}

function toChoice(choice: JsonValue | undefined): JsonValue | undefined {
  const isNamed = isObject(choice) && choice.type === "function" && "name" in choice;
  return isNamed ? { type: "function", function: { name: choice.name ?? "" } } : choice;
}

function toFormat(format: JsonValue | undefined): JsonValue | undefined {
  if (!isObject(format) || format.type !== "json_schema" || "json_schema" in format) return format;
  return { type: "json_schema", json_schema: omitKeys(format, ["type"]) };
}

const READ = [
  "input",
  "instructions",
  "tools",
  "tool_choice",
  "max_output_tokens",
  "reasoning",
  "text",
  "previous_response_id",
  "conversation",
];

/** The chat body of a Responses body; losses are noted with their place in the latter. */
export function fromResponses(conversion: Conversion, body: JsonObject): JsonObject {
  const { input, instructions, tools, reasoning, text } = body;
  for (const key of ["previous_response_id", "conversation"])
    if (!isUnset(body[key])) noteLoss(conversion, childPointer("", key), tell("conversion.earlierAnswer"));
  const messages: JsonObject[] = [];
  if (typeof instructions === "string" && instructions !== "")
    messages.push({ role: "system", content: instructions });
  if (typeof input === "string") messages.push({ role: "user", content: input });
  for (const [index, item] of (isList(input) ? input : []).entries())
    addItem(conversion, messages, item, childPointer("/input", index));
  const { format, verbosity } = isObject(text) ? text : {};
  const kept = isList(tools)
    ? tools.flatMap((tool, index) => toTool(conversion, tool, childPointer("/tools", index)))
    : [];
  return {
    ...omitKeys(body, READ),
    ...setFields({
      max_completion_tokens: body.max_output_tokens,
      reasoning_effort: isObject(reasoning) ? reasoning.effort : null,
      response_format: toFormat(format),
      verbosity,
      tools: kept.length > 0 ? kept : null,
      tool_choice: toChoice(body.tool_choice),
    }),
    messages,
  };
}
