/** Writes when a session took place into the sentence that says what it is. */

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
 * @param times epoch seconds; others say nothing about a day and are passed over
 */
export function addTimes(title: string, times: readonly (number | null)[]): string {
  const dates = times.filter((at): at is number => at !== null && isDate(at));
  const first = dates.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const last = dates.reduce((most, at) => Math.max(most, at), 0);
  if (dates.length === 0) return title;
  const start = `${dayOf(first)} ${minuteOf(first)}`;
  const span =
    dayOf(first) !== dayOf(last)
      ? `from ${start} to ${dayOf(last)} ${minuteOf(last)}`
      : minuteOf(first) === minuteOf(last)
        ? `on ${dayOf(first)} at ${minuteOf(first)}`
        : `on ${dayOf(first)} from ${minuteOf(first)} to ${minuteOf(last)}`;
  return `${title.replace(/\.$/, "")}, ${span} (UTC).`;
}
