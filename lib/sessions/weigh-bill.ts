/** Weighs a judgement by the rules against what was billed, which is what counts. */
import { explainDifference } from "../run/explain-difference";
import { type Judgement, say } from "./judgement";
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
  const { row, ready, explicit } = prediction;
  const predicted = { ...row, exact: ready.measured.exact, explicit };
  const found =
    billed.writtenKnown === false && billed.read === row.read ? null : explainDifference(predicted, billed);
  const scale = billed.prompt / Math.max(1, row.prompt);
  const slack = SLACK + (ready.measured.exact ? 0 : billed.prompt * SLACK_SHARE);
  const promised = row.read * scale;
  if (billed.read < promised - slack) {
    const lost = Math.round(promised - billed.read);
    return {
      ...judgement,
      reason: say({ kind: "not_found", promised: row.read, read: billed.read }),
      also: [judgement.reason, ...judgement.also],
      lost: Math.max(lost, judgement.lost),
      difference: found,
    };
  }
  if (billed.read > promised + slack && judgement.reason.code !== "hit") {
    const lost = Math.max(0, judgement.lost - Math.round((billed.read - promised) / scale));
    // A read that leaves nothing to lose is a hit, whatever the rules expected.
    return lost > 0
      ? { ...judgement, lost, difference: found }
      : {
          ...judgement,
          reason: say({ kind: "hit", read: billed.read, from: "luck" }),
          also: [judgement.reason, ...judgement.also],
          lost: 0,
          difference: found,
        };
  }
  return { ...judgement, difference: found };
}
