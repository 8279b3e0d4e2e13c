/** Finds the answers that a recording leaves out in the messages of the request that goes on from them. */
import { fromResponses, isResponsesBody } from "../prompt/services/from-responses";
import { joinAnswer } from "../timeline/write-message";
import { type Fields, fieldsOf, listOf, stringOf } from "../values/json";
import type { Exchange } from "./exchange";
import { readAnswer } from "./read-answer";
import { partsOf } from "./rebuild-conversation";

export interface DerivedReplies {
  readonly exchanges: readonly Exchange[];
  /** So many replies were found. */
  readonly found: number;
}

/** Requests that may stand between one and the one that goes on from it: other conversations, or its parallel ones. */
const LOOK_AHEAD = 20;

/** What is said in turn: a system text may change, as one with a clock does, without being another conversation. */
function listSaid(body: unknown): readonly Fields[] {
  const chat = isResponsesBody(body) ? fromResponses({ losses: [] }, body) : body;
  const messages = Array.isArray(chat) ? chat : listOf(fieldsOf(chat)?.messages);
  return messages.flatMap((message) => {
    const fields = fieldsOf(message);
    return fields && fields.role !== "system" && fields.role !== "developer" ? [fields] : [];
  });
}

const withoutMarkers = (value: unknown): unknown => {
  const fields = fieldsOf(value);
  if (!fields) return value;
  const { cache_control: _, prompt_cache_breakpoint: __, ...rest } = fields;
  return rest;
};

/** What a message says as JSON, the same however it is marked, and whether its text stands in a part or alone. */
function createKeys(): (message: Fields) => string {
  const known = new WeakMap<Fields, string>();
  return (message) => {
    const key =
      known.get(message) ??
      JSON.stringify({
        ...fieldsOf(withoutMarkers(message)),
        content: partsOf(message.content).map(withoutMarkers),
      });
    known.set(message, key);
    return key;
  };
}

function readCall(value: unknown): readonly { readonly name: string; readonly arguments: string }[] {
  const fields = fieldsOf(value);
  const called = fieldsOf(fields?.function);
  if (called) return [{ name: stringOf(called.name), arguments: stringOf(called.arguments) }];
  if (fields?.type !== "tool_use") return [];
  return [{ name: stringOf(fields.name), arguments: JSON.stringify(fields.input ?? {}) }];
}

/** All that the model has written in a message: its reasoning where that was sent again, its text and its calls. */
function writtenIn(message: Fields): string {
  const thoughts = listOf(message.content).map((part) => stringOf(fieldsOf(part)?.thinking));
  const thinking = [stringOf(message.reasoning_content), ...thoughts]
    .filter((text) => text !== "")
    .join("\n");
  const calls = [...listOf(message.tool_calls), ...listOf(message.content)].flatMap(readCall);
  return joinAnswer(
    { text: readAnswer(message).reply, thinking },
    calls.map((call) => ({ ...call, result: "" })),
  );
}

/**
 * Fills in replies that were not recorded, from the messages of the model with which a later request goes on. What the
 * model wrote besides, such as reasoning that nobody sends again, stays unknown: such a reply is an estimate.
 * @param exchanges in order of time
 */
export function deriveReplies(exchanges: readonly Exchange[]): DerivedReplies {
  const keyOf = createKeys();
  const said = exchanges.map(({ body }) => listSaid(body));
  let found = 0;

  function derive(exchange: Exchange, index: number): Exchange {
    const own = said[index] ?? [];
    if (exchange.reply !== "" || own.length === 0 || own.at(-1)?.role === "assistant") return exchange;
    for (let next = index + 1; next <= Math.min(index + LOOK_AHEAD, exchanges.length - 1); next++) {
      const later = said[next] ?? [];
      if (exchanges[next]?.conversation !== exchange.conversation || later[own.length]?.role !== "assistant")
        continue;
      const goesOn = own.every((message, at) => {
        const other = later[at];
        return other !== undefined && (message === other || keyOf(message) === keyOf(other));
      });
      if (!goesOn) continue;
      const rest = later.slice(own.length);
      const end = rest.findIndex(({ role }) => role !== "assistant");
      const reply = rest
        .slice(0, end < 0 ? rest.length : end)
        .map(writtenIn)
        .join("\n");
      if (reply === "") return exchange;
      found++;
      return { ...exchange, reply };
    }
    return exchange;
  }

  return { exchanges: exchanges.map(derive), found };
}
