/** Reads what a service answered: its text and what it billed, from a response, a stream of events or plain text. */
import { type DecodedUsage, decodeUsage } from "../answers/decode-usage";
import { findUsage } from "../answers/find-usage";
import { createStreamReader } from "../answers/read-stream";
import { isObject } from "../values/json";
import { parseValue } from "./parse-value";

export interface ReadAnswer {
  /** Empty where there is none. */
  readonly reply: string;
  /** Null where it is not told. */
  readonly usage: DecodedUsage | null;
}

const joinTexts = (parts: readonly unknown[]): string =>
  parts
    .map((part) => (isObject(part) && typeof part.text === "string" ? part.text : ""))
    .filter((text) => text !== "")
    .join("\n");

const textOf = (content: unknown): string =>
  typeof content === "string" ? content : Array.isArray(content) ? joinTexts(content) : "";

/** The text of a candidate of Gemini; thoughts are no part of what is sent again. */
function candidateText(candidate: unknown): string {
  const content = isObject(candidate) && isObject(candidate.content) ? candidate.content : {};
  const parts: readonly unknown[] = Array.isArray(content.parts) ? content.parts : [];
  return joinTexts(parts.filter((part) => !isObject(part) || part.thought !== true));
}

/** The messages among the items of a Responses answer; calls and reasoning are none. */
const itemsText = (items: readonly unknown[]): string =>
  items
    .map((item) => (isObject(item) && item.type === "message" ? textOf(item.content) : ""))
    .filter((text) => text !== "")
    .join("\n");

/** Depth of a reply within a reply is bounded by what the formats have: response, output, choice, message. */
function replyOf(value: unknown): string {
  if (!isObject(value)) return textOf(value);
  if (Array.isArray(value.candidates)) return candidateText(value.candidates[0]);
  if (Array.isArray(value.output)) return itemsText(value.output);
  // The native endpoint keeps its choices under `output`, Bedrock its message.
  const outer = isObject(value.output) ? value.output : value;
  const choice: unknown = Array.isArray(outer.choices) ? outer.choices[0] : undefined;
  const message = isObject(choice) ? choice.message : isObject(outer.message) ? outer.message : outer;
  return isObject(message) ? textOf(message.content ?? message.text) : textOf(message);
}

/** What was billed, out of a usage object or a response that holds one; null where there is none. Never throws. */
export function readUsage(value: unknown): DecodedUsage | null {
  const reading = decodeUsage(value);
  return reading.ok ? reading.usage : null;
}

function readEvents(text: string): ReadAnswer {
  const reader = createStreamReader();
  reader.push(text);
  reader.end();
  const { text: reply, usage } = reader.answer();
  return { reply, usage: readUsage(usage) };
}

const isResponse = (value: unknown): boolean =>
  isObject(value) &&
  (Array.isArray(value.choices) ||
    Array.isArray(value.content) ||
    Array.isArray(value.candidates) ||
    isObject(value.output) ||
    Array.isArray(value.output) ||
    "usage" in value);

function readText(text: string): ReadAnswer {
  if (/^\s*(?:event|data|id|:)[^\n]*\n/.test(text) && /^data:/m.test(text)) return readEvents(text);
  // A model may well answer in JSON: only the response of a service is taken apart.
  const parsed = text.trimStart().startsWith("{") ? parseValue(text) : null;
  return parsed?.ok && isResponse(parsed.value) ? readAnswer(parsed.value) : { reply: text, usage: null };
}

/** Reads a text, a message, a response of either dialect or of the native endpoint, or events. Never throws. */
export function readAnswer(value: unknown): ReadAnswer {
  if (typeof value === "string") return readText(value);
  const usage = findUsage(value);
  return { reply: replyOf(value), usage: usage && readUsage(usage) };
}
