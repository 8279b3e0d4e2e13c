/** A reply in the form that `text.format` asks for. */
import type { TokenCounter } from "../../../tokens/token-counter";
import { isObject, type JsonValue } from "../../../values/json";
import type { Reply } from "../compose-reply";
import { fitSchema } from "../fit-schema";

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

/**
 * The reply as a value that fits the schema, where one is asked for and the reply is none yet.
 * @param most tokens that the answer may have
 */
export function fitReply(reply: Reply, schema: JsonValue | null, counter: TokenCounter, most: number): Reply {
  if (schema === null || reply.call || isJson(reply.pieces.join(""))) return reply;
  const whole = JSON.stringify(fitSchema(schema));
  const { tokens } = counter.list(whole, most);
  const pieces = tokens.map(({ text }) => text);
  return { ...reply, pieces, tokens: pieces.length, cut: pieces.length < counter.count(whole) };
}
