/** Reads the lines of a log: the values that stand in them, and when they were written. */
import { findUsage } from "../answers/find-usage";
import { isObject, ownField } from "../values/json";
import { findValues } from "./find-values";
import { readTime } from "./read-time";
import { isRequestBody } from "./recognise-request";

export interface LogValue {
  readonly value: unknown;
  /** From 1. */
  readonly line: number;
}

const DAY = 86_400;
const DATED = /(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:[.,]\d{1,9})?)\s?(Z|[+-]\d\d:?\d\d)?/;
const CLOCK = /(?:^|[\s[(])(\d\d):(\d\d):(\d\d(?:[.,]\d{1,9})?)/;
/** How a line of a log begins, behind brackets and the like: with a time, or with its level. */
const LOG_LINE =
  /^\W{0,3}(?:\d{4}[-/]\d\d[-/]\d\d|\d\d:\d\d:\d\d|(?:trace|debug|info|warn(?:ing)?|error)\b[\]:| ])/i;
const LOOKED_AT = 20;
/** Of a line, where its time stands. */
const HEAD = 200;

/** Whether most lines at the head of a text begin as those of logs do. */
export function isLogText(text: string): boolean {
  const lines = text
    .slice(0, 100_000)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, LOOKED_AT);
  return lines.length > 0 && lines.filter((line) => LOG_LINE.test(line)).length * 2 >= lines.length;
}

/** Reads times one after the other; a clock that runs backwards has passed midnight. */
function createClock(): (line: string) => number | null {
  let days = 0;
  let last = 0;
  return (line) => {
    const dated = DATED.exec(line);
    if (dated) {
      const [, day = "", time = "", zone = "Z"] = dated;
      return readTime(`${day}T${time.replace(",", ".")}${zone}`);
    }
    const clock = CLOCK.exec(line);
    if (!clock) return null;
    const [, hours, minutes, seconds = ""] = clock;
    const at = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(",", "."));
    if (at + days * DAY < last - DAY / 2) days += 1;
    last = at + days * DAY;
    return last;
  };
}

const TIMES = ["at", "timestamp", "time", "ts", "startTime", "start_time", "created", "created_at"];

/** The value with its line's time, where it has none of its own. */
function withTime(value: unknown, at: number | null): unknown {
  if (at === null) return value;
  if (isRequestBody(value)) return { at, body: value };
  if (!isObject(value) || TIMES.some((name) => name in value)) return value;
  return { ...value, timestamp: at };
}

const PAIR = /([A-Za-z][\w.]*)\s?[=:]\s?"?(\d[\d,_]*)(?![\d.%])"?/g;
const NAMES: Readonly<Record<string, string>> = {
  prompt: "prompt_tokens",
  input: "prompt_tokens",
  completion: "completion_tokens",
  output: "completion_tokens",
  hit: "prompt_cache_hit_tokens",
  miss: "prompt_cache_miss_tokens",
};

/** A usage that a line spells out as names and figures; null where it is none, or its figures do not add up to the prompt. */
function usageIn(line: string): unknown {
  if (!/[=:]\s?"?\d/.test(line)) return null;
  const pairs = [...line.slice(0, 2_000).matchAll(PAIR)].map(([, name = "", figure = ""]) => [
    ownField(NAMES, name.toLowerCase()) ?? name,
    Number(figure.replace(/[,_]/g, "")),
  ]);
  const fields: Record<string, number> = Object.fromEntries(pairs);
  const { prompt_tokens: prompt, prompt_cache_hit_tokens: hit, prompt_cache_miss_tokens: miss } = fields;
  if (hit !== undefined && miss !== undefined && prompt !== hit + miss) return null;
  const isSure =
    hit !== undefined ? miss !== undefined : Object.keys(fields).some((name) => /_tokens$/.test(name));
  return isSure && pairs.length > 1 && findUsage(fields) !== null ? fields : null;
}

function* listLines(text: string): Generator<{ readonly line: string; readonly at: number }> {
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    yield { line: text.slice(at, end), at };
    at = end + 1;
  }
}

/**
 * All values of the text that are wanted, in its order.
 * @param isWanted whether a value is something to import
 */
export function readLog(text: string, isWanted: (value: unknown) => boolean): readonly LogValue[] {
  const values = findValues(text, isWanted);
  const clock = createClock();
  const found: LogValue[] = [];
  let next = 0;
  let number = 0;
  let until = 0;
  for (const { line, at } of listLines(text)) {
    number++;
    const time = clock(line.slice(0, HEAD));
    let isTaken = at < until;
    for (let value = values[next]; value && value.start <= at + line.length; value = values[++next]) {
      found.push({ value: withTime(value.value, time), line: number });
      until = value.end;
      isTaken = true;
    }
    const told = isTaken ? null : usageIn(line);
    if (told && isWanted(told)) found.push({ value: withTime(told, time), line: number });
  }
  return found;
}
