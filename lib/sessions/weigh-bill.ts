/** Weighs a judgement by the rules against what was billed, which is what counts. */

import type { DecodedUsage } from "../answers/decode-usage";
import { obstacleOf } from "../reasons/kinds";
import { explainDifference } from "../run/explain-difference";
import { formatNumber } from "../values/figures";
import { type Said, tell } from "../words/message";
import { findSource } from "./find-source";
import { type Judgement, say } from "./judgement";
import type { Prediction, SessionStep } from "./prepare-session";
import type { SessionReason } from "./session-view";

export interface WeighedJudgement extends Judgement {
  /** Where billed and predicted differ: the likely reason. */
  readonly difference: Said | null;
}

/** Tokens, and a share of the prompt, that an estimate may be off without saying anything about the cache. */
const SLACK = 10;
const SLACK_SHARE = 0.02;

/** A reason that says how much was read, and of whose entry, cannot stand beside a bill that says otherwise. */
const isUnbilled = ({ code }: SessionReason): boolean => code === "hit" || obstacleOf(code) === "change";

/**
 * Why a promised read was not billed: another key where the entry's owner used one, else nothing that is known. By the
 * assumption `keys-of-one-recording-share-entries`.
 */
function explainMissing(here: SessionStep, holder: SessionStep | null, promised: number, read: number) {
  const [own, other] = [here.exchange.key, holder?.exchange.key];
  return say(
    holder && own && other && own !== other
      ? { kind: "key_changed", by: holder.exchange.number, promised, read }
      : { kind: "not_found", promised, read },
  );
}

const PLACEHOLDER = /\[[A-Za-z][A-Za-z -]{1,40} [0-9a-f]{4}\]/;

/** Tokens by which what was taken out may move every count, where nobody counted it; null where that is known. */
function countTaken(
  { exchange }: SessionStep,
  { row, ready }: Prediction,
  billed: DecodedUsage,
): number | null {
  const isUnknown = exchange.redacted.length > 0 && exchange.lengths === undefined;
  const isTaken = isUnknown && ready.measured.segments.some(({ chunk }) => PLACEHOLDER.test(chunk));
  return isTaken ? Math.abs(billed.prompt - row.prompt) : null;
}

/** Why the bill differs; what was taken out is never put down to the count. */
function explainBill({ row, ready }: Prediction, billed: DecodedUsage, taken: number | null): Said | null {
  if (billed.writtenKnown === false && billed.read === row.read) return null;
  const { exact } = ready.measured;
  const difference = explainDifference({ ...row, exact }, billed);
  if (difference === null || !taken) return difference;
  if (!exact) return tell("sessions.differenceTaken", { difference });
  const isNear = (one: number, other: number) => Math.abs(one - other) <= SLACK + taken;
  if (!isNear(billed.read, row.read) || !isNear(billed.written, row.written)) return difference;
  const tokens = formatNumber(taken);
  return billed.prompt > row.prompt
    ? tell("sessions.promptMoreTaken", { tokens })
    : tell("sessions.promptFewerTaken", { tokens });
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
  const taken = countTaken(here, prediction, billed);
  const difference = explainBill(prediction, billed, taken);
  const { exact } = ready.measured;
  const scale = taken !== null && exact ? 1 : billed.prompt / Math.max(1, row.prompt);
  const slack = SLACK + (exact ? (taken ?? 0) : billed.prompt * SLACK_SHARE);
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
