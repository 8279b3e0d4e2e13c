/** What the documentation of Model Studio leaves open, as switches: each has the readings that are possible, and one that is played. */
import { fieldsOf } from "../values/json";
import type { AssumptionId } from "./assumption";

const CONTEXT_CACHE = "https://www.alibabacloud.com/help/en/model-studio/context-cache";
const BEST_PRACTICE = "https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice";
const QWEN4 = "https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4";
const ANTHROPIC = "https://help.aliyun.com/en/model-studio/anthropic-api-messages";

/** Whether the first reading is what the documentation says, or what is assumed where it is silent. */
type Ground = "documented" | "inferred";

interface Kind<Reading extends string> {
  /** The first is played unless something else is chosen or was observed. */
  readonly readings: readonly [Reading, Reading, ...Reading[]];
  readonly evidence: Ground;
  /** The assumption that the first reading is; null where it is documented. */
  readonly assumption: AssumptionId | null;
  readonly source: string;
  readonly asOf: string;
}

const documented = <const Reading extends string>(
  source: string,
  asOf: string,
  ...readings: [Reading, Reading, ...Reading[]]
): Kind<Reading> => ({ readings, evidence: "documented", assumption: null, source, asOf });

const assumed = <const Reading extends string>(
  assumption: AssumptionId | null,
  source: string,
  asOf: string,
  ...readings: [Reading, Reading, ...Reading[]]
): Kind<Reading> => ({ readings, evidence: "inferred", assumption, source, asOf });

/** By name. What each asks and what each reading means is said in the catalogue of words, `readings`. */
export const SWITCHES = {
  "extra-markers": documented(CONTEXT_CACHE, "2026-06-24", "last-four", "first-four", "refused"),
  "tool-marker": documented(CONTEXT_CACHE, "2026-06-24", "ignored", "system-end"),
  granularity: documented(BEST_PRACTICE, "2026-05-25", "as-documented", "part", "message"),
  "result-marker": assumed(
    "tool-results-share-a-turn",
    CONTEXT_CACHE,
    "2026-10-11",
    "own-end",
    "turn-end",
    "ignored",
  ),
  "hour-before-qwen4": assumed(
    "qwen4-ttl-in-marker",
    CONTEXT_CACHE,
    "2026-10-11",
    "five-minutes",
    "hour",
    "no-entry",
    "refused",
  ),
  life: documented(CONTEXT_CACHE, "2026-10-11", "five-minutes", "ten-minutes", "hour"),
  "life-from": assumed("expiry-from-start", CONTEXT_CACHE, "2026-10-11", "start", "end"),
  "life-renewed": documented(CONTEXT_CACHE, "2026-10-11", "by-use", "never"),
  "client-header": assumed(null, ANTHROPIC, "2026-03-15", "counts", "left-out"),
  lookback: documented(CONTEXT_CACHE, "2026-10-11", "between-20", "between-19", "between-21"),
  "block-unit": assumed("block-counting", CONTEXT_CACHE, "2026-10-11", "content-items", "messages"),
  "at-once": assumed("parallel-creators-each-pay", CONTEXT_CACHE, "2026-10-11", "each-pays", "one-pays"),
  "implicit-minimum": documented(CONTEXT_CACHE, "2026-09-24", "as-documented", "from-256", "from-512"),
  "implicit-step": assumed(
    "implicit-in-steps-of-128",
    CONTEXT_CACHE,
    "2026-10-11",
    "steps-128",
    "steps-64",
    "steps-256",
    "to-the-token",
  ),
  "implicit-life": documented(CONTEXT_CACHE, "2026-10-11", "not-fixed", "five-minutes", "hour"),
  "minimum-of": assumed(
    "template-tokens-count",
    CONTEXT_CACHE,
    "2026-10-11",
    "prefix",
    "marked-words",
    "request",
  ),
  "minimum-itself": documented(CONTEXT_CACHE, "2026-10-11", "counts", "too-short"),
  "reasoning-shown": assumed(
    "thinking-in-history",
    CONTEXT_CACHE,
    "2026-10-11",
    "by-template",
    "always",
    "never",
  ),
  "thinking-switch": assumed(null, CONTEXT_CACHE, "2026-10-11", "shared", "apart"),
  "string-and-array": documented(CONTEXT_CACHE, "2026-06-24", "same", "apart"),
  "nested-renewal": assumed(
    "read-renews-own-markers",
    CONTEXT_CACHE,
    "2026-10-11",
    "own-markers",
    "all-within",
  ),
  "qwen4-life-field": assumed(
    "qwen4-ttl-in-marker",
    QWEN4,
    "2026-11-16",
    "either-marker",
    "cache-control",
    "breakpoint",
    "none",
  ),
  "qwen4-automatic-field": assumed(
    "qwen4-automatic-breakpoint",
    QWEN4,
    "2026-11-16",
    "unknown",
    "top-cache-control",
    "top-breakpoint",
  ),
  "middle-system": documented(BEST_PRACTICE, "2026-05-25", "merged", "in-place", "refused"),
  "nested-marker": assumed("top-level-marker-ignored", ANTHROPIC, "2026-03-15", "ignored", "result-end"),
  "second-key": documented(CONTEXT_CACHE, "2026-10-11", "shared", "apart"),
  "second-workspace": assumed(
    "entries-ignore-region-and-key",
    CONTEXT_CACHE,
    "2026-10-11",
    "shared",
    "apart",
  ),
  "second-region": assumed("entries-ignore-region-and-key", CONTEXT_CACHE, "2026-10-11", "shared", "apart"),
} as const;

