/** Judges a request by its usage alone, where its body or that of the request before it is missing. */
import type { DecodedUsage } from "../answers/decode-usage";
import { tell } from "../words/message";
import { type Judgement, judgeAs, judgeInWords } from "./judgement";
import type { SessionStep } from "./prepare-session";

/** Seconds that an entry lives after its last use. */
const LIFE = 300;

const leftBy = ({ read, written }: DecodedUsage): number => read + written;

/** What could not be read, and the likeliest cause that times and figures leave. */
function judgeNothingRead(
  here: SessionStep,
  before: SessionStep,
  left: number,
  billed: DecodedUsage,
): Judgement {
  const lost = Math.min(left, billed.written + billed.uncached);
  const by = before.exchange.number;
  const gap = here.at - before.at;
  if (gap >= LIFE) return judgeAs({ kind: "expired", entry: left, by, idle: gap, life: LIFE }, lost);
  if (gap < before.duration) {
    return judgeAs({ kind: "not_yet_written", entry: left, by, wait: before.duration - gap }, lost);
  }
  if (billed.written > 0) return judgeAs({ kind: "unknown", by, left, read: 0, gap }, lost);
  return judgeAs({ kind: "no_marker", left, by, zeros: billed.zeros ?? "" }, lost);
}

/**
 * While nothing breaks, a request reads just what the one before it read and wrote.
 * @param earlier all requests before this one in its lane, in order of time
 */
export function judgeUsage(
  here: SessionStep,
  before: SessionStep | null,
  earlier: readonly SessionStep[],
): Judgement {
  const { billed } = here;
  if (!billed) {
    return judgeInWords("unknown", here.problem ?? tell("sessions.nothingKnown"));
  }
  const { read, written, uncached } = billed;
  if (!before) {
    return judgeAs(read > 0 ? { kind: "hit", read, from: "earlier" } : { kind: "first_write", written });
  }
  const by = before.exchange.number;
  if (!before.billed) {
    return judgeAs(read > 0 ? { kind: "hit", read, from: "unmeasured", by } : { kind: "unknown", by, read });
  }
  const left = leftBy(before.billed);
  if (read === 0) {
    return left > 0
      ? judgeNothingRead(here, before, left, billed)
      : judgeAs({ kind: "first_write", written, by });
  }
  const source = earlier.findLast(({ billed: one }) => one !== null && leftBy(one) === read);
  if (read >= left) {
    const holder = source && source !== before ? source.exchange.number : null;
    return holder === null
      ? judgeAs({ kind: "hit", read, from: read > left ? "more" : "all", by })
      : judgeAs({ kind: "hit", read, from: "held", by: holder });
  }
  const lost = Math.min(left - read, written + uncached);
  return judgeAs(
    {
      kind: "messages_changed",
      by,
      isUnseen: true,
      loss: { left, read, lost },
      source: source?.exchange.number ?? null,
    },
    lost,
  );
}
