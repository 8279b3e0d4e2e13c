/** What of a Responses request the model is given, as a chat body: the one place where such requests are read by conversion. */
import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { fromResponses } from "./from-responses";

/** The chat endpoint has no role `developer`; Responses take it for the system's. */
function toSystem(message: JsonValue): JsonValue {
  return isObject(message) && message.role === "developer" ? { ...message, role: "system" } : message;
}

/** A call of a tool that takes free text, and what it answered, as those of a function with one argument. */
function toFunctionItem(item: JsonValue): JsonValue {
  if (!isObject(item)) return item;
  if (item.type === "custom_tool_call") {
    return { ...item, type: "function_call", arguments: JSON.stringify({ input: item.input ?? "" }) };
  }
  return item.type === "custom_tool_call_output" ? { ...item, type: "function_call_output" } : item;
}

function toFunctionTool(tool: JsonValue): JsonValue {
  if (!isObject(tool) || tool.type !== "custom") return tool;
  const { name, description } = tool;
  const parameters = { type: "object", properties: { input: { type: "string" } }, required: ["input"] };
  return { type: "function", name: name ?? "", description: description ?? "", parameters };
}

/**
 * The chat body that a Responses body comes to. What has no place in one is left out: tools that the service runs itself,
 * reasoning, and whatever precedes by `previous_response_id`.
 */
export function chatOfResponses(body: JsonObject): JsonObject {
  const { input, tools } = body;
  const chat = fromResponses(
    { losses: [] },
    {
      ...body,
      ...(isList(input) ? { input: input.map(toFunctionItem) } : {}),
      ...(isList(tools) ? { tools: tools.map(toFunctionTool) } : {}),
    },
  );
  const { messages } = chat;
  return { ...chat, messages: isList(messages) ? messages.map(toSystem) : [] };
}
