/** Reads one item of a recorded session: the request's body, when it was sent, and what the model answered. */
import { isRecord } from "./restore-value";

export interface RecordedRequest {
  /** As JSON.parse gave it: an object, or a bare message array. */
  readonly body: unknown;
  /** Seconds from any origin; null where it is not recorded. */
  readonly at: number | null;
  /** Seconds; null where it is not recorded. */
  readonly duration: number | null;
  /** Empty where it is not recorded. */
  readonly reply: string;
}

export type RecordResult =
  | { readonly ok: true; readonly request: RecordedRequest }
  /** What is wrong, to be said after the item's place. */
  | { readonly ok: false; readonly reason: string };

/** Epoch seconds stay below this for three thousand years; a larger number is in milliseconds. */
const MILLISECONDS_FROM = 1e11;
const ZONE = /(?:z|[+-]\d{2}:?\d{2})$/i;

const numberOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;

function readTime(value: unknown): number | null {
  if (typeof value === "number") return numberOf(Math.abs(value) >= MILLISECONDS_FROM ? value / 1000 : value);
  if (typeof value !== "string") return null;
  // Without a zone a time would depend on where it is read.
  const written = /\d:\d/.test(value) && !ZONE.test(value.trim()) ? `${value.trim()}Z` : value;
  return numberOf(Date.parse(written) / 1000);
}

const joinTexts = (parts: readonly unknown[]): string =>
  parts
    .map((part) => (isRecord(part) && typeof part.text === "string" ? part.text : ""))
    .filter((text) => text !== "")
    .join("\n");

const textOf = (content: unknown): string =>
  typeof content === "string" ? content : Array.isArray(content) ? joinTexts(content) : "";

/** The text of a reply: a string, a message, or a response of either dialect. */
function readReply(value: unknown): string {
  if (!isRecord(value)) return textOf(value);
  const choice: unknown = Array.isArray(value.choices) ? value.choices[0] : undefined;
  return isRecord(choice) ? readReply(choice.message) : textOf(value.content);
}

function readText(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

const hasMessages = (body: unknown): boolean => {
  const messages = isRecord(body) ? body.messages : body;
  return Array.isArray(messages) && messages.length > 0 && messages.every(isRecord);
};

/** Reads an item; never throws on what JSON can say. */
export function readRecord(value: unknown): RecordResult {
  const wrapper = isRecord(value) && !("messages" in value) ? value : {};
  const written = wrapper.body ?? wrapper.request ?? value;
  const body = typeof written === "string" ? readText(written) : written;
  if (!hasMessages(body)) return { ok: false, reason: "has no messages" };
  const duration = numberOf(wrapper.duration);
  return {
    ok: true,
    request: {
      body,
      at: readTime(wrapper.at ?? wrapper.timestamp),
      duration: duration === null ? null : Math.max(0, duration),
      reply: readReply(wrapper.reply ?? wrapper.response),
    },
  };
}
