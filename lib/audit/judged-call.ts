/** What a judgement looks at in a call. */
import type { AuditCall } from "./audit-state";

export type JudgedCall = Pick<AuditCall, "kind" | "usage" | "reportedCost" | "firstToken" | "total">;

export interface Groups<Item> {
  readonly short: readonly Item[];
  readonly cold: readonly Item[];
  readonly warm: readonly Item[];
}

export function groupCalls(calls: readonly JudgedCall[]): Groups<JudgedCall> {
  const of = (kind: JudgedCall["kind"]) => calls.filter((call) => call.kind === kind);
  return { short: of("short"), cold: of("cold"), warm: of("warm") };
}

/** Seconds to the first words, or to the end where not every call had words: only like is compared with like. */
export function timesOf(calls: readonly JudgedCall[]): {
  readonly times: Groups<number>;
  readonly what: "first token" | "whole answer";
} {
  const groups = groupCalls(calls);
  const judged = [...groups.short, ...groups.cold, ...groups.warm];
  const hasWords = judged.every(({ firstToken }) => firstToken !== null);
  const time = ({ firstToken, total }: JudgedCall): number => (hasWords ? (firstToken ?? total) : total);
  return {
    times: {
      short: groups.short.map(time),
      cold: groups.cold.map(time),
      warm: groups.warm.map(time),
    },
    what: hasWords ? "first token" : "whole answer",
  };
}
