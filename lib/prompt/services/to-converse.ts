/** An Anthropic body as one of Amazon Bedrock's Converse, where a marker is a `cachePoint` of its own. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { type Conversion, isUnset, omitKeys, setFields } from "../convert/conversion";
import { childPointer } from "../json-pointer";
import { leaveOutFor } from "./leave-out";

/** Fields that the model reads though Converse does not know them. */
const MODEL_FIELDS = ["thinking", "top_k", "output_config", "anthropic_beta"];

/** Source: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html (2026-10). */
function pointOf({ cache_control: marker }: JsonObject): JsonValue[] {
  if (isUnset(marker)) return [];
  const ttl = isObject(marker) && typeof marker.ttl === "string" ? marker.ttl : null;
  return [{ cachePoint: setFields({ type: "default", ttl }) }];
}

type Convert = (conversion: Conversion, block: JsonObject, at: string) => JsonObject | null;

const leaveOut = leaveOutFor("Converse");

const toImage: Convert = (conversion, { source }, at) => {
  const { data, media_type: type } = isObject(source) ? source : {};
  if (typeof data !== "string" || typeof type !== "string")
    return leaveOut(conversion, at, tell("conversion.imageByAddress"));
  return { image: { format: type.replace(/^image\//, ""), source: { bytes: data } } };
};

const toDocument: Convert = (conversion, { source, title }, at) => {
  const { data, media_type: type } = isObject(source) ? source : {};
  if (typeof data !== "string" || type !== "application/pdf")
    return leaveOut(conversion, at, tell("conversion.thisDocument"));
  const name = typeof title === "string" ? title : "document";
  return { document: { format: "pdf", name, source: { bytes: data } } };
};

const toResult: Convert = (conversion, { tool_use_id: toolUseId = "", content, is_error: failed }, at) => ({
  toolResult: {
    toolUseId,
    content: toBlocks(conversion, content ?? "", `${at}/content`, false),
    ...(failed === true ? { status: "error" } : {}),
  },
});

const BLOCKS: Readonly<Record<string, Convert>> = {
  text: (_conversion, { text = "" }) => ({ text }),
  image: toImage,
  document: toDocument,
  thinking: (_conversion, { thinking = "", signature }) => ({
    reasoningContent: { reasoningText: setFields({ text: thinking, signature }) },
  }),
  redacted_thinking: (_conversion, { data = "" }) => ({ reasoningContent: { redactedContent: data } }),
  tool_use: (_conversion, { id = "", name = "", input = {} }) => ({
    toolUse: { toolUseId: id, name, input },
  }),
  tool_result: toResult,
};

function toBlocks(conversion: Conversion, content: JsonValue, at: string, marks = true): JsonValue[] {
  if (typeof content === "string") return [{ text: content }];
  if (!isList(content)) return [];
  return content.flatMap((block, index): JsonValue[] => {
    const here = childPointer(at, index);
    if (!isObject(block)) return [];
    const type = typeof block.type === "string" ? block.type : "";
    const convert = Object.hasOwn(BLOCKS, type) ? BLOCKS[type] : undefined;
    const converted = convert
      ? convert(conversion, block, here)
      : leaveOut(conversion, here, tell("conversion.aBlockOfType", { type: type || "unknown" }));
    const points = pointOf(block);
    if (!marks && points.length > 0) leaveOut(conversion, here, tell("conversion.markerInResult"));
    return [...(converted ? [converted] : []), ...(marks ? points : [])];
  });
}

function toTools(conversion: Conversion, tools: readonly JsonValue[]): JsonValue[] {
  return tools.flatMap((tool, index): JsonValue[] => {
    if (!isObject(tool)) return [];
    const { name, description, input_schema: schema } = tool;
    if (isUnset(schema)) {
      leaveOut(conversion, childPointer("/tools", index), tell("conversion.anOwnTool"));
      return pointOf(tool);
    }
    const toolSpec = setFields({ name: name ?? "", description, inputSchema: { json: schema } });
    return [{ toolSpec }, ...pointOf(tool)];
  });
}

function toChoice(conversion: Conversion, choice: JsonValue | undefined): JsonObject {
  const { type, name } = isObject(choice) ? choice : {};
  if (type === "auto" || type === "any") return { toolChoice: { [type]: {} } };
  if (type === "tool" && typeof name === "string") return { toolChoice: { tool: { name } } };
  if (!isUnset(choice)) leaveOut(conversion, "/tool_choice", tell("conversion.thisToolChoice"));
  return {};
}

const LIMITS = {
  max_tokens: "maxTokens",
  temperature: "temperature",
  top_p: "topP",
  stop_sequences: "stopSequences",
} as const;
const READ = ["model", "messages", "system", "tools", "tool_choice", ...Object.keys(LIMITS), ...MODEL_FIELDS];

const isEmpty = (value: JsonObject): boolean => Object.keys(value).length === 0;

/** The body as the SDKs take it, `modelId` with it; losses are noted with their place in the Anthropic body. */
export function toConverse(conversion: Conversion, body: JsonObject): JsonObject {
  const { model, messages, system, tools, tool_choice: choice } = body;
  const inference = Object.entries(LIMITS).flatMap(([key, name]): [string, JsonValue][] => {
    const value = body[key];
    return isUnset(value) || (isList(value) && value.length === 0) ? [] : [[name, value]];
  });
  const more = setFields(Object.fromEntries(MODEL_FIELDS.map((key) => [key, body[key]])));
  for (const [key, value] of Object.entries(omitKeys(body, READ)))
    if (value !== null) leaveOut(conversion, childPointer("", key), key);
  const toolList = isList(tools) ? toTools(conversion, tools) : [];
  return {
    modelId: model ?? "",
    ...(isUnset(system) ? {} : { system: toBlocks(conversion, system, "/system") }),
    messages: (isList(messages) ? messages : []).map((message, index) => {
      const { role, content, cache_control: marker } = isObject(message) ? message : {};
      if (!isUnset(marker))
        leaveOut(conversion, childPointer("/messages", index), tell("conversion.markerOnMessage"));
      const at = `${childPointer("/messages", index)}/content`;
      return { role: role ?? "user", content: toBlocks(conversion, content ?? "", at) };
    }),
    ...(toolList.length > 0 ? { toolConfig: { tools: toolList, ...toChoice(conversion, choice) } } : {}),
    ...(inference.length > 0 ? { inferenceConfig: Object.fromEntries(inference) } : {}),
    ...(isEmpty(more) ? {} : { additionalModelRequestFields: more }),
  };
}
