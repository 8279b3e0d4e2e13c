/** Makes requests of a conversation that is kept as one list: each answer was given to the messages before it. */
import type { DecodedUsage } from "../answers/decode-usage";
import { stringOf } from "../values/json";
import type { Said } from "../words/message";
import type { Exchange } from "./exchange";
import { readAnswer } from "./read-answer";

export interface KeptMessage {
  readonly message: Readonly<Record<string, unknown>>;
  readonly place: Said;
  /** What was billed for it, of an answer; null where that is not kept. */
  readonly usage: DecodedUsage | null;
  readonly model: string | null;
  /** Epoch seconds at which it was written; null where that is not kept. */
  readonly at: number | null;
}

/** Arrays of neighbouring requests share their messages, but so many arrays do not fit. */
const MOST_BODIES = 2_000;

/**
 * One exchange for each answer, and one for what stands behind the last. Without any that tells what was billed the list is
 * one request.
 * @param write the body with these messages
 */
export function splitConversation(
  kept: readonly KeptMessage[],
  write: (messages: readonly unknown[], model: string | null) => unknown,
): Exchange[] {
  const messages = kept.map(({ message }) => message);
  const answers = kept.flatMap((each, index) =>
    each.message.role === "assistant" && each.usage ? [index] : [],
  );
  const model = kept.find((each) => each.model !== null)?.model ?? null;
  const exchanges = answers.map((index, order): Exchange => {
    const { place, usage, message, at } = kept[index] as KeptMessage;
    const asked = kept[index - 1]?.at ?? null;
    const own = kept[index]?.model ?? model;
    return {
      place,
      at: asked ?? at,
      duration: asked !== null && at !== null && at >= asked ? at - asked : null,
      body: order < MOST_BODIES ? write(messages.slice(0, index), own) : null,
      reply: readAnswer(message).reply,
      usage,
      model: own,
      conversation: null,
    };
  });
  const last = kept.at(-1);
  const isOpen = last !== undefined && answers.at(-1) !== kept.length - 1;
  if (!isOpen || (answers.length > 0 && stringOf(last.message.role) === "assistant")) return exchanges;
  const rest: Exchange = {
    place: last.place,
    at: last.at,
    duration: null,
    body: write(messages, model),
    reply: "",
    usage: null,
    model,
    conversation: null,
  };
  return [...exchanges, rest];
}
