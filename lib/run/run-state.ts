/** A live run as plain data: it can be kept, and goes on after a reload. */

import type { DecodedUsage } from "../answers/decode-usage";
import { toldOf } from "../offers/readings";
import type { Settings } from "../pipeline/analysis";
import type { GivenAnswer } from "../timeline/given-answer";
import type { Said } from "../words/message";
import type { AddedLimit } from "./bound-output";
import { type Money, splitMoney } from "./money";
import type { RequestPrediction, RunSettings } from "./predict-run";
import type { Sending } from "./sending";

type RunTarget =
  /** `account`: the key of this run alone, so that it begins without entries; it is no secret. */
  | { readonly kind: "emulator"; readonly account: string }
  /** `host`: an endpoint's id without its dialect, e.g. `intl`. */
  | { readonly kind: "service"; readonly host: string; readonly name: Said; readonly workspace: string };

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
  readonly label: Said;
  /** `broken`: no whole answer came, so that it may have been billed. */
  readonly outcome: "answered" | "broken";
  /** Whether the run goes on without its answer, with what the script has in its place. */
  readonly skipped: boolean;
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
  /** The most it can have cost, as it was sent; null where that is not known. */
  readonly most: number | null;
  /** Limits that the ceiling has put into it. */
  readonly added: readonly AddedLimit[];
  /** What differs, and most likely why; null where nothing does. */
  readonly difference: Said | null;
  /** Anything else worth knowing, a sentence each. */
  readonly notes: readonly Said[];
  /** What enters the conversation; null = the script's own reply and calls. */
  readonly answer: GivenAnswer | null;
  readonly usage: unknown;
  readonly requestId: string | null;
}

export interface RunState extends Sending {
  readonly version: 3;
  readonly plan: RunPlan;
  /** In the order they were sent. */
  readonly records: readonly RunRecord[];
  /** The prediction of the request that is sent next. */
  readonly next: RequestPrediction | null;
}

/** Requests of a script that have their answer. */
export const answeredOf = ({ records }: Pick<RunState, "records">): readonly RunRecord[] =>
  records.filter(({ outcome }) => outcome === "answered");

/** Requests of a script that the run has passed: each has its answer, or goes without. */
export const passedOf = ({ records }: Pick<RunState, "records">): readonly RunRecord[] =>
  records.filter(({ outcome, skipped }) => outcome === "answered" || skipped);

/** What a run has cost, and what it may have cost besides: requests whose bill never came count with the most it can be. */
export const moneyOf = ({ records }: Pick<RunState, "records">): Money => splitMoney(records);

/** The emulator's clock is set by each request where gaps are skipped. */
export const isVirtual = ({ target, gaps }: Pick<RunPlan, "target" | "gaps">): boolean =>
  target.kind === "emulator" && gaps === "skip";

/**
 * Which of the page's settings count. The emulator counts without what the user knows better, calibrations and sizes of
 * media, and plays what is documented or assumed. What a request cannot say, such as the lifetime of its entries, is left out for every target.
 */
export function settingsOf({ settings, target }: Pick<RunPlan, "settings" | "target">): RunSettings {
  const { model, region, isRegionAssumed, implicit, prices, mediaSizes, calibrations } = settings;
  const known = target.kind === "emulator" ? {} : { mediaSizes, calibrations, ...toldOf(settings) };
  const given = Object.entries({ isRegionAssumed, implicit, prices, ...known }).filter(
    ([, value]) => value !== undefined,
  );
  return { model, region, ...(Object.fromEntries(given) as Partial<RunSettings>) };
}
