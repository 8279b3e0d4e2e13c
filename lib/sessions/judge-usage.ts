/** Judges a request by its usage alone, where its body or that of the request before it is missing. */
import type { DecodedUsage } from "../answers/decode-usage";
import { formatSeconds, formatTokens } from "../values/figures";
import type { Judgement } from "./judge-request";
import type { SessionStep } from "./prepare-session";
import type { SessionReasonCode } from "./session-view";

/** Seconds that an entry lives after its last use. */
export const LIFE = 300;

const leftBy = ({ read, written }: DecodedUsage): number => read + written;

export const nameStep = ({ exchange }: SessionStep): string => `request ${exchange.number}`;

const judged = (code: SessionReasonCode, sentence: string, lost = 0): Judgement => ({
  reason: { code, sentence },
  also: [],
  change: null,
  lost,
});

/** What could not be read, and the likeliest cause that times and figures leave. */
function judgeNothingRead(
  here: SessionStep,
  before: SessionStep,
  left: number,
  billed: DecodedUsage,
): Judgement {
  const lost = Math.min(left, billed.written + billed.uncached);
  const what = `Nothing was read of the ${formatTokens(left)} that ${nameStep(before)} left`;
  const gap = here.at - before.at;
  if (gap >= LIFE) {
    return judged(
      "expired",
      `${what}: ${formatSeconds(gap)} had passed, and an entry lives ${LIFE} s.`,
      lost,
    );
  }
  if (gap < before.duration) {
    return judged(
      "parallel",
      `${what}: it was still being answered, and an entry is readable after that.`,
      lost,
    );
  }
  if (billed.written === 0) return judged("no_marker", `${what}. ${billed.zeros ?? ""}`.trim(), lost);
  const open = "the start of the prompt changed or the entry was not found, which only the body could tell";
  return judged("unknown", `${what}, ${formatSeconds(gap)} before: ${open}.`, lost);
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
  if (!billed) return judged("unknown", here.problem ?? "Neither its body nor its usage is known.");
  const { read, written } = billed;
  if (!before) {
    return read > 0
      ? judged("hit", `Read ${formatTokens(read)} from an entry that was there before it.`)
      : judged("first_write", `Wrote ${formatTokens(written)}; nothing was there to read.`);
  }
  if (!before.billed) {
    return read > 0
      ? judged("hit", `Read ${formatTokens(read)}; what ${nameStep(before)} left is not known.`)
      : judged("unknown", `Nothing was read; what ${nameStep(before)} left is not known.`);
  }
  const left = leftBy(before.billed);
  if (read === 0 && left > 0) return judgeNothingRead(here, before, left, billed);
  if (read >= left) {
    const more = read > left ? "more than" : "all of";
    return left === 0 && read === 0
      ? judged("first_write", `Wrote ${formatTokens(written)}; ${nameStep(before)} had left nothing to read.`)
      : judged(
          "hit",
          `Read ${formatTokens(read)}, ${more} the ${formatTokens(left)} that ${nameStep(before)} left.`,
        );
  }
  const source = earlier.findLast(({ billed: one }) => one !== null && leftBy(one) === read);
  const from = source ? `, just what ${nameStep(source)} left` : "";
  const rest = formatTokens(left - read);
  return judged(
    "messages_changed",
    `Read ${formatTokens(read)} of the ${formatTokens(left)} that ${nameStep(before)} left${from}: the last ${rest} were replaced, or the longer entry was not found.`,
    Math.min(left - read, written + billed.uncached),
  );
}
