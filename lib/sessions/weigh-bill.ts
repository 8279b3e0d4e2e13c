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
  const { row, ready } = prediction;
  const predicted = { ...row, exact: ready.measured.exact };
  const difference =
    billed.writtenKnown === false && billed.read === row.read ? null : explainDifference(predicted, billed);
  const scale = billed.prompt / Math.max(1, row.prompt);
  const slack = SLACK + (ready.measured.exact ? 0 : billed.prompt * SLACK_SHARE);
  const promised = row.read * scale;
  const also = [judgement.reason, ...judgement.also];
  if (billed.read < promised - slack) {
    const lost = Math.max(Math.round(promised - billed.read), judgement.lost);
    const reason = say({ kind: "not_found", promised: row.read, read: billed.read });
    return { ...judgement, reason, also, lost, difference };
  }
  if (billed.read <= promised + slack || judgement.reason.code === "hit") return { ...judgement, difference };
  const lost = Math.max(0, judgement.lost - Math.round((billed.read - promised) / scale));
  if (lost > 0) return { ...judgement, lost, difference };
  // A read that leaves nothing to lose is a hit, whatever the rules expected.
  const reason = say({ kind: "hit", read: billed.read, from: "luck" });
  return { ...judgement, reason, also, lost, difference };
}
