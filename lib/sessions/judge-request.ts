/** Says why a request read what it read: judged against the request before it in its lane. */

import type { Layout } from "../layout/layout";
import { sharePrefix } from "../timeline/compare-requests";
import { formatTokens } from "../values/figures";
import { findChange, sayChange } from "./find-change";
import { judgeFirst } from "./judge-first";
import { judgeUsage, nameStep } from "./judge-usage";
import type { Prediction, SessionStep } from "./prepare-session";
import { type RulePlace, reasonsByRule } from "./rule-reasons";
import type { LaneKind, LaneStep, SessionChange, SessionReason, SessionReasonCode } from "./session-view";

export interface Judgement {
  readonly reason: SessionReason;
  readonly also: readonly SessionReason[];
  readonly change: SessionChange | null;
  /** Tokens that had to be paid for anew, up to what the request before left to read. */
  readonly lost: number;
}

export interface JudgedRequest {
  readonly here: SessionStep;
  /** The request before it in its lane that the service answered; null for the first. */
  readonly before: SessionStep | null;
  /** All before it in its lane, and all before it in the session; in order of time. */
  readonly earlierInLane: readonly SessionStep[];
  readonly earlier: readonly SessionStep[];
  readonly kind: LaneKind;
  readonly step: LaneStep;
}

/** Tokens that a request leaves to read: up to its last breakpoint. */
export const leftBy = ({ cuts, breakpoints }: Layout): number => cuts[breakpoints.at(-1) ?? -1]?.prefix ?? 0;

const CHANGED = {
  model: "model_changed",
  tools: "tools_changed",
  system: "system_changed",
  message: "messages_changed",
} as const satisfies Record<SessionChange["what"], SessionReasonCode>;

interface Pair extends RulePlace {
  readonly here: SessionStep;
  readonly before: SessionStep;
  readonly step: LaneStep;
  readonly prediction: Prediction;
  readonly other: Prediction;
  readonly change: SessionChange | null;
  /** Tokens that the request before left, and those of them that still match; as counted. */
  readonly left: number;
  readonly shared: number;
  /** The same as they were billed, where they were: a count may be an estimate. */
  readonly told: { readonly left: number; readonly read: number; readonly end: number };
}

/** e.g. `Of the 12,000 tokens that request 4 left, 2,000 were read and 10,000 had to be paid for anew.` */
function sayLoss({ before, told: { left, read } }: Pair, lost: number): string {
  const again = lost > 0 ? ` and ${formatTokens(lost)} had to be paid for anew` : "";
  return `Of the ${formatTokens(left)} that ${nameStep(before)} left, ${read > 0 ? formatTokens(read) : "none"} were read${again}.`;
}

/** Tokens that were left to read and had to be paid for anew. */
const lossOf = ({ told: { left, read, end } }: Pair): number => Math.max(0, Math.min(left, end) - read);

/** Tokens that the rules took, and not the change: what still matched and was not read. */
const isMoreByRule = ({ left, shared, read }: Pair, code: SessionReasonCode): boolean =>
  code === "rerendered" || (code === "messages_changed" && shared - read > left - shared);

function judgeChange(pair: Pair, code: SessionReasonCode, opening: string, lost: number): Judgement {
  const reason = { code, sentence: `${opening}. ${sayLoss(pair, lost)}` };
  const rules = reasonsByRule(pair).filter((rule) => rule.code === "expired" || rule.code === "parallel");
  const [rule, ...others] = rules;
  // What is told first is what cost more; how the service renders old answers is not verified.
  return rule && isMoreByRule(pair, code)
    ? { reason: rule, also: [reason, ...others], change: pair.change, lost }
    : { reason, also: rules, change: pair.change, lost };
}

/** Why less was read than the request before left; null where the rules alone tell. */
function judgePrefix(pair: Pair): Judgement | null {
  const { change, step, left, shared, read, before, prediction, other } = pair;
  const lost = lossOf(pair);
  const name = nameStep(before);
  if (change && change.what !== "message") {
    const opening = sayChange(change, other.ready.prompt, prediction.ready.prompt, name);
    return judgeChange(pair, CHANGED[change.what], opening, lost);
  }
  if (shared >= left) return null;
  if (step === "compacts") {
    const opening = `The history gave way to a summary after ${name}, and ${formatTokens(shared)} before it stayed the same`;
    return judgeChange(pair, "compacted", opening, Math.max(0, shared - read));
  }
  if (!change) {
    const opening = `The words are those of ${name}, but the chat template writes an answer before the newest question in another way`;
    return judgeChange(pair, "rerendered", opening, lost);
  }
  const opening = sayChange(change, other.ready.prompt, prediction.ready.prompt, name);
  return judgeChange(pair, "messages_changed", opening, lost);
}

