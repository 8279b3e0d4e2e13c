/** The common-prefix family: a request reads what it has in common with an earlier one, without being asked. */
import { draw } from "../values/random";
import { tell } from "../words/message";
import type {
  ComparableRequest,
  OptionRule,
  PlayedFact,
  PlayedRequest,
  PrefixPoint,
  SystemOptions,
  SystemPlay,
} from "./comparable";
import { addDue, type SoonestFirst, takeDue } from "./kernels/soonest-first";

/** In what services of this family differ; tokens and seconds. */
export interface CommonPrefixRules {
  /** Reads are floored to multiples of it. */
  readonly step: number;
  readonly minimum: number;
  /** What the minimum is of. */
  readonly minimumOf: "read" | "prompt";
  /** From the start of the request that left it; null = it does not end. */
  readonly life: number | null;
  /** Prefixes end only at multiples of it, counted from a hidden start. */
  readonly interval?: { readonly tokens: number; readonly hidden: number };
  /** Seconds that all that is not read is written to live, for a fee; absent = nothing is. */
  readonly writes?: number;
  /** Of each possible read, 0 to 1; the same seed draws the same ones. */
  readonly probability: number;
  readonly seed: number;
}

/** Plain JSON. */
export interface CommonPrefixState {
  /** By key of a prefix, the latest start of an ended request that had it. */
  latest: Record<number, number>;
  running: SoonestFirst<{ readonly at: number; readonly keys: readonly number[] }>;
}

/** Options that every system of the family takes over its own figures. */
export const PREFIX_OPTIONS: Readonly<Record<string, OptionRule>> = {
  probability: { type: "number", min: 0, max: 1, isFraction: true, default: 1 },
  seed: { type: "number", min: 0, max: 2_147_483_647, default: 0 },
  life: { type: "number", min: 0, max: 1e12, isFraction: true, isNullable: true, default: null },
  step: { type: "number", min: 1, max: 1_000_000, default: null },
  minimum: { type: "number", min: 0, max: 1_000_000_000, default: null },
};

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;

/** The rules with what was asked for in their place; a life of null has no end. */
export function withPrefixOptions(rules: CommonPrefixRules, options: SystemOptions): CommonPrefixRules {
  const { life } = options;
  return {
    ...rules,
    step: numberOr(options.step, rules.step),
    minimum: numberOr(options.minimum, rules.minimum),
    life: life === null || typeof life === "number" ? life : rules.life,
    probability: numberOr(options.probability, rules.probability),
    seed: numberOr(options.seed, rules.seed),
  };
}

/** A request that has all of a prefix has all shorter ones, so without an end nothing known is gone through again. */
function remember(
  { latest }: CommonPrefixState,
  at: number,
  keys: readonly number[],
  life: number | null,
): void {
  for (let place = keys.length - 1; place >= 0; place--) {
    const key = keys[place] ?? -1;
    const before = latest[key];
    if (life === null && before !== undefined) return;
    latest[key] = before === undefined ? at : Math.max(before, at);
  }
}

/** Tokens of the longest prefix that is there: whoever has a prefix had all shorter ones, no longer ago. */
function countCommon(points: readonly PrefixPoint[], isThere: (key: number) => boolean): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isThere(points[middle]?.key ?? -1)) low = middle + 1;
    else high = middle;
  }
  return points[low - 1]?.prefix ?? 0;
}

/** How many of the tokens in common can be read. */
function countReadable(common: number, prompt: number, rules: CommonPrefixRules): number {
  const { step, minimum, minimumOf, interval } = rules;
  const end = interval
    ? Math.floor((common + interval.hidden) / interval.tokens) * interval.tokens - interval.hidden
    : common;
  const read = Math.min(Math.floor(Math.max(0, end) / step) * step, prompt);
  return (minimumOf === "prompt" ? prompt : read) >= minimum ? read : 0;
}

function explain(
  read: number,
  common: number,
  readable: number,
  ever: { readonly common: number; readonly readable: number },
  { minimum, probability }: CommonPrefixRules,
): PlayedFact[] {
  if (read > 0) return [{ code: "hit", message: tell("systems.readCommon", { read, common }) }];
  if (readable > 0) {
    const message = tell("systems.commonNotDrawn", { common, probability });
    return [{ code: "implicit_not_promised", message, tokens: readable }];
  }
  if (common > 0) {
    const message =
      minimum > 0
        ? tell("systems.commonTooFew", { common, minimum })
        : tell("systems.commonNoStep", { common });
    return [{ code: "below_minimum", message }];
  }
  if (ever.common > 0) {
    const message = tell("systems.commonEnded", { common: ever.common });
    return [{ code: "expired", message, tokens: ever.readable }];
  }
  return [{ code: "first_write", message: tell("systems.noneEnded") }];
}

export function openCommonPrefix(rules: CommonPrefixRules): SystemPlay<CommonPrefixState> {
  const state: CommonPrefixState = { latest: {}, running: [] };
  return { state, step: (request, explains) => playOne(state, request, rules, explains) };
}

/**
 * Plays one request: its longest common prefix with any whose response has ended and whose start is less than a life
 * ago, in whole steps, from the minimum on.
 */
function playOne(
  state: CommonPrefixState,
  request: ComparableRequest,
  rules: CommonPrefixRules,
  explains: boolean,
): PlayedRequest {
  const { at, end, index, points, prompt } = request;
  const { life, probability, seed, writes } = rules;
  for (let ended = takeDue(state.running, at); ended; ended = takeDue(state.running, at)) {
    remember(state, ended.at, ended.keys, life);
  }
  const { latest } = state;
  const common = countCommon(points, (key) => {
    const start = latest[key];
    return start !== undefined && (life === null || at - start < life);
  });
  const readable = countReadable(common, prompt, rules);
  const isDrawn = probability >= 1 || draw(seed, index) < probability;
  const read = isDrawn ? readable : 0;
  addDue(state.running, end, { at, keys: points.map(({ key }) => key) });
  const fresh = writes === undefined ? 0 : prompt - read;
  const known = explains ? countCommon(points, (key) => latest[key] !== undefined) : 0;
  const ever = { common: known, readable: countReadable(known, prompt, rules) };
  return {
    read,
    written: writes !== undefined && fresh > 0 ? [{ life: writes, tokens: fresh }] : [],
    ...(writes !== undefined && fresh > 0 ? { life: writes } : {}),
    ...(explains && life !== null ? { prefixLife: life } : {}),
    facts: explains ? explain(read, common, readable, ever, rules) : [],
  };
}
