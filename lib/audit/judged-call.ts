/** What a judgement looks at in a call. */
import { type Message, tell } from "../words/message";
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

/** Up to what times are taken. */
export type Moment = "first token" | "whole answer";

export const nameMoment = (moment: Moment): Message =>
  moment === "first token" ? tell("audit.firstToken") : tell("audit.wholeAnswer");

/** Seconds to the first words, or to the end where not every call had words: only like is compared with like. */
export function timesOf(calls: readonly JudgedCall[]): {
  readonly times: Groups<number>;
  readonly what: Moment;
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
