/** Weighs a judgement by the rules against what was billed, which is what counts. */
import { explainDifference } from "../run/explain-difference";
import { formatTokens } from "../values/figures";
import type { Judgement } from "./judge-request";
import type { SessionStep } from "./prepare-session";

export interface WeighedJudgement extends Judgement {
  /** Where billed and predicted differ: the likely reason. */
  readonly difference: string | null;
}

/** Tokens, and a share of the prompt, that an estimate may be off without saying anything about the cache. */
const SLACK = 10;
const SLACK_SHARE = 0.02;

/** A read that the rules promise and the bill lacks, or the other way round, is told as the bill has it. */
export function weighBill(judgement: Judgement, { prediction, billed }: SessionStep): WeighedJudgement {
  if (!prediction || !billed) return { ...judgement, difference: null };
  const { row, ready } = prediction;
  const predicted = { ...row, exact: ready.measured.exact };
  const found =
    billed.writtenKnown === false && billed.read === row.read ? null : explainDifference(predicted, billed);
  const scale = billed.prompt / Math.max(1, row.prompt);
  const slack = SLACK + (ready.measured.exact ? 0 : billed.prompt * SLACK_SHARE);
  const promised = row.read * scale;
  if (billed.read < promised - slack) {
    const lost = Math.round(promised - billed.read);
    const sentence = `By the rules ${formatTokens(row.read)} were to be read, but ${formatTokens(billed.read)} were billed as read: the entry was not found.`;
    return {
      ...judgement,
      reason: { code: "not_found", sentence },
      also: [judgement.reason, ...judgement.also],
      lost: Math.max(lost, judgement.lost),
      difference: found,
    };
  }
  if (billed.read > promised + slack && judgement.reason.code !== "hit") {
    const lost = Math.max(0, judgement.lost - Math.round((billed.read - promised) / scale));
    // A read that leaves nothing to lose is a hit, whatever the rules expected.
    const sentence = `Read ${formatTokens(billed.read)}, which the rules do not promise here: the entry lived longer, or was there from before.`;
    return lost > 0
      ? { ...judgement, lost, difference: found }
      : {
          ...judgement,
          reason: { code: "hit", sentence },
          also: [judgement.reason, ...judgement.also],
          lost: 0,
          difference: found,
        };
  }
  return { ...judgement, difference: found };
}
