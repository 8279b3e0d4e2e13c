/** Short tasks have threads of their own: long ones, of which a few are enough to keep all others busy, never hold them up. */
import type { AskWork, WorkKind, Works } from "./work";

/** Bytes of a body that is worked out in a moment, whatever it holds. */
export const QUICK_BYTES = 64 * 1024;

const bytesOf = (asked: Works[WorkKind][0]): number =>
  "sent" in asked ? (asked.sent.body?.length ?? 0) : asked.bytes.length;

/** What a response goes on from may be much longer than its body. */
const isQuick = (asked: Works[WorkKind][0]): boolean =>
  bytesOf(asked) <= QUICK_BYTES && !("history" in asked && asked.history !== null);

/** Asks the one or the other by the size of what is to be worked on. */
export const createLanes =
  (quick: AskWork, long: AskWork): AskWork =>
  (kind, asked, signal) =>
    (isQuick(asked) ? quick : long)(kind, asked, signal);
