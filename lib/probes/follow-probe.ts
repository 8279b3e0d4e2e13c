/** How far one probe of a run is, for whoever watches it. */
import { findProbe } from "./list-probes";
import { type Asking, listCalls } from "./plan";
import type { ProbeId } from "./probe";
import { listAskings, listDue, type ProbeRun, resultsOf, type SetAside } from "./probe-run";

export interface ProbeCourse {
  /** Calls of the repeats that count. */
  readonly ended: number;
  readonly of: number;
  readonly isBegun: boolean;
  /** Seconds since the run began at which its next call is due; null where that is not known, or now. */
  readonly next: number | null;
  /** Repeats that were begun and say nothing. */
  readonly aside: readonly SetAside[];
}

/** @param now seconds since the run began */
export function followProbe(run: ProbeRun, id: ProbeId, now: number): ProbeCourse {
  const askings = listAskings(run).filter((one): one is Asking => one?.probe === id);
  const isSent = (asking: Asking): boolean =>
    run.sent.some(
      ({ probe, repeat, attempt }) =>
        probe === asking.probe && repeat === asking.repeat && attempt === asking.attempt,
    );
  const later = askings
    .filter(isSent)
    .flatMap((asking) => listDue(run, asking, now))
    .map(({ at }) => at);
  const next = later.length > 0 ? Math.min(...later) : null;
  return {
    ended: askings.reduce((sum, asking) => sum + resultsOf(run, asking).size, 0),
    of: findProbe(id).repeats * listCalls(findProbe(id), run.plan).length,
    isBegun: run.sent.some(({ probe }) => probe === id),
    next: next !== null && next > now ? next : null,
    aside: run.aside.filter(({ probe }) => probe === id),
  };
}
