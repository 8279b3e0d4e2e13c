/** Takes secrets and ids of persons out of the bodies and answers of an import, whatever its source. */
import { redactBody } from "../redact/redact-body";
import type { Alias, Redaction } from "../redact/redaction";
import { isList, isObject, type JsonValue } from "../values/json";
import type { Said } from "../words/message";
import type { Exchange } from "./exchange";
import { createInterner } from "./intern-values";

export interface CleanedExchanges {
  readonly exchanges: readonly Exchange[];
  /** Names of what was taken out, one item each time. */
  readonly removed: readonly Said[];
}

type Body = { readonly [key: string]: JsonValue };

/**
 * Redacts value by value. A conversation sends its messages again with each request: one that is known is not searched
 * again and becomes one object for all requests.
 * @param onCleaned called after each body with how many are done, and how much was taken out of them
 */
export function cleanExchanges(
  exchanges: readonly Exchange[],
  alias: Alias,
  onCleaned: (done: number, removed: number) => void,
): CleanedExchanges {
  const removed: Said[] = [];
  let bodies = 0;
  const numberOf = createInterner();
  const known = new Map<number, Redaction>();

  function cleanValue(value: JsonValue): JsonValue {
    const number = numberOf(value);
    const redaction = known.get(number) ?? redactBody(value, alias);
    known.set(number, redaction);
    for (const name of redaction.removed) removed.push(name);
    return redaction.value;
  }

  function cleanBody(body: JsonValue): JsonValue {
    if (Array.isArray(body)) return body.map(cleanValue);
    if (!isObject(body)) return cleanValue(body);
    const key = Array.isArray(body.messages) ? "messages" : "input";
    const messages = (body as Body)[key];
    if (!isList(messages)) return cleanValue(body);
    // The fields keep their order, and what their names tell of them.
    return Object.fromEntries(
      Object.entries(body as Body).flatMap(([name, value]) =>
        name === key
          ? [[name, messages.map(cleanValue)]]
          : Object.entries(cleanValue({ [name]: value }) as Body),
      ),
    );
  }

  const cleaned = exchanges.map((exchange): Exchange => {
    const reply = exchange.reply === "" ? "" : cleanValue(exchange.reply);
    const body = exchange.body === null ? null : cleanBody(exchange.body as JsonValue);
    if (body !== null) onCleaned(++bodies, removed.length);
    return { ...exchange, body, reply: typeof reply === "string" ? reply : "" };
  });
  return { exchanges: cleaned, removed };
}
