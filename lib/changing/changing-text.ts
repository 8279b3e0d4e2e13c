/** How words that change from request to request change, and what stands in their place at a certain time. */
import { createPicker } from "../values/random";
import { type Message, tell } from "../words/message";
import { advanceMoment, MORNING } from "./advance-moment";
import { findVolatile } from "./find-volatile";
import type { VolatileKind } from "./volatile-patterns";

/** `clock`: as the time of the scenario goes on. `conversation`: another one only in another conversation. */
export const CHANGES = ["request", "clock", "day", "conversation", "never"] as const;

export type Change = (typeof CHANGES)[number];

/** As they follow "changes". */
export const CHANGE_NAMES: Readonly<Record<Change, Message>> = {
  request: tell("changing.how_request"),
  clock: tell("changing.how_clock"),
  day: tell("changing.how_day"),
  conversation: tell("changing.how_conversation"),
  never: tell("changing.how_never"),
};

/** What is said about certain words, wherever they stand in the request. */
export interface ChangingText {
  readonly words: string;
  readonly change: Change;
  /** What the words are, where the text around them no longer tells. */
  readonly kind?: VolatileKind;
}

/** Words of a text that change. */
export interface ChangingSpan extends Pick<ChangingText, "words" | "change"> {
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
  /** Seconds of the day at which the first request is sent; absent = in the morning. */
  readonly startOfDay?: number;
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

/** Words that stand in more places than this are the text's data. */
const MOST_PLACES = 200;

/** The places of the words that somebody has named; of two that overlap the one named first. */
function listTold(text: string, told: readonly ChangingText[]): readonly ChangingSpan[] {
  const spans: ChangingSpan[] = [];
  for (const { words, change, kind = "other" } of told) {
    if (words === "") continue;
    let start = text.indexOf(words);
    for (let count = 0; start >= 0 && count < MOST_PLACES; count++) {
      const end = start + words.length;
      if (!spans.some((other) => start < other.end && other.start < end))
        spans.push({ kind, start, end, words, change });
      start = text.indexOf(words, end);
    }
  }
  return spans;
}

/**
 * The changing words of a text, in order.
 * @param told what the user has said: it wins over what is assumed, and names further words. Named words that hold
 * recognised ones stand for them; those that only touch them give way
 */
export function listChanging(text: string, told: readonly ChangingText[] = []): readonly ChangingSpan[] {
  const recognised = findVolatile(text).map(({ kind, start, end }): ChangingSpan => {
    const words = text.slice(start, end);
    const before = text.slice(Math.max(0, start - REACH), start);
    const own = told.find((each) => each.words === words);
    return { kind, start, end, words, change: own?.change ?? defaultChange(kind, words, before) };
  });
  if (told.length === 0) return recognised;
  const overlaps = (one: ChangingSpan, other: ChangingSpan): boolean =>
    one.start < other.end && other.start < one.end;
  const named = listTold(text, told).filter((span) =>
    recognised.every(
      (other) =>
        !overlaps(span, other) ||
        (span.start <= other.start && other.end <= span.end && span.words !== other.words),
    ),
  );
  const kept = recognised.filter((span) => !named.some((other) => overlaps(span, other)));
  return [...kept, ...named].sort((a, b) => a.start - b.start);
}

/** The words of a text that may differ in another request: what is said never to change is none of them. */
export const listVolatile = (text: string, told?: readonly ChangingText[]): readonly ChangingSpan[] =>
  listChanging(text, told).filter(({ change }) => change !== "never");

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
    const isHex = /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(stretch) && /\d/.test(stretch) && /[a-f]/i.test(stretch);
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
const DRAWS = 20;

/** Whole days that have begun since the first request. */
const daysAt = ({ at, startOfDay = MORNING }: Moment): number => Math.floor((startOfDay + at) / DAY);

function advanceEpoch(words: string, seconds: number): string {
  const [whole = "", fraction] = words.split(".");
  const scale = whole.length > 10 ? 1000 : 1;
  const later = String(Number(whole) + Math.floor(seconds) * scale);
  return fraction === undefined ? later : `${later}.${fraction}`;
}

const tellsMoment = (words: string): boolean => advanceMoment(words, DAY + 61) !== words;

/** What stands in the place of the words in a request: the first request has them as they are. */
export function wordsAt({ kind, words, change }: ChangingSpan, moment: Moment): string {
  const { at, number, startOfDay } = moment;
  if (change === "never" || change === "conversation") return words;
  // Words that the user has named may tell a time, too.
  const isClock = kind === "clock" || kind === "epoch" || (kind === "other" && tellsMoment(words));
  // A clock that is another one for each request goes on by a second at least, a date by a day.
  const each = HAS_TIME.test(words) || kind === "epoch" ? number : number * DAY;
  const seconds = change === "request" ? Math.max(at, each) : change === "day" ? daysAt(moment) * DAY : at;
  if (kind === "epoch") return advanceEpoch(words, seconds);
  if (isClock) return advanceMoment(words, seconds, startOfDay);
  const step = change === "request" ? number : change === "day" ? daysAt(moment) : Math.floor(at / 60);
  if (kind === "counter") return String(Number(words) + step);
  if (step === 0) return words;
  // Short words are soon drawn again: the first that differs is taken.
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = redraw(words, seedOf(words) + step + draw * DAY);
    if (drawn !== words) return drawn;
  }
  return words;
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
