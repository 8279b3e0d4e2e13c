/** Messages as LangChain keeps or prints them, as a body of the OpenAI dialect. */
import { type Fields, fieldsOf, isObject, listOf, ownField, stringOf } from "../values/json";
import { type Said, tell } from "../words/message";
import type { ConvertedBody } from "./convert-ai-sdk";
import { writeJson } from "./read-fields";
import { classOf } from "./write-known";

export interface ChainMessage {
  readonly message: Fields;
  /** As LangChain keeps it; null where it keeps none. */
  readonly usage: unknown;
  readonly model: string | null;
}

const ROLES: Readonly<Record<string, string>> = {
  system: "system",
  human: "user",
  ai: "assistant",
  tool: "tool",
  function: "function",
  developer: "developer",
};

/** `HumanMessage`, `AIMessageChunk` as `human`, `ai`. */
const kindOfClass = (name: string): string => name.replace(/Message(?:Chunk)?$/, "").toLowerCase();

/** The kind of a message and its fields, in any of the forms it is kept in; null where it is none. */
function openMessage(value: unknown): { readonly kind: string; readonly fields: Fields } | null {
  const fields = fieldsOf(value);
  if (!fields || "role" in fields) return null;
  const printed = classOf(value);
  if (printed !== null)
    return /Message(?:Chunk)?$/.test(printed) ? { kind: kindOfClass(printed), fields } : null;
  const kwargs = fieldsOf(fields.kwargs);
  if (kwargs && Array.isArray(fields.id))
    return { kind: kindOfClass(stringOf(fields.id.at(-1))), fields: kwargs };
  const kind = stringOf(fields.type)
    .replace(/MessageChunk$/i, "")
    .toLowerCase();
  const data = fieldsOf(fields.data);
  if (data && "content" in data) return { kind, fields: data };
  const isFlat = "content" in fields && ("additional_kwargs" in fields || "response_metadata" in fields);
  return isFlat ? { kind, fields } : null;
}

function callsOf({ tool_calls: calls, additional_kwargs: more }: Fields): readonly Fields[] {
  const own = listOf(calls).flatMap((value) => {
    const call = fieldsOf(value);
    if (!call) return [];
    return [
      {
        id: stringOf(call.id),
        type: "function",
        function: { name: stringOf(call.name), arguments: writeJson(call.args ?? {}) },
      },
    ];
  });
  return own.length > 0 ? own : listOf(fieldsOf(more)?.tool_calls).filter(isObject);
}

function readMessage(value: unknown, lost: Set<string>): ChainMessage | null {
  const opened = openMessage(value);
  const role = ownField(ROLES, opened?.kind ?? "");
  if (!opened || role === undefined) return null;
  const { fields } = opened;
  const calls = role === "assistant" ? callsOf(fields) : [];
  const isText = (part: unknown): boolean =>
    !/^(?:tool_use|tool_call|function_call)$/.test(stringOf(fieldsOf(part)?.type));
  // The calls stand in parts of their own service, too.
  const content = Array.isArray(fields.content) ? fields.content.filter(isText) : fields.content;
  if (Array.isArray(content) && content.some((part) => typeof part === "string")) lost.add("content");
  const meta = fieldsOf(fields.response_metadata);
  const model = [meta?.model_name, meta?.model].find((name) => typeof name === "string");
  return {
    message: {
      role,
      content: Array.isArray(content) && content.length === 0 ? "" : content,
      ...(calls.length > 0 ? { tool_calls: calls } : {}),
      ...(role === "tool" ? { tool_call_id: stringOf(fields.tool_call_id) } : {}),
    },
    usage: fields.usage_metadata ?? meta?.token_usage ?? meta?.usage ?? null,
    model: typeof model === "string" ? model : null,
  };
}

/** The list of messages in a value, which may hold it alone or as a batch of one. */
function listIn(value: unknown): readonly unknown[] | null {
  const fields = fieldsOf(value);
  const list = fields && classOf(value) === null ? (fields.messages ?? null) : value;
  if (!Array.isArray(list) || list.length === 0) return null;
  return list.length === 1 && Array.isArray(list[0]) ? list[0] : list;
}

/** All messages; null where one of them is none of LangChain's. */
export function readChainMessages(value: unknown, lost = new Set<string>()): readonly ChainMessage[] | null {
  const list = listIn(value);
  if (!list || !openMessage(list[0])) return null;
  const read = list.map((each) => readMessage(each, lost));
  return read.every((each) => each !== null) ? read : null;
}

/** Null where the value is nothing of LangChain. */
export function convertLangChain(value: unknown): ConvertedBody | null {
  const lost = new Set<string>();
  const read = readChainMessages(value, lost);
  if (!read) return null;
  const messages = read.map(({ message }) => message);
  const { messages: _, ...rest } = fieldsOf(value) ?? {};
  const sentences: Said[] = [...lost].map((name) => tell("importSources.formLost", { name }));
  return { body: isObject(value) ? { ...rest, messages } : messages, lost: sentences };
}
