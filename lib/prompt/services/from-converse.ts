/** A body of Amazon Bedrock's Converse as one of the Anthropic dialect, each `cachePoint` as the marker of what it follows. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell, tellNames } from "../../words/message";
import { type Conversion, isUnset, omitKeys } from "../convert/conversion";
import { childPointer } from "../json-pointer";
import { leaveOut } from "./leave-out";

/** Blocks that nothing else writes so; `text` and `image` alone are also a part of other services. */
const OWN_BLOCKS = ["cachePoint", "toolUse", "toolResult", "reasoningContent"];
const BLOCKS = ["text", "image", "document", ...OWN_BLOCKS];
const OWN_FIELDS = ["modelId", "toolConfig", "inferenceConfig", "additionalModelRequestFields"];

const hasKey = (value: JsonValue, keys: readonly string[]): boolean =>
  isObject(value) && !("type" in value) && keys.some((key) => key in value);

/** Whether a value can only be a body of Converse: its blocks are told by their key, not by a type. */
export function isConverseBody(value: unknown): value is JsonObject {
  const body = isObject(value) ? (value as JsonObject) : {};
  if (!isList(body.messages) || body.messages.length === 0 || "model" in body) return false;
  const contents = body.messages.map((message) =>
    isObject(message) && isList(message.content) ? message.content : null,
  );
  const blocks = contents.flatMap((content) => content ?? []);
  if (contents.includes(null) || !blocks.every((block) => hasKey(block, BLOCKS))) return false;
  const all = [...blocks, ...(isList(body.system) ? body.system : [])];
  return OWN_FIELDS.some((key) => key in body) || all.some((block) => hasKey(block, OWN_BLOCKS));
}

function markerOf(point: JsonValue): JsonObject {
  const ttl = isObject(point) ? point.ttl : null;
  const type = "ephemeral";
  return { cache_control: typeof ttl === "string" ? { type, ttl } : { type } };
}

/** Puts a marker on the last item where a point follows it; the point itself goes. */
function withMarkers(
  conversion: Conversion,
  items: readonly JsonValue[],
  at: string,
  convert: (item: JsonObject, at: string) => JsonObject | null,
): JsonValue[] {
  const converted: JsonObject[] = [];
  for (const [index, item] of items.entries()) {
    const here = childPointer(at, index);
    if (!isObject(item)) continue;
    if (item.cachePoint === undefined) {
      const one = convert(item, here);
      if (one) converted.push(one);
      continue;
    }
    const last = converted.at(-1);
    if (last && !("cache_control" in last))
      converted[converted.length - 1] = { ...last, ...markerOf(item.cachePoint) };
    else leaveOut(conversion, here, tell("conversion.cachePointAlone"));
  }
  return converted;
}

function toMedia(
  conversion: Conversion,
  value: JsonValue,
  kind: "image" | "document",
  at: string,
): JsonObject | null {
  const { format, source, name } = isObject(value) ? value : {};
  const bytes = isObject(source) ? source.bytes : null;
  if (typeof bytes !== "string" || typeof format !== "string")
    return leaveOut(conversion, at, tell("conversion.mediaWithoutBytes", { kind }));
  if (kind === "image")
    return { type: kind, source: { type: "base64", media_type: `image/${format}`, data: bytes } };
  const source64 = { type: "base64", media_type: `application/${format}`, data: bytes };
  return { type: kind, source: source64, ...(typeof name === "string" ? { title: name } : {}) };
}

function toThinking(value: JsonValue): JsonObject {
  const { reasoningText, redactedContent } = isObject(value) ? value : {};
  if (!isObject(reasoningText)) return { type: "redacted_thinking", data: redactedContent ?? "" };
  const { text = "", signature } = reasoningText;
  return { type: "thinking", thinking: text, ...(isUnset(signature) ? {} : { signature }) };
}

