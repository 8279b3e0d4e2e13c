/** Time by which values end: the system's clock, but a leap of it counts only once it has lasted. */

/** Milliseconds by which the clock may run ahead of what has passed before that is a leap: it is set right now and then. */
const SLACK_MS = 60_000;
/** Milliseconds that a leap ahead has to last. A clock that was set wrong is mostly set right within minutes. */
export const LASTING_MS = 3_600_000;

/**
 * A clock that leaps ahead and back again ends nothing meanwhile. A leap back counts at once: values then live longer.
 * @param now milliseconds since 1970, by a clock that may be set
 * @param passed milliseconds that have passed since any moment, by one that nobody sets
 */
export function createSteadyClock(now: () => number, passed: () => number): () => number {
  /** By how much the clock that may be set is ahead of the other one. */
  let ahead = now() - passed();
  let leaptAt: number | null = null;
  return () => {
    const at = passed();
    const present = now() - at;
    if (present <= ahead + SLACK_MS) {
      ahead = present;
      leaptAt = null;
    } else {
      leaptAt ??= at;
      if (at - leaptAt >= LASTING_MS) {
        ahead = present;
        leaptAt = null;
      }
    }
    return at + ahead;
  };
}
