/** Writes what changes from request to request into the requests of a scenario. */

import { timeOfDay } from "../changing/advance-moment";
import {
  type ChangingSpan,
  type ChangingText,
  changeText,
  listChanging,
  type Moment,
} from "../changing/changing-text";
import { childPointer } from "../prompt/json-pointer";
import type { Message, Prompt, Tool } from "../prompt/prompt";
import type { JsonValue } from "../values/json";
import type { Scenario } from "./scenario";

/** Changing words of a document, with the place of the text in which they stand. */
export interface PlacedSpan extends ChangingSpan {
  /** Of the part, or of the string within a tool. */
  readonly pointer: string;
}

/** Index of the message that was answered first; beyond the end where none was. */
function firstAnswered({ messages }: Prompt): number {
  const answer = messages.findIndex(({ role }) => role !== "system" && role !== "user");
  return answer < 0 ? messages.length : answer - 1;
}

/**
 * The messages that a client writes anew for each request: system messages, what a user's program puts before the first
 * question, and the newest message where it is a user's. Answers and earlier questions are history, which is sent again as
 * it was.
 */
function listWrittenAnew(prompt: Prompt): ReadonlySet<Message> {
  const { messages } = prompt;
  const asked = firstAnswered(prompt);
  return new Set(
    messages.filter(
      ({ role }, index) =>
        role === "system" || (role === "user" && (index < asked || index === messages.length - 1)),
    ),
  );
}

/** Every string of a tool with its pointer; names of properties are none. */
function* stringsOf(value: JsonValue, pointer: string): Generator<readonly [pointer: string, text: string]> {
  if (typeof value === "string") yield [pointer, value];
  else if (value !== null && typeof value === "object") {
    for (const [key, member] of Object.entries(value)) yield* stringsOf(member, childPointer(pointer, key));
  }
}

/** The changing words of a request, in its order: those of its tools first. */
export function listPlacedSpans(prompt: Prompt, told: readonly ChangingText[]): readonly PlacedSpan[] {
  const anew = listWrittenAnew(prompt);
  const texts = [
    ...prompt.tools.flatMap(({ value, pointer }) => [...stringsOf(value, pointer)]),
    ...prompt.messages
      .filter((message) => anew.has(message))
      .flatMap(({ parts }) => parts)
      .filter(({ kind }) => kind === "text")
      .map(({ pointer, text }) => [pointer, text] as const),
  ];
  return texts.flatMap(([pointer, text]) => listChanging(text, told).map((span) => ({ ...span, pointer })));
}

/** Changing words of a question of the script, with the index of its turn. */
export interface ScriptSpan extends ChangingSpan {
  readonly turn: number;
}

/** The changing words of the questions that a script asks. */
export const listScriptSpans = ({ turns }: Scenario, told: readonly ChangingText[]): readonly ScriptSpan[] =>
  turns.flatMap(({ mode, user, userTokens }, turn) =>
    (mode === "append" || mode === "replace") && userTokens === undefined
      ? listChanging(user, told).map((span) => ({ ...span, turn }))
      : [],
  );

/** Whether a clock runs in the request's own words: then none needs to be put there. */
export const hasClock = (prompt: Prompt, told: readonly ChangingText[]): boolean =>
  listPlacedSpans(prompt, told).some(
    ({ kind, change }) => (kind === "clock" || kind === "epoch") && change !== "never",
  );

/** Seconds of the day that the words of a request tell; null where none of them tells a time that goes on. */
const findTimeOfDay = (prompt: Prompt, told: readonly ChangingText[]): number | null =>
  listPlacedSpans(prompt, told)
    .filter(({ kind, change }) => kind === "clock" && change === "clock")
    .map(({ words }) => timeOfDay(words))
    .find((seconds) => seconds !== null) ?? null;

function mapStrings(value: JsonValue, write: (text: string) => string): JsonValue {
  if (typeof value === "string") return write(value);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, write));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapStrings(member, write)]));
}

/** The texts of a message's parts. */
type Texts = readonly string[];

const textsOf = ({ parts }: Message): Texts => parts.map(({ text }) => text);

/**
 * A request as it is at its time. What does not change is the same object.
 * @param goesOn whether the conversation goes on from it; false for a request beside others
 */
