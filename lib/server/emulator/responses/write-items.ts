/** The items of a response's output: what the model wrote, as the events of a stream open, fill and close them. */

import type { TokenCounter } from "../../../tokens/token-counter";
import { isObject, type JsonObject, type JsonValue } from "../../../values/json";
import type { Reply } from "../compose-reply";
import { fitSchema } from "../fit-schema";

/** One item of the output, in the pieces in which it is streamed. */
export interface OutputItem {
  readonly kind: "message" | "function_call";
  readonly id: string;
  /** Of a call: what its result names. */
  readonly callId: string;
  readonly name: string;
  readonly pieces: readonly string[];
  /** True where the limit of tokens ended it. */
  readonly cut: boolean;
}

const plainId = (requestId: string): string => requestId.replaceAll("-", "").slice(0, 24);

export const responseId = (requestId: string): string => `resp_${plainId(requestId)}`;

/** What a reply comes to as items. */
export function listItems({ pieces, call, cut }: Reply, requestId: string): readonly OutputItem[] {
  const id = plainId(requestId);
  const filled = pieces.filter((piece) => piece !== "");
  return call
    ? [{ kind: "function_call", id: `fc_${id}`, callId: `call_${id}`, name: call.name, pieces: filled, cut }]
    : [{ kind: "message", id: `msg_${id}`, callId: "", name: "", pieces: filled, cut }];
}

type Status = "in_progress" | "completed" | "incomplete";

export const textPart = (text: string) => ({ type: "output_text", text, annotations: [], logprobs: [] });

/** An item as it stands when it has been opened, with nothing in it. */
export function openItem({ kind, id, callId, name }: OutputItem): JsonObject {
  const status: Status = "in_progress";
  return kind === "message"
    ? { id, type: "message", role: "assistant", status, content: [] }
    : { id, type: "function_call", status, call_id: callId, name, arguments: "" };
}

/** An item with all that is in it. */
export function closeItem(item: OutputItem): JsonObject {
  const status: Status = item.cut ? "incomplete" : "completed";
  const text = item.pieces.join("");
  return item.kind === "message"
    ? { ...openItem(item), status, content: [textPart(text)] }
    : { ...openItem(item), status, arguments: text };
}

/** The schema that `text.format` asks for; null where any text will do. */
export function schemaOfText(text: JsonValue | undefined): JsonValue | null {
  const format = isObject(text) ? text.format : undefined;
  if (!isObject(format)) return null;
  if (format.type === "json_object") return { type: "object" };
  return format.type === "json_schema" ? (format.schema ?? {}) : null;
}

const isJson = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
};

/** The reply as a value that fits the schema, where one is asked for and the reply is none yet. */
export function fitReply(reply: Reply, schema: JsonValue | null, counter: TokenCounter, most: number): Reply {
  if (schema === null || reply.call || isJson(reply.pieces.join(""))) return reply;
  const { tokens } = counter.list(JSON.stringify(fitSchema(schema)), most);
  const whole = counter.count(JSON.stringify(fitSchema(schema)));
  return {
    ...reply,
    pieces: tokens.map(({ text }) => text),
    tokens: tokens.length,
    cut: tokens.length < whole,
  };
}
