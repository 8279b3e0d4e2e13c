/** Writes what changes from request to request into the requests of a scenario. */
import {
  type ChangingSpan,
  type ChangingText,
  changeText,
  listChanging,
  type Moment,
} from "../changing/changing-text";
import type { Message, Prompt } from "../prompt/prompt";

/** Changing words of a document, with the part in which they stand. */
export interface PlacedSpan extends ChangingSpan {
  readonly pointer: string;
}

/**
 * Messages that a client writes anew for each request: system messages, and the newest one where it is a user's. Answers and
 * earlier questions are history, which is sent again as it was.
 */
const isWrittenAnew = (prompt: Prompt, message: Message): boolean =>
  message.role === "system" || (message.role === "user" && message === prompt.messages.at(-1));

/** The changing words of a request, in its order. */
export const listPlacedSpans = (prompt: Prompt, told: readonly ChangingText[]): readonly PlacedSpan[] =>
  prompt.messages
    .filter((message) => isWrittenAnew(prompt, message))
    .flatMap(({ parts }) => parts)
    .filter(({ kind }) => kind === "text")
    .flatMap(({ pointer, text }) => listChanging(text, told).map((span) => ({ ...span, pointer })));

/** Whether a clock runs in the request's own words: then none needs to be put there. */
export const hasClock = (prompt: Prompt, told: readonly ChangingText[]): boolean =>
  listPlacedSpans(prompt, told).some(
    ({ kind, change }) => (kind === "clock" || kind === "epoch") && change !== "never",
  );

/** Requests in which a message says the same share it. */
export function createRewriter(told: readonly ChangingText[]): (prompt: Prompt, moment: Moment) => Prompt {
  const written = new WeakMap<Message, { readonly key: string; readonly message: Message }>();

  function rewrite(message: Message, moment: Moment): Message {
    const texts = message.parts.map(({ kind, text }) =>
      kind === "text" ? changeText(text, listChanging(text, told), moment) : text,
    );
    if (texts.every((text, order) => text === message.parts[order]?.text)) return message;
    const key = texts.join("\0");
    const known = written.get(message);
    if (known?.key === key) return known.message;
    const parts = message.parts.map((part, order) => ({ ...part, text: texts[order] ?? part.text }));
    const changed = { ...message, parts };
    written.set(message, { key, message: changed });
    return changed;
  }

  return (prompt, moment) => {
    const messages = prompt.messages.map((message) =>
      isWrittenAnew(prompt, message) ? rewrite(message, moment) : message,
    );
    return messages.every((message, order) => message === prompt.messages[order])
      ? prompt
      : { ...prompt, messages };
  };
}