function toResult(conversion: Conversion, value: JsonValue, at: string): JsonObject {
  const { toolUseId = "", content, status } = isObject(value) ? value : {};
  const items = isList(content) ? content : [];
  const [only] = items;
  const isText = items.length === 1 && isObject(only) && typeof only.text === "string";
  return {
    type: "tool_result",
    tool_use_id: toolUseId,
    content: isText ? (only.text ?? "") : toBlocks(conversion, items, `${at}/toolResult/content`),
    ...(status === "error" ? { is_error: true } : {}),
  };
}

function toBlock(conversion: Conversion, block: JsonObject, at: string): JsonObject | null {
  const { text, image, document, toolUse, toolResult, reasoningContent, json } = block;
  if (typeof text === "string") return { type: "text", text };
  if (!isUnset(image)) return toMedia(conversion, image, "image", at);
  if (!isUnset(document)) return toMedia(conversion, document, "document", at);
  if (!isUnset(reasoningContent)) return toThinking(reasoningContent);
  if (!isUnset(toolResult)) return toResult(conversion, toolResult, at);
  if (!isUnset(json)) return { type: "text", text: JSON.stringify(json) };
  if (!isObject(toolUse))
    return leaveOut(
      conversion,
      at,
      tell("conversion.blockOfFields", { fields: tellNames(Object.keys(block)) }),
    );
  const { toolUseId = "", name = "", input = {} } = toolUse;
  return { type: "tool_use", id: toolUseId, name, input };
}

const toBlocks = (conversion: Conversion, items: readonly JsonValue[], at: string): JsonValue[] =>
  withMarkers(conversion, items, at, (item, here) => toBlock(conversion, item, here));

function toTools(conversion: Conversion, tools: readonly JsonValue[]): JsonValue[] {
  return withMarkers(conversion, tools, "/toolConfig/tools", (tool, at) => {
    const { toolSpec } = tool;
    if (!isObject(toolSpec)) return leaveOut(conversion, at, tell("conversion.thisToolKind"));
    const { name = "", description, inputSchema } = toolSpec;
    const schema = isObject(inputSchema) ? inputSchema.json : null;
    return { name, ...(isUnset(description) ? {} : { description }), input_schema: schema ?? {} };
  });
}

function toChoice(choice: JsonValue | undefined): JsonObject {
  if (!isObject(choice)) return {};
  if (isObject(choice.tool)) return { tool_choice: { type: "tool", name: choice.tool.name ?? "" } };
  return { tool_choice: { type: "any" in choice ? "any" : "auto" } };
}

const LIMITS = {
  maxTokens: "max_tokens",
  temperature: "temperature",
  topP: "top_p",
  stopSequences: "stop_sequences",
} as const;
const READ = [
  "modelId",
  "messages",
  "system",
  "toolConfig",
  "inferenceConfig",
  "additionalModelRequestFields",
];

/** The Anthropic body of a Converse body; losses are noted with their place in the latter. */
export function fromConverse(conversion: Conversion, body: JsonObject): JsonObject {
  const { modelId, messages, system, toolConfig, inferenceConfig, additionalModelRequestFields: more } = body;
  const limits = isObject(inferenceConfig) ? inferenceConfig : {};
  const { tools, toolChoice } = isObject(toolConfig) ? toolConfig : {};
  for (const key of Object.keys(omitKeys(body, READ))) leaveOut(conversion, childPointer("", key), key);
  return {
    ...(typeof modelId === "string" && modelId !== "" ? { model: modelId } : {}),
    ...Object.fromEntries(
      Object.entries(LIMITS).flatMap(([name, key]): [string, JsonValue][] => {
        const value = limits[name];
        return isUnset(value) ? [] : [[key, value]];
      }),
    ),
    ...(isObject(more) ? more : {}),
    ...(isList(tools) ? { tools: toTools(conversion, tools), ...toChoice(toolChoice) } : {}),
    ...(isList(system) ? { system: toBlocks(conversion, system, "/system") } : {}),
    messages: (isList(messages) ? messages : []).map((message, index) => {
      const { role, content } = isObject(message) ? message : {};
      const at = `${childPointer("/messages", index)}/content`;
      return { role: role ?? "user", content: toBlocks(conversion, isList(content) ? content : [], at) };
    }),
  };
}
