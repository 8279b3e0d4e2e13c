/** The sentence that says what a session is, and when it took place. */
import { type Message, type Said, tell } from "../words/message";

/** Seconds before this count from some other origin, such as the session's start: 2000-01-01. */
const FIRST_EPOCH = 946_684_800;
/** The last second a date can hold. */
const LAST_EPOCH = 8.64e12;

const isDate = (at: number): boolean => at >= FIRST_EPOCH && at <= LAST_EPOCH;
const write = (at: number): string => new Date(at * 1000).toISOString();
const dayOf = (at: number): string => write(at).slice(0, -14);
const minuteOf = (at: number): string => write(at).slice(-13, -8);

/**
 * e.g. `A HAR file with 12 requests, on 2026-11-21 from 09:14 to 09:31 (UTC).`
 * @param title without a full stop
 * @param times epoch seconds; others say nothing about a day and are passed over
 */
export function addTimes(title: Said, times: readonly (number | null)[]): Message {
  const dates = times.filter((at): at is number => at !== null && isDate(at));
  const first = dates.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const last = dates.reduce((most, at) => Math.max(most, at), 0);
  if (dates.length === 0) return tell("importing.titled", { title });
  const day = dayOf(first);
  const start = minuteOf(first);
  const end = minuteOf(last);
  if (day !== dayOf(last))
    return tell("importing.titledDays", { title, start: `${day} ${start}`, end: `${dayOf(last)} ${end}` });
  return start === end
    ? tell("importing.titledAt", { title, day, time: start })
    : tell("importing.titledDay", { title, day, start, end });
}