export type Rewriter = (prompt: Prompt, moment: Moment, goesOn?: boolean) => Prompt;

/**
 * Rewrites the requests of one conversation, in their order: a question is written when it is the newest message, and sent
 * again as it was from then on. Requests in which a message says the same share it.
 */
export function createRewriter(told: readonly ChangingText[]): Rewriter {
  const written = new WeakMap<Message, { readonly key: string; readonly message: Message }>();
  const writtenTools = new WeakMap<
    readonly Tool[],
    { readonly key: string; readonly tools: readonly Tool[] }
  >();
  /** Questions as they were sent, by what stands in the conversation for them. */
  const asked = new Map<string, Texts>();
  const changingMessages = new WeakMap<Message, boolean>();
  const changingTools = new WeakMap<readonly Tool[], boolean>();

  const changes = (text: string): boolean =>
    listChanging(text, told).some(({ change }) => change !== "never" && change !== "conversation");

  function isChanging(message: Message): boolean {
    const known =
      changingMessages.get(message) ??
      message.parts.some(({ kind, text }) => kind === "text" && changes(text));
    changingMessages.set(message, known);
    return known;
  }

  /** Of the first request: dates change at the midnight of its clock. */
  let startOfDay: number | null | undefined;

  const write = (text: string, moment: Moment): string => changeText(text, listChanging(text, told), moment);

  function withTexts(message: Message, texts: Texts): Message {
    if (texts.every((text, order) => text === message.parts[order]?.text)) return message;
    const key = texts.join("\0");
    const known = written.get(message);
    if (known?.key === key) return known.message;
    const parts = message.parts.map((part, order) => ({ ...part, text: texts[order] ?? part.text }));
    const changed = { ...message, parts };
    written.set(message, { key, message: changed });
    return changed;
  }

  function areChanging(tools: readonly Tool[]): boolean {
    const known =
      changingTools.get(tools) ??
      tools.some(({ value, pointer }) => [...stringsOf(value, pointer)].some(([, text]) => changes(text)));
    changingTools.set(tools, known);
    return known;
  }

  function rewriteTools(tools: readonly Tool[], moment: Moment): readonly Tool[] {
    if (!areChanging(tools)) return tools;
    const values = tools.map(({ value }) => mapStrings(value, (text) => write(text, moment)));
    const key = JSON.stringify(values);
    if (key === JSON.stringify(tools.map(({ value }) => value))) return tools;
    const known = writtenTools.get(tools);
    if (known?.key === key) return known.tools;
    const changed = tools.map((tool, order) => ({ ...tool, value: values[order] ?? tool.value }));
    writtenTools.set(tools, { key, tools: changed });
    return changed;
  }

  return (prompt, { at, number }, goesOn = true) => {
    if (startOfDay === undefined) startOfDay = findTimeOfDay(prompt, told);
    const moment: Moment = { at, number, ...(startOfDay === null ? {} : { startOfDay }) };
    const tools = rewriteTools(prompt.tools, moment);
    const newest = prompt.messages.at(-1);
    const anew = prompt.messages.some(isChanging) ? listWrittenAnew(prompt) : new Set<Message>();
    /** How many messages before say the same. */
    const said = new Map<string, number>();
    const messages = prompt.messages.map((message) => {
      if ((message.role !== "system" && message.role !== "user") || !isChanging(message)) return message;
      const texts = textsOf(message);
      const rewrite = (): Texts =>
        message.parts.map(({ kind, text }) => (kind === "text" ? write(text, moment) : text));
      if (message.role === "system") return withTexts(message, rewrite());
      const words = texts.join("\0");
      const before = said.get(words) ?? 0;
      said.set(words, before + 1);
      const key = `${before}\0${words}`;
      if (!anew.has(message)) return withTexts(message, asked.get(key) ?? texts);
      const now = rewrite();
      if (message === newest && goesOn) asked.set(key, now);
      return withTexts(message, now);
    });
    const isSame = messages.every((message, order) => message === prompt.messages[order]);
    if (isSame && tools === prompt.tools) return prompt;
    return { ...prompt, tools, messages: isSame ? prompt.messages : messages };
  };
}
