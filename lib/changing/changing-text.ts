/** How words that change from request to request change, and what stands in their place at a certain time. */
import { createPicker } from "../values/random";
import { advanceMoment } from "./advance-moment";
import { findVolatile } from "./find-volatile";
import type { VolatileKind } from "./volatile-patterns";

/** `clock`: as the time of the scenario goes on. `conversation`: another one only in another conversation. */
export const CHANGES = ["request", "clock", "day", "conversation", "never"] as const;

export type Change = (typeof CHANGES)[number];

/** What is said about certain words, wherever they stand in the request. */
export interface ChangingText {
  readonly words: string;
  readonly change: Change;
}

/** Words of a text that change. */
export interface ChangingSpan extends ChangingText {
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** `other`: words that only the user has named. */
  readonly kind: VolatileKind | "other";
}

/** When a request is sent: seconds from the first one, and its number, from 0. */
export interface Moment {
  readonly at: number;
  readonly number: number;
}

const OF_A_CONVERSATION = /(?:session|conversation|thread|run)[ _-]?(?:id|uuid|identifier)?[\s"'*_`:=>(]*$/i;
const HAS_TIME = /\d{1,2}:\d{2}/;

/** Characters before the words that say what they are. */
const REACH = 40;

/** What is assumed of a kind of words, until somebody says otherwise. */
function defaultChange(kind: VolatileKind, words: string, before: string): Change {
  switch (kind) {
    case "clock":
      return HAS_TIME.test(words) ? "clock" : "day";
    case "epoch":
      return "clock";
    case "id":
      return OF_A_CONVERSATION.test(before) ? "conversation" : "request";
    case "uuid":
      return OF_A_CONVERSATION.test(before) ? "conversation" : "request";
    case "counter":
      return "request";
    case "folder":
    case "hash":
    case "git":
    case "billing":
      return "conversation";
  }
}

/**
 * The changing words of a text, in order.
 * @param told what the user has said: it wins over what is assumed, and names further words
 */
export function listChanging(text: string, told: readonly ChangingText[] = []): readonly ChangingSpan[] {
  const spans: ChangingSpan[] = findVolatile(text).map(({ kind, start, end }) => {
    const words = text.slice(start, end);
    const before = text.slice(Math.max(0, start - REACH), start);
    const own = told.find((each) => each.words === words);
    return { kind, start, end, words, change: own?.change ?? defaultChange(kind, words, before) };
  });
  for (const { words, change } of told) {
    if (words === "") continue;
    for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
      const end = start + words.length;
      if (spans.some((other) => start < other.end && other.start < end)) continue;
      spans.push({ kind: "other", start, end, words, change });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** A whole number that is the same for the same words. */
function seedOf(words: string): number {
  let seed = 7;
  for (let at = 0; at < words.length; at++) seed = (Math.imul(seed, 31) + words.charCodeAt(at)) | 0;
  return seed;
}

const HEX = "0123456789abcdef";
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Other words of the same form: each digit another digit, each letter another letter, where any digit is in the stretch. */
function redraw(words: string, seed: number): string {
  const pick = createPicker(seed);
  const hasDigit = /\d/.test(words);
  return words.replace(/[A-Za-z0-9]+/g, (stretch) => {
    if (hasDigit && !/\d/.test(stretch)) return stretch;
    const isHex = /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(stretch) && /\d/.test(stretch);
    return stretch.replace(/[A-Za-z0-9]/g, (character) => {
      if (isHex) {
        const next = HEX[pick(16)] ?? "0";
        return stretch === stretch.toUpperCase() ? next.toUpperCase() : next;
      }
      if (/\d/.test(character)) return String(pick(10));
      const next = LETTERS[pick(26)] ?? "a";
      return character === character.toUpperCase() ? next.toUpperCase() : next;
    });
  });
}

const DAY = 86_400;
const MORNING = 9 * 3600;

/** Seconds that a time of day and a scenario's time have gone beyond whole days. */
const daysAt = (at: number): number => Math.floor((MORNING + at) / DAY);

function advanceEpoch(words: string, seconds: number): string {
  const [whole = "", fraction] = words.split(".");
  const scale = whole.length > 10 ? 1000 : 1;
  const later = String(Number(whole) + Math.floor(seconds) * scale);
  return fraction === undefined ? later : `${later}.${fraction}`;
}

/** What stands in the place of the words in a request: the first request has them as they are. */
export function wordsAt({ kind, words, change }: ChangingSpan, { at, number }: Moment): string {
  if (change === "never" || change === "conversation") return words;
  const isClock = kind === "clock" || kind === "epoch";
  // A clock that is another one for each request goes on by a second at least, a date by a day.
  const each = HAS_TIME.test(words) || kind === "epoch" ? number : number * DAY;
  const seconds = change === "request" ? Math.max(at, each) : change === "day" ? daysAt(at) * DAY : at;
  if (kind === "epoch") return advanceEpoch(words, seconds);
  if (isClock) return advanceMoment(words, seconds);
  const step = change === "request" ? number : change === "day" ? daysAt(at) : Math.floor(at / 60);
  if (kind === "counter") return String(Number(words) + step);
  return step === 0 ? words : redraw(words, seedOf(words) + step);
}

/** A text as a request has it; the same string where nothing of it changes. */
export function changeText(text: string, spans: readonly ChangingSpan[], moment: Moment): string {
  let changed = "";
  let from = 0;
  for (const span of spans) {
    const next = wordsAt(span, moment);
    if (next === span.words) continue;
    changed += text.slice(from, span.start) + next;
    from = span.end;
  }
  return from === 0 ? text : changed + text.slice(from);
}
