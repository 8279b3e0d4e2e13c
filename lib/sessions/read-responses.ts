/** Requests of the Responses API among those recorded, each with what precedes it as far as that was recorded. */
import { chatOfResponses } from "../prompt/services/chat-of-responses";
import { isList, isObject, type JsonObject, type JsonValue } from "../values/json";
import { type Message, tell } from "../words/message";
import type { RecordedAnswer, RecordedExchange } from "./recorded-exchange";

/** A body as chat requests have it; null where there is none, and then why, where that is not said elsewhere. */
export interface ChatForm {
  readonly body: JsonValue | null;
  readonly problem: Message | null;
}

/** Whether a recorded request is one of the Responses API. */
export const isResponses = ({ kind, dialect, path }: Pick<RecordedExchange, "kind" | "dialect" | "path">) =>
  kind === "chat" && dialect === "openai" && /^\/responses\/*(?:\?|$)/.test(path);

const itemsOf = (input: JsonValue | undefined): readonly JsonValue[] => {
  if (isList(input)) return input;
  return typeof input === "string" ? [{ type: "message", role: "user", content: input }] : [];
};

/** What the model wrote, as a later request would have to repeat it. */
const itemsOfAnswer = ({ text, calls }: RecordedAnswer): readonly JsonObject[] => [
  ...(text === "" ? [] : [{ type: "message", role: "assistant", content: text }]),
  ...calls.map(({ id = "", name, arguments: given }) => ({
    type: "function_call",
    call_id: id,
    name,
    arguments: given,
  })),
];

const NOTHING: readonly JsonValue[] = [];

/**
 * Reads exchanges in order of time; those of other APIs come back as they are. An exchange that comes again has the same
 * form, as long as what precedes it is the same.
 */
export function createResponsesReader(): (exchange: RecordedExchange) => ChatForm {
  /** By the id of each response: all that was said up to its end. */
  const said = new Map<string, readonly JsonValue[]>();
  const known = new WeakMap<
    RecordedExchange,
    { readonly before: readonly JsonValue[]; readonly form: ChatForm }
  >();
  return (exchange) => {
    const { body, answer } = exchange;
    if (!isResponses(exchange) || !isObject(body ?? undefined)) return { body, problem: null };
    const sent = body as JsonObject;
    const { previous_response_id: previous, input } = sent;
    const before = typeof previous === "string" ? said.get(previous) : NOTHING;
    const read = known.get(exchange);
    if (read && read.before === before) return read.form;
    if (!before) return { body: null, problem: tell("sessions.precedesUnrecorded") };
    const items = [...before, ...itemsOf(input)];
    if (answer?.id) said.set(answer.id, [...items, ...itemsOfAnswer(answer)]);
    const form = { body: chatOfResponses({ ...sent, input: items }), problem: null };
    known.set(exchange, { before, form });
    return form;
  };
}
