/** What the answers themselves say they cost, cold against warm. */
import { type Message, tell } from "../words/message";
import { THRESHOLDS } from "./audit-thresholds";
import { groupCalls, type JudgedCall } from "./judged-call";
import { compareRanks } from "./rank-test";
import { spreadOf } from "./spread";

export interface CostsFinding {
  /** `untold`: not every call says what it cost. */
  readonly kind: "falls" | "stays" | "untold";
  readonly sentence: Message | null;
}

export function readCosts(calls: readonly JudgedCall[]): CostsFinding {
  const { cold, warm } = groupCalls(calls);
  const amounts = (group: readonly JudgedCall[]): number[] =>
    group.flatMap(({ reportedCost }) => reportedCost ?? []);
  const [before, after] = [amounts(cold), amounts(warm)];
  const [coldCost, warmCost] = [spreadOf(before), spreadOf(after)];
  const isWhole = before.length === cold.length && after.length === warm.length;
  if (!coldCost || !warmCost || !isWhole || coldCost.max === 0) return { kind: "untold", sentence: null };
  const saving = 1 - warmCost.median / coldCost.median;
  const falls = saving >= THRESHOLDS.cheaper && compareRanks(after, before).p < THRESHOLDS.chance;
  const share = Math.round((warmCost.median / coldCost.median) * 100);
  return {
    kind: falls ? "falls" : "stays",
    sentence: tell("audit.costShare", { share }),
  };
}
