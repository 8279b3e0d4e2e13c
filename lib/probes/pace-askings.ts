/** Lets askings begin no faster than a relay passes calls on. */
import { findProbe } from "./list-probes";
import { type Asking, dueOf, isOf, listCalls } from "./plan";
import type { ProbeCall } from "./probe";
import type { DueCall, ProbeRun } from "./probe-run";

/** Calls that are sent to a service within a minute: fewer than a relay passes on of one client, unless its operator says otherwise. */
export const PER_MINUTE = 50;
export const MINUTE = 60;

/** Calls of an asking that has not begun which fall into its first minute. */
function countFirst({ plan }: ProbeRun, { probe }: Asking): number {
  const calls = listCalls(findProbe(probe), plan);
  return calls.filter((call) => dueOf(calls, call) < MINUTE).length;
}

/** Calls of an asking under way that may fall into the next minute, those included whose time is not known yet. */
function countSoon(run: ProbeRun, asking: Asking, far: ReadonlySet<string>): number {
  const calls = listCalls(findProbe(asking.probe), run.plan);
  const sent = new Set(run.sent.filter(isOf(asking)).map(({ call }) => call));
  const isFar = ({ id, after }: ProbeCall): boolean => {
    if (far.has(id)) return true;
    const before = sent.has(after?.call ?? "") ? undefined : calls.find((call) => call.id === after?.call);
    return before !== undefined && ((after?.seconds ?? 0) >= MINUTE || isFar(before));
  };
  return calls.filter((call) => !sent.has(call.id) && !isFar(call)).length;
}

/**
 * The askings that may begin: their calls, and those of others in the same minute, stay within what may be sent. One may
 * begin alone, however many calls it has. The emulator has no limit.
 * @param waiting calls of those under way whose time is known
 */
export function chooseBeginning(
  run: ProbeRun,
  {
    begun,
    fresh,
    waiting,
    now,
  }: {
    readonly begun: readonly Asking[];
    readonly fresh: readonly Asking[];
    readonly waiting: readonly DueCall[];
    readonly now: number;
  },
): readonly Asking[] {
  if (run.plan.target.kind === "emulator") return fresh;
  const recent = run.sent.filter(({ startedAt }) => now - startedAt < MINUTE).length;
  const soon = begun.map((asking) => {
    const far = waiting.filter((one) => isOf(asking)(one) && one.at - now >= MINUTE);
    return countSoon(run, asking, new Set(far.map(({ call }) => call.id)));
  });
  const taken = soon.reduce((sum, count) => sum + count, recent);
  let room = PER_MINUTE - taken;
  return fresh.filter((asking, order) => {
    room -= countFirst(run, asking);
    return room >= 0 || (order === 0 && taken === 0);
  });
}