function judgeHit({ before, change, told, left, here, prediction }: Pair): Judgement {
  const { read, written, uncached } = here.billed ?? prediction.row;
  const more = written > 0 ? `; wrote ${formatTokens(written)} more` : "";
  const rest = written === 0 && uncached > 0 ? `; ${formatTokens(uncached)} were uncached` : "";
  const all = prediction.row.read > left && read > told.left ? "more than" : "all of";
  const sentence = `Read ${formatTokens(read)}, ${all} what ${nameStep(before)} left${more}${rest}.`;
  return { reason: { code: "hit", sentence }, also: [], change, lost: 0 };
}

function judgeUnmarked(pair: Pair): Judgement {
  const { here, left, shared, change, prediction } = pair;
  const read = here.billed?.read ?? prediction.row.read;
  if (read > 0) {
    const sentence = `Read ${formatTokens(read)} from the implicit cache, which needs no marker and promises nothing.`;
    return { reason: { code: "hit", sentence }, also: [], change, lost: 0 };
  }
  const could = Math.min(left, shared);
  const unread =
    could > 0 ? ` ${formatTokens(could)} that ${nameStep(pair.before)} left were not looked up.` : "";
  const sentence = `It has no marker: only the implicit cache may read, which it never promises.${unread}`;
  return { reason: { code: "no_marker", sentence }, also: [], change, lost: could };
}

function judgeByRules(pair: Pair): Judgement {
  const { told, change, before } = pair;
  const lost = lossOf(pair);
  const [first, ...also] = reasonsByRule(pair);
  const reason = first ?? {
    code: "unknown",
    sentence: `Only ${formatTokens(told.read)} of the ${formatTokens(told.left)} that ${nameStep(before)} left were read.`,
  };
  return { reason, also, change, lost };
}

function judgePair(pair: Pair): Judgement {
  const { prediction, left, read, before, change, here } = pair;
  if (!prediction.ready.layout.marked) return judgeUnmarked(pair);
  if (left === 0 && read === 0) {
    const [why, ...also] = reasonsByRule(pair);
    if (prediction.row.written === 0 && why) return { reason: why, also, change, lost: 0 };
    const { written } = here.billed ?? prediction.row;
    const sentence = `${nameStep(before)[0]?.toUpperCase()}${nameStep(before).slice(1)} left no entry, so nothing could be read; wrote ${formatTokens(written)}.`;
    return { reason: { code: "first_write", sentence }, also: [], change, lost: 0 };
  }
  if (prediction.row.read >= left) return judgeHit(pair);
  return judgePrefix(pair) ?? judgeByRules(pair);
}

/** By the rules; what the bill says against them is weighed by `weighBill`. */
export function judgeRequest(judged: JudgedRequest): Judgement {
  const { here, before, earlierInLane, step } = judged;
  if (here.failure !== null) {
    return { reason: { code: "failed", sentence: here.failure }, also: [], change: null, lost: 0 };
  }
  const { prediction } = here;
  if (!prediction || (before && !before.prediction)) return judgeUsage(here, before, earlierInLane);
  if (!before?.prediction) return judgeFirst(judged, prediction);
  const other = before.prediction;
  const [ready, earlier] = [prediction.ready, other.ready];
  const left = leftBy(earlier.layout);
  return judgePair({
    here,
    before,
    step,
    prediction,
    other,
    change: findChange(earlier.prompt, ready.prompt, [earlier.modelName, ready.modelName]),
    left,
    shared:
      ready.layout.model === earlier.layout.model ? sharePrefix(ready.layout, earlier.layout).tokens : 0,
    told: tellBilled(here, before, prediction, left),
    read: prediction.row.read,
    row: prediction.row,
    gap: here.at - before.at,
    name: nameStep(before),
  });
}

/** What is counted, scaled to what the service counts. */
function tellBilled(
  { billed }: SessionStep,
  before: SessionStep,
  { row, ready: { layout } }: Prediction,
  left: number,
): Pair["told"] {
  const scale = billed ? billed.prompt / Math.max(1, row.prompt) : 1;
  const { read = 0, written = 0 } = before.billed?.writtenKnown === false ? {} : (before.billed ?? {});
  return {
    left: left > 0 && read + written > 0 ? read + written : Math.round(left * scale),
    read: billed?.read ?? row.read,
    end: Math.round((leftBy(layout) || layout.prompt) * scale),
  };
}
