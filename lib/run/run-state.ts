/** A live run as plain data: it can be kept, and goes on after a reload. */

import type { DecodedUsage } from "../answers/decode-usage";
import type { Settings } from "../pipeline/analysis";
import type { GivenAnswer } from "../timeline/given-answer";
import type { RequestPrediction } from "./predict-run";

type RunTarget =
  /** `account`: the key of this run alone, so that it begins without entries; it is no secret. */
  | { readonly kind: "emulator"; readonly account: string }
  /** `host`: an endpoint's id without its dialect, e.g. `intl`. */
  | { readonly kind: "service"; readonly host: string; readonly name: string; readonly workspace: string };

/** What is run; it stays the same until the run ends. */
export interface RunPlan {
  readonly text: string;
  /** The region is the target's, whose prices count. */
  readonly settings: Settings;
  readonly target: RunTarget;
  /** Whether the run waits as the scenario does between its requests. */
  readonly gaps: "honour" | "skip";
  /** Epoch seconds of the run's beginning. */
  readonly startedAt: number;
}

/** A request that was sent. All times in seconds from the run's start. */
export interface RunRecord {
  /** Its place in the script, from 0. A request sent again has the same one. */
  readonly order: number;
  readonly label: string;
  /** `broken`: no whole answer came, so that it may have been billed. */
  readonly outcome: "answered" | "broken";
  readonly sentAt: number;
  /** Until the answer had ended. */
  readonly endedAt: number;
  /** Seconds by the clock, also where the scenario's gaps are skipped; null where no answer began. */
  readonly firstToken: number | null;
  readonly total: number;
  readonly predicted: RequestPrediction | null;
  readonly billed: DecodedUsage | null;
  /** Of `billed`, by the price table; null where a price or the usage is unknown. */
  readonly cost: number | null;
  /** What differs, and most likely why; null where nothing does. */
  readonly difference: string | null;
  /** Anything else worth knowing, a sentence each. */
  readonly notes: readonly string[];
  /** What enters the conversation; null = the script's own reply and calls. */
  readonly answer: GivenAnswer | null;
  readonly usage: unknown;
  readonly requestId: string | null;
}

type ProblemKind = "error" | "maybe-billed" | "ceiling" | "script" | "cancelled";

/** Why a run stands still. */
export interface RunProblem {
  readonly kind: ProblemKind;
  /** What is wrong, one sentence. */
  readonly sentence: string;
  /** What to do about it; empty where the sentence says that already. */
  readonly wayOut: string;
}

type RunStatus = "running" | "paused" | "stopped" | "done" | "cancelled";

export interface RunState {
  readonly version: 1;
  readonly plan: RunPlan;
  readonly status: RunStatus;
  /** In the order they were sent. */
  readonly records: readonly RunRecord[];
  /** The prediction of the request that is sent next. */
  readonly next: RequestPrediction | null;
  /** The request under way; null where there is none. `clock` counts real seconds, `at` those of the run. */
  readonly attempt: {
    readonly at: number;
    readonly clock: number;
    readonly firstClock: number | null;
  } | null;
  readonly problem: RunProblem | null;
  /** The most the run may cost, in the price's currency; null = no limit. */
  readonly ceiling: number | null;
}

/** Requests of a script that have their answer. */
export const answeredOf = ({ records }: Pick<RunState, "records">): readonly RunRecord[] =>
  records.filter(({ outcome }) => outcome === "answered");

/** Money spent; what may have been billed counts with the most it can be. Null where a price is unknown. */
export function spentOf({ records }: Pick<RunState, "records">): number | null {
  let sum = 0;
  for (const { outcome, cost, predicted } of records) {
    const amount = outcome === "answered" ? cost : (predicted?.most ?? null);
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
}

/** The emulator's clock is set by each request where gaps are skipped. */
export const isVirtual = ({ target, gaps }: Pick<RunPlan, "target" | "gaps">): boolean =>
  target.kind === "emulator" && gaps === "skip";
