/** A body of OpenAI's Responses as a chat body of the OpenAI dialect, its breakpoints on the same parts. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { type Conversion, isUnset, markersOf, noteLoss, omitKeys, setFields } from "../convert/conversion";
import { childPointer } from "../json-pointer";
import { isResponsesSketch } from "../responses/recognise";
import { leaveOut } from "./leave-out";

const asText = (value: JsonValue | undefined): string | null => (typeof value === "string" ? value : null);

/** Whether a value can only be a body of Responses. */
export function isResponsesBody(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  const body = value as JsonObject;
  const { input, model } = body;
  const items = isList(input)
    ? input.map((item) => {
        const { role, type } = isObject(item) ? item : {};
        return { role: asText(role), type: asText(type) };
      })
    : null;
  return isResponsesSketch({
    keys: Object.entries(body).flatMap(([key, given]) => (isUnset(given) ? [] : [key])),
    model: asText(model),
    input: items ?? asText(input),
  });
}

/** Part types of chats, which Model Studio takes here too. */
const CHAT_PARTS = /^(text|image_url|image|video_url|video|input_audio|audio)$/;

function toPart(conversion: Conversion, part: JsonValue, at: string): JsonObject | null {
  if (!isObject(part)) return leaveOut(conversion, at, tell("conversion.thisPartKind"));
  const { type, text, refusal, image_url: url, detail } = part;
  const marker = markersOf(part);
  if (type === "input_text" || type === "output_text") return { type: "text", text: text ?? "", ...marker };
  if (type === "refusal") return { type, refusal: refusal ?? "", ...marker };
  if (typeof type === "string" && CHAT_PARTS.test(type)) return part;
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

/** The answer that goes on with a thought: one that has said nothing yet. */
const isOnlyThought = (message: JsonObject | undefined): message is JsonObject =>
  message?.role === "assistant" &&
  typeof message.reasoning_content === "string" &&
  message.content === "" &&
  message.tool_calls === undefined;

const textsOf = (list: JsonValue | undefined): string[] =>
  isList(list)
    ? list.flatMap((item) => (isObject(item) && typeof item.text === "string" ? [item.text] : []))
    : [];

/** A thought as its whole text where it is given, else as its summary. */
function addThought(conversion: Conversion, messages: JsonObject[], item: JsonObject, at: string): void {
  const whole = textsOf(item.content);
  const text = (whole.length > 0 ? whole : textsOf(item.summary)).join("\n");
  if (!isUnset(item.encrypted_content) && whole.length === 0)
    leaveOut(conversion, at, tell("conversion.hiddenThought"));
  if (text === "") return;
  const last = messages.at(-1);
  if (isOnlyThought(last))
    messages[messages.length - 1] = { ...last, reasoning_content: `${last.reasoning_content}\n${text}` };
  else messages.push({ role: "assistant", reasoning_content: text, content: "" });
}

/** What a message says, and the fields that a chat has besides. */
function addMessage(conversion: Conversion, messages: JsonObject[], item: JsonObject, at: string): void {
  const { role } = item;
  const content = toContent(conversion, item.content, childPointer(at, "content"));
  const last = messages.at(-1);
  if (role === "assistant" && isOnlyThought(last)) messages[messages.length - 1] = { ...last, content };
  else
    messages.push({
      role: role === "developer" ? "system" : (role ?? "user"),
      content,
      ...setFields({
        tool_calls: item.tool_calls,
        tool_call_id: item.tool_call_id,
        reasoning_content: item.reasoning_content,
      }),
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
  const { type, role, call_id: id = "", name = "", arguments: given = "" } = isObject(item) ? item : {};
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
  if (type === "reasoning" && isObject(item)) addThought(conversion, messages, item, at);
  else if (typeof role === "string" && isObject(item)) addMessage(conversion, messages, item, at);
  else leaveOut(conversion, at, tell("conversion.itemOfType", { type: String(type) }));
}

function toTool(conversion: Conversion, tool: JsonValue, at: string): JsonValue[] {
  if (isObject(tool) && isObject(tool.function)) return [tool];
  if (isObject(tool) && (tool.type === "function" || isUnset(tool.type)))
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
