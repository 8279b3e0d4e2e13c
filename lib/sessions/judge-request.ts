/** Says why a request read what it read: judged against the request before it in its lane. */

import type { Layout } from "../layout/layout";
import { type Difference, findDifference, sayWords } from "../reasons/first-difference";
import type { Loss, Reason } from "../reasons/reason";
import { findSource } from "./find-source";
import { judgeFirst } from "./judge-first";
import { judgeKey } from "./judge-key";
import { judgeUsage } from "./judge-usage";
import { isOfTime, type Judgement, judgeAs, judgeInWords, listRules, say } from "./judgement";
import type { Prediction, SessionStep } from "./prepare-session";
import type { LaneKind, LaneStep, SessionReason } from "./session-view";

export interface JudgedRequest {
  readonly here: SessionStep;
  /** The request before it in its lane that the service answered; null for the first. */
  readonly before: SessionStep | null;
  /** All before it in its lane, and all before it in the session; in order of time. */
  readonly earlierInLane: readonly SessionStep[];
  readonly earlier: readonly SessionStep[];
  readonly kind: LaneKind;
  readonly step: LaneStep;
  /** The newest answered request of the main lane before this one, where the same agent begins anew; else null. */
  readonly kin: SessionStep | null;
}

/** Tokens that a request leaves to read: up to its last breakpoint. */
const leftBy = ({ cuts, breakpoints }: Layout): number => cuts[breakpoints.at(-1) ?? -1]?.prefix ?? 0;

const CHANGED = {
  model: "model_changed",
  tools: "tools_changed",
  system: "system_changed",
  message: "messages_changed",
} as const;

interface Pair extends Pick<Difference, "common" | "change"> {
  readonly here: SessionStep;
  /** Number of the request before. */
  readonly by: number;
  readonly step: LaneStep;
  readonly prediction: Prediction;
  readonly other: Prediction;
  /** Tokens that the request before left, as counted. */
  readonly left: number;
  /** What was left and read, as billed where that is known: a count may be an estimate. */
  readonly loss: Loss;
  readonly rules: readonly SessionReason[];
  /** The request whose entry is read, by the rules; null where nothing is, or nobody left it. */
  readonly source: number | null;
}

/** True where the rules took more than the change did: what still matched and was not read. */
const isMoreByRule = ({ left, common, prediction }: Pair, { kind }: Reason): boolean =>
  kind === "rerendered" || (kind === "messages_changed" && common - prediction.row.read > left - common);

function judgeChange(pair: Pair, told: Reason): Judgement {
  const { change } = pair;
  const lost = ("loss" in told && told.loss?.lost) || 0;
  const reason = say(told);
  const rules = pair.rules.filter(isOfTime);
  const [rule, ...others] = rules;
  // What is told first is what cost more; how the service renders old answers is not verified.
  return rule && isMoreByRule(pair, told)
    ? { reason: rule, also: [reason, ...others], change, lost }
    : { reason, also: rules, change, lost };
}

/** Why less was read than the request before left; null where the rules alone tell. */
function explainPrefix(pair: Pair): Reason | null {
  const { by, change, step, left, common, loss, prediction, other } = pair;
  if ((!change || change.what === "message") && common >= left) return null;
  if ((!change || change.what === "message") && step === "compacts") {
    return {
      kind: "compacted",
      by,
      common,
      loss: { ...loss, lost: Math.max(0, common - prediction.row.read) },
    };
  }
  if (!change) return { kind: "rerendered", by, loss };
  if (change.what === "model") {
    return { kind: "model_changed", by, models: [change.before, change.after], loss };
  }
  const words = sayWords(change, other.ready.prompt, prediction.ready.prompt);
  return {
    kind: CHANGED[change.what],
    by,
    loss,
    ...(change.message !== null && { message: change.message }),
    ...(words !== undefined && { words }),
  };
}

