/** The clock of a run against a service: seconds pass by themselves, and waiting is a timer. */
import type { ProbeClock } from "../../lib/probes/probe-runner";

/** Milliseconds: the longest that a timer counts at once. */
const LONGEST = 2 ** 31 - 1;

/** @param startedAt epoch seconds */
export function createRealClock(startedAt: number): ProbeClock {
  const now = (): number => Date.now() / 1000 - startedAt;
  return {
    isVirtual: false,
    now,
    until: (second, signal) =>
      new Promise((resolve) => {
        const left = Math.min(LONGEST, Math.max(0, (second - now()) * 1000));
        const end = (): void => {
          clearTimeout(timer);
          signal.removeEventListener("abort", end);
          resolve();
        };
        // One timer for the whole wait: a page in the background lets chains of short ones fire once a minute.
        const timer = setTimeout(end, left);
        if (signal.aborted) end();
        else signal.addEventListener("abort", end);
      }),
    endOf: now,
  };
}
