/** Messages as Vercel's AI SDK keeps them, with its options for markers, as a body of the OpenAI dialect. */
import { type Fields, fieldsOf, isObject, listOf, stringOf } from "../values/json";
import { type Said, tell } from "../words/message";
import { writeJson } from "./read-fields";

export interface ConvertedBody {
  readonly body: unknown;
  /** What is left out, one sentence each. */
  readonly lost: readonly Said[];
}

/** Source: https://ai-sdk.dev/docs/reference/ai-sdk-core/model-message (2026-11). */
const OWN_PARTS =
  /^(?:tool-call|tool-result|tool-approval-request|tool-approval-response|step-start|source-url|dynamic-tool|reasoning|tool-.+)$/;
const OPTIONS = ["providerOptions", "providerMetadata", "experimental_providerMetadata"] as const;

const partsOf = (message: Fields): readonly unknown[] =>
  Array.isArray(message.content) ? message.content : listOf(message.parts);

const hasOptions = (value: unknown): boolean =>
  isObject(value) && OPTIONS.some((name) => isObject(value[name]));

const isOwnPart = (part: unknown): boolean =>
  hasOptions(part) ||
  OWN_PARTS.test(stringOf(fieldsOf(part)?.type)) ||
  (isObject(part) && "mediaType" in part);

const isMessage = (value: unknown): boolean => isObject(value) && typeof value.role === "string";

/** A message that only the AI SDK writes so. */
function isOwnMessage(value: unknown): boolean {
  const message = fieldsOf(value);
  if (!message) return false;
  return (
    hasOptions(message) ||
    partsOf(message).some(isOwnPart) ||
    (!("content" in message) && Array.isArray(message.parts) && typeof message.id === "string")
  );
}

function messagesOf(value: unknown): readonly unknown[] | null {
  const fields = fieldsOf(value);
  const messages = fields ? (fields.messages ?? fields.prompt) : value;
  const isKnown = Array.isArray(messages) && messages.length > 0 && messages.every(isMessage);
  return isKnown && messages.some(isOwnMessage) ? messages : null;
}

/** The marker that an option of any provider asks for; null where none does. */
function markerOf(value: unknown): Fields | null {
  const holders = OPTIONS.flatMap((name) => Object.values(fieldsOf(fieldsOf(value)?.[name]) ?? {}));
  for (const holder of holders) {
    const options = fieldsOf(holder);
    const control = fieldsOf(options?.cacheControl) ?? fieldsOf(options?.cache_control);
    if (control) return { ...control, type: stringOf(control.type) || "ephemeral" };
    if (fieldsOf(options?.cachePoint)) return { type: "ephemeral" };
  }
  return null;
}

const withMarker = (part: Fields, marker: Fields | null): Fields =>
  marker ? { ...part, cache_control: marker } : part;

const addressOf = (data: unknown, type: string): string | null => {
  if (typeof data !== "string") return null;
  return /^(?:https?:|data:)/.test(data) ? data : `data:${type};base64,${data}`;
};

/** What a tool gave, as text. */
function resultText(part: Fields): string {
  const output = fieldsOf(part.output);
  const value =
    output && "type" in output
      ? (output.value ?? output.reason)
      : (part.output ?? part.result ?? part.errorText);
  if (typeof value === "string") return value;
  const texts = listOf(value).map((each) => fieldsOf(each)?.text);
  return texts.length > 0 && texts.every((text) => typeof text === "string")
    ? texts.join("\n")
    : writeJson(value);
}

interface Draft {
  readonly messages: Fields[];
  readonly lost: Set<string>;
}

function toPart(value: unknown, draft: Draft): Fields | null {
  const part = fieldsOf(value);
  if (!part) return null;
  if (part.type === "text") return withMarker({ type: "text", text: stringOf(part.text) }, markerOf(part));
  const media = stringOf(part.mediaType ?? part.mimeType) || (part.type === "image" ? "image/png" : "");
  const url = addressOf(part.image ?? part.data ?? part.url, media);
  if (url !== null && media.startsWith("image/"))
    return withMarker({ type: "image_url", image_url: { url } }, markerOf(part));
  draft.lost.add(stringOf(part.type) || "?");
  return null;
}

/** The content with a marker on its last part. */
function markLast(parts: readonly Fields[], marker: Fields | null): unknown {
  const last = parts.at(-1);
  if (marker && last) return parts.with(-1, { ...last, cache_control: marker });
  const [only] = parts;
  return parts.length === 1 && only?.type === "text" && !("cache_control" in only) ? only.text : parts;
}

const isCall = (type: string): boolean =>
  type === "tool-call" || (/^(?:tool-|dynamic-tool$)/.test(type) && type !== "tool-result");

