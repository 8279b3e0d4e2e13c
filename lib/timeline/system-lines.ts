/** Lines that events put into the system text of every request, the time of day among them. */

import { isApart } from "../prompt/message-place";
import type { Message, Part, Prompt } from "../prompt/prompt";
import { type Conversation, isSystem, replaceMessage, spliceMessages } from "./conversation";
import { NOWHERE, writeText } from "./write-message";

/** When a scenario begins. */
const BEGINNING = Date.UTC(2026, 0, 5, 9);

/** The line a clock writes, `at` seconds after the scenario's beginning. */
export function writeClock(at: number): string {
  const time = new Date(BEGINNING + Math.floor(at) * 1000);
  return `Current time: ${time.toISOString().slice(0, 19)}Z`;
}

/** A system message to put lines into, where the request has none. */
export function ensureSystem(conversation: Conversation): Conversation {
  const { prompt } = conversation;
  if (prompt.messages.some(isSystem)) return conversation;
  if (prompt.dialect !== "openai") {
    const pointer = prompt.dialect === "anthropic" ? "/system" : "/instructions";
    const system: Message = {
      pointer,
      range: NOWHERE,
      role: "system",
      form: "string",
      parts: [{ pointer, range: NOWHERE, kind: "text", text: "", marker: null }],
      calls: [],
      reasoning: null,
    };
    return {
      ...conversation,
      prompt: { ...prompt, messages: [system, ...prompt.messages] },
      question: conversation.question + 1,
    };
  }
  const write = (pointer: string): Message => writeText(pointer, "system", "", null);
  return {
    ...conversation,
    prompt: spliceMessages(prompt, 0, 0, [write]),
    question: conversation.question + 1,
  };
}

const joinLines = (...lines: readonly (string | null)[]): string =>
  lines.filter((line) => line !== null && line !== "").join("\n");

function writeLines(message: Message, start: string, end: string | null): Message {
  const isText = ({ kind }: Part): boolean => kind === "text";
  const first = message.parts.findIndex(isText);
  const last = message.parts.findLastIndex(isText);
  if (first < 0) {
    const pointer = isApart(message.pointer) ? message.pointer : `${message.pointer}/content`;
    const at = message.parts.length > 0 ? `${pointer}/${message.parts.length}` : pointer;
    const part: Part = {
      pointer: at,
      range: NOWHERE,
      kind: "text",
      text: joinLines(start, end),
      marker: null,
    };
    return {
      ...message,
      form: message.parts.length > 0 ? "array" : "string",
      parts: [...message.parts, part],
    };
  }
  const parts = message.parts.map((part, index) => {
    const before = index === first ? start : null;
    const after = index === last ? end : null;
    return before === null && after === null ? part : { ...part, text: joinLines(before, part.text, after) };
  });
  return { ...message, parts };
}

/**
 * Writes the lines of a conversation into its request. Requests with the same lines share their system message.
 * Each scenario takes one of its own.
 */
export function createLineWriter(): (conversation: Conversation, at: number) => Prompt {
  const written = new WeakMap<Message, { readonly key: string; readonly message: Message }>();
  return ({ prompt, lines: { start, end, clock } }, at) => {
    if (start === null && end === null && !clock) return prompt;
    const index = prompt.messages.findIndex(isSystem);
    const system = prompt.messages[index];
    if (!system) return prompt;
    const opening = joinLines(clock ? writeClock(at) : null, start);
    const key = `${opening}\0${end ?? ""}`;
    const known = written.get(system);
    const message = known?.key === key ? known.message : writeLines(system, opening, end);
    written.set(system, { key, message });
    return replaceMessage(prompt, index, message);
  };
}