function judgeHit({ by, source, change, loss, left, here, prediction }: Pair): Judgement {
  const { read, written, uncached } = here.billed ?? prediction.row;
  const isMore = prediction.row.read > left && read > loss.left;
  return source === null || source === by
    ? judgeAs({ kind: "hit", read, from: isMore ? "more" : "all", by, written, uncached }, 0, change)
    : judgeAs({ kind: "hit", read, from: "held", by: source, written, uncached }, 0, change);
}

function judgeUnmarked(pair: Pair): Judgement {
  const { here, left, common, change, prediction } = pair;
  const read = here.billed?.read ?? prediction.row.read;
  return read > 0
    ? judgeAs({ kind: "hit", read, from: "implicit" }, 0, change)
    : { ...judgeByRules(pair), lost: Math.min(left, common) };
}

function judgeByRules({ loss, change, by, rules: [reason, ...also] }: Pair): Judgement {
  return reason
    ? { reason, also, change, lost: loss.lost }
    : judgeAs({ kind: "unknown", by, left: loss.left, read: loss.read }, loss.lost, change);
}

function judgePair(pair: Pair): Judgement {
  const { prediction, left, by, change, here, rules } = pair;
  const { row, ready } = prediction;
  if (!ready.layout.marked) return judgeUnmarked(pair);
  if (left === 0 && row.read === 0) {
    const { written } = here.billed ?? row;
    return row.written === 0 && rules.length > 0
      ? { ...judgeByRules(pair), lost: 0 }
      : judgeAs({ kind: "first_write", written, by }, 0, change);
  }
  if (row.read >= left) return judgeHit(pair);
  const told = explainPrefix(pair);
  return told ? judgeChange(pair, told) : judgeByRules(pair);
}

/** By the rules; what the bill says against them is weighed by `weighBill`. */
export function judgeRequest(judged: JudgedRequest): Judgement {
  const { here, before, earlierInLane } = judged;
  if (here.failure !== null) return judgeInWords("failed", here.failure);
  const { prediction } = here;
  if (!prediction || (before && !before.prediction)) return judgeUsage(here, before, earlierInLane);
  const byKey = judgeKey(here, judged.earlier, prediction);
  if (byKey) return byKey;
  if (!before?.prediction) return judgeFirst(judged, prediction);
  const source = findSource(judged.earlier, prediction, prediction.row.read);
  const pair = pairWith(judged, prediction, before, before.prediction, source);
  // What was read is no part of the request before: the one that left it is what this one goes on from.
  if (!source?.prediction || prediction.row.read <= pair.common) return judgePair(pair);
  return {
    ...judgePair(pairWith(judged, prediction, source, source.prediction, source)),
    against: source.exchange.number,
  };
}

function pairWith(
  { here, earlier, step }: JudgedRequest,
  prediction: Prediction,
  before: SessionStep,
  other: Prediction,
  source: SessionStep | null,
): Pair {
  const left = leftBy(other.ready.layout);
  const { common, change } = findDifference(prediction.ready, other.ready);
  return {
    here,
    by: before.exchange.number,
    step,
    prediction,
    other,
    change,
    left,
    common,
    loss: tellBilled(here, before, prediction, left),
    rules: listRules(here, earlier),
    source: source?.exchange.number ?? null,
  };
}

/** What is counted, scaled to what the service counts. */
function tellBilled(
  { billed }: SessionStep,
  before: SessionStep,
  { row, ready: { layout } }: Prediction,
  left: number,
): Loss {
  const scale = billed ? billed.prompt / Math.max(1, row.prompt) : 1;
  const { read: had = 0, written = 0 } = before.billed?.writtenKnown === false ? {} : (before.billed ?? {});
  const told = left > 0 && had + written > 0 ? had + written : Math.round(left * scale);
  const read = billed?.read ?? row.read;
  const end = Math.round((leftBy(layout) || layout.prompt) * scale);
  return { left: told, read, lost: Math.max(0, Math.min(told, end) - read) };
}