export type SwitchId = keyof typeof SWITCHES;

export type ReadingOf<Id extends SwitchId> = (typeof SWITCHES)[Id]["readings"][number];

/** The readings that were chosen; what a switch that is absent stands at nobody has said. */
export type Readings = { readonly [Id in SwitchId]?: ReadingOf<Id> };

/** What was observed of models, by name. */
export type ObservedReadings = Readonly<Record<string, Readings>>;

export const SWITCH_IDS = Object.keys(SWITCHES) as readonly SwitchId[];

export const isSwitch = (id: string): id is SwitchId => Object.hasOwn(SWITCHES, id);

/** What a switch stands at. */
export const readingOf = <Id extends SwitchId>(readings: Readings | undefined, id: Id): ReadingOf<Id> =>
  (readings?.[id] ?? SWITCHES[id].readings[0]) as ReadingOf<Id>;

/** Whether it is one of the switch's readings. */
export const isReading = (id: SwitchId, reading: unknown): boolean =>
  (SWITCHES[id].readings as readonly unknown[]).includes(reading);

/** The readings in anything decoded; what is not known is left out. Never throws. */
export function restoreReadings(value: unknown): Readings {
  const known = Object.entries(fieldsOf(value) ?? {}).filter(
    ([id, reading]) => isSwitch(id) && isReading(id, reading),
  );
  return Object.fromEntries(known);
}

/** What decides which readings are played. */
export interface ToldReadings {
  /** What the reader has chosen, of any model. */
  readonly readings?: Readings | undefined;
  readonly observed?: ObservedReadings | undefined;
}

/** Just that of settings that say more; what is not said is absent. */
export const toldOf = ({
  readings,
  observed,
}: ToldReadings): { readonly readings?: Readings; readonly observed?: ObservedReadings } => ({
  ...(readings ? { readings } : {}),
  ...(observed ? { observed } : {}),
});

/**
 * What is played of a model: what the reader has chosen wins over what was observed.
 * @param model its name as requests have it
 */
export const readingsFor = (model: string, { readings, observed }: ToldReadings): Readings => ({
  ...(observed && Object.hasOwn(observed, model) ? observed[model] : {}),
  ...readings,
});
