/** Weighs a judgement by the rules against what was billed, which is what counts. */

import { obstacleOf } from "../reasons/kinds";
import { explainDifference } from "../run/explain-difference";
import { findSource } from "./find-source";
import { type Judgement, say } from "./judgement";
import type { SessionStep } from "./prepare-session";
import type { SessionReason } from "./session-view";

export interface WeighedJudgement extends Judgement {
  /** Where billed and predicted differ: the likely reason. */
  readonly difference: string | null;
}

/** Tokens, and a share of the prompt, that an estimate may be off without saying anything about the cache. */
const SLACK = 10;
const SLACK_SHARE = 0.02;

/** A reason that says how much was read, and of whose entry, cannot stand beside a bill that says otherwise. */
const isUnbilled = ({ code }: SessionReason): boolean => code === "hit" || obstacleOf(code) === "change";

/** Why a promised read was not billed: another key where the entry's owner used one, else nothing that is known. */
function explainMissing(here: SessionStep, holder: SessionStep | null, promised: number, read: number) {
  const [own, other] = [here.exchange.key, holder?.exchange.key];
  return say(
    holder && own && other && own !== other
      ? { kind: "key_changed", by: holder.exchange.number, promised, read }
      : { kind: "not_found", promised, read },
  );
}

/**
 * A read that the rules promise and the bill lacks, or the other way round, is told as the bill has it.
 * @param earlier all requests before it in the session
 */
export function weighBill(
  judgement: Judgement,
  here: SessionStep,
  earlier: readonly SessionStep[],
): WeighedJudgement {
  const { prediction, billed } = here;
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
    const holder = findSource(earlier, prediction, row.read);
    const reason = explainMissing(here, holder, Math.round(promised), billed.read);
    return { ...judgement, reason, also: also.filter(({ code }) => code !== "hit"), lost, difference };
  }
  if (billed.read <= promised + slack || judgement.reason.code === "hit") return { ...judgement, difference };
  const lost = Math.max(0, judgement.lost - Math.round((billed.read - promised) / scale));
  if (lost > 0) return { ...judgement, lost, difference };
  // A read that leaves nothing to lose is a hit, whatever the rules expected.
  const reason = say({ kind: "hit", read: billed.read, from: "luck" });
  return { ...judgement, reason, also: also.filter((each) => !isUnbilled(each)), lost, difference };
}