function addResult(part: Fields, marker: Fields | null, draft: Draft): void {
  const own = marker ?? markerOf(part);
  const text = resultText(part);
  draft.messages.push({
    role: "tool",
    tool_call_id: stringOf(part.toolCallId),
    content: own ? [{ type: "text", text, cache_control: own }] : text,
  });
}

function addAssistant(message: Fields, parts: readonly unknown[], draft: Draft): void {
  const texts: Fields[] = [];
  const calls: Fields[] = [];
  const answered: Fields[] = [];
  let reasoning = "";
  for (const value of parts) {
    const part = fieldsOf(value) ?? {};
    const type = stringOf(part.type);
    if (type === "reasoning") reasoning += stringOf(part.text);
    else if (isCall(type)) {
      const name = stringOf(part.toolName) || type.replace(/^tool-/, "");
      const given = writeJson(part.input ?? part.args ?? {});
      calls.push({ id: stringOf(part.toolCallId), type: "function", function: { name, arguments: given } });
      if ("output" in part || "errorText" in part) answered.push(part);
    } else if (type === "tool-result") answered.push(part);
    else if (type !== "step-start") {
      const text = toPart(value, draft);
      if (text) texts.push(text);
    }
  }
  draft.messages.push({
    role: "assistant",
    content: texts.length === 0 ? "" : markLast(texts, markerOf(message)),
    ...(reasoning === "" ? {} : { reasoning_content: reasoning }),
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  });
  for (const part of answered) addResult(part, null, draft);
}

function addMessage(value: unknown, draft: Draft): void {
  const message = fieldsOf(value) ?? {};
  const { role, content } = message;
  const marker = markerOf(message);
  const parts = typeof content === "string" ? [{ type: "text", text: content }] : partsOf(message);
  if (role === "assistant") addAssistant(message, parts, draft);
  else if (role === "tool") {
    for (const [index, part] of parts.entries())
      addResult(fieldsOf(part) ?? {}, index === parts.length - 1 ? marker : null, draft);
  } else {
    const read = parts.map((part) => toPart(part, draft)).filter((part) => part !== null);
    draft.messages.push({ role, content: markLast(read, marker) });
  }
}

function toTool(name: string, value: unknown): Fields[] {
  const tool = fieldsOf(value);
  if (!tool || name === "") return [];
  const schema = fieldsOf(tool.inputSchema) ?? fieldsOf(tool.parameters);
  const parameters = fieldsOf(schema?.jsonSchema) ?? schema ?? { type: "object", properties: {} };
  const description = typeof tool.description === "string" ? { description: tool.description } : {};
  return [{ type: "function", function: { name, ...description, parameters } }];
}

/** A list of tools, or an object of them by their names. */
function toTools(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap((tool) => toTool(stringOf(fieldsOf(tool)?.name), tool));
  return Object.entries(fieldsOf(value) ?? {}).flatMap(([name, tool]) => toTool(name, tool));
}

const SETTINGS: Readonly<Record<string, string>> = {
  temperature: "temperature",
  seed: "seed",
  maxOutputTokens: "max_tokens",
  maxTokens: "max_tokens",
  topP: "top_p",
  topK: "top_k",
  presencePenalty: "presence_penalty",
  frequencyPenalty: "frequency_penalty",
  stopSequences: "stop",
};
const READ = ["model", "modelId", "messages", "prompt", "system", "tools", ...Object.keys(SETTINGS)];

function writeBody(fields: Fields, draft: Draft): Fields {
  const { model, modelId, system, tools } = fields;
  const name = [model, modelId, fieldsOf(model)?.modelId].find((each) => typeof each === "string");
  const settings = Object.entries(SETTINGS).flatMap(([from, to]) =>
    fields[from] === undefined || fields[from] === null ? [] : [[to, fields[from]]],
  );
  const listed = toTools(tools);
  const said = typeof system === "string" ? [{ role: "system", content: system }] : [];
  for (const key of Object.keys(fields)) if (!READ.includes(key)) draft.lost.add(key);
  return {
    ...(name === undefined ? {} : { model: name }),
    ...Object.fromEntries(settings),
    ...(listed.length > 0 ? { tools: listed } : {}),
    messages: [...said, ...draft.messages],
  };
}

/** Null where the value is nothing of the AI SDK. */
export function convertAiSdk(value: unknown): ConvertedBody | null {
  const messages = messagesOf(value);
  if (!messages) return null;
  const draft: Draft = { messages: [], lost: new Set() };
  for (const message of messages) addMessage(message, draft);
  const fields = fieldsOf(value);
  const body = fields ? writeBody(fields, draft) : draft.messages;
  return { body, lost: [...draft.lost].map((name) => tell("importSources.formLost", { name })) };
}
