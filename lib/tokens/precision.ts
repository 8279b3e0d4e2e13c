/** How sure a count is: the band in which the real number of tokens lies, at every boundary of a request. */
import type { Model } from "../offers/model";
import { type Said, tell } from "../words/message";
import type { Band, BandStep, MeasuredMedia, MeasuredSegment, Precision } from "./measured";
import { createTextMemory, type TextMemory } from "./text-memory";
import type { TokenCounter } from "./token-counter";

/** Shares of a count by which the truth may lie below and above it. */
export interface Rate {
  readonly less: number;
  readonly more: number;
}

interface TextRates {
  readonly ascii: Rate;
  readonly other: Rate;
}

/** How sure the count of a request's text is, and why. */
export interface TextPrecision {
  /** Null where text counts are exact. */
  readonly rates: TextRates | null;
  readonly reason: Said | null;
}

/** Assumption `later-vocabulary-band`. */
const LATER_VOCABULARY: TextRates = { ascii: { less: 0.01, more: 0.01 }, other: { less: 0.15, more: 0.01 } };
/** By how much a count with another maker's vocabulary may be off (assumptions `other-makers-band`, `nearest-vocabulary`). */
export const OTHER_VOCABULARY: Rate = { less: 0.25, more: 0.25 };
const OTHER_MAKERS: TextRates = { ascii: OTHER_VOCABULARY, other: OTHER_VOCABULARY };

/** Share of its tokens by which media may be off: with a known size, and with an assumed one (`media-size`). */
const KNOWN_SIZE = 0.1;
const ASSUMED_SIZE = 1;

/** What is known of text counts for a model with the vocabulary they are made with. */
export function judgeText(model: Model | null, counter: TokenCounter): TextPrecision {
  const documented = model !== null && model.template !== null;
  if (counter.origin === "own") {
    return documented
      ? { rates: null, reason: tell("tokens.exactForLoaded", { name: counter.name }) }
      : {
          rates: OTHER_MAKERS,
          reason: tell("tokens.loadedWithTemplate", { name: counter.name }),
        };
  }
  if (!model) {
    return {
      rates: OTHER_MAKERS,
      reason: tell("tokens.modelNotKnown"),
    };
  }
  if (!documented) {
    return {
      rates: OTHER_MAKERS,
      reason: tell("tokens.notDocumented"),
    };
  }
  if (model.template === "qwen3") return { rates: null, reason: null };
  return {
    rates: LATER_VOCABULARY,
    reason: tell("tokens.laterVocabulary"),
  };
}

const BEYOND_ASCII = /[\u0080-\uffff]/;
const ASCII_RUNS = /[^\u0080-\uffff]+/g;
const memories = new WeakMap<TokenCounter, TextMemory<number>>();

/** Tokens of a text's characters beyond ASCII, taken together. */
function countOther(text: string, counter: TokenCounter): number {
  let memory = memories.get(counter);
  if (!memory) {
    memory = createTextMemory<number>();
    memories.set(counter, memory);
  }
  const known = memory.get(text);
  if (known !== undefined) return known;
  const count = BEYOND_ASCII.test(text) ? counter.count(text.replace(ASCII_RUNS, "")) : 0;
  memory.set(text, count);
  return count;
}

/** The steps of a request that begins with the same segments. */
interface KnownSteps {
  readonly segments: readonly MeasuredSegment[];
  readonly steps: readonly BandStep[];
  /** Segments, from the first on, that are the same in both, all of it counted text; 0 = none. */
  readonly taken: number;
}

const NO_STEPS: KnownSteps = { segments: [], steps: [], taken: 0 };

/** The steps of the segments that are taken over: all but those behind them, and that of the total. */
function takeSteps({ segments, steps, taken }: KnownSteps): BandStep[] {
  if (taken === 0 || steps.length === 0) return [];
  const behind = segments.slice(taken).reduce((sum, { cuts }) => sum + cuts.length, 0);
  return steps.slice(0, steps.length - 1 - behind);
}

/**
 * How far the count may be off at every part's end and at the total; empty where it cannot be.
 * @param uncounted most tokens of what is not counted, by the pointer of its part or message, of its tool, or "" for the request's own
 */
export function listBandSteps(
  segments: readonly MeasuredSegment[],
  total: number,
  media: readonly MeasuredMedia[],
  rates: TextRates | null,
  counter: TokenCounter,
  uncounted: ReadonlyMap<string, number> = new Map(),
  known: KnownSteps = NO_STEPS,
): BandStep[] {
  if (rates === null && media.length === 0 && uncounted.size === 0) return [];
  const byPointer = new Map(media.map((one) => [one.pointer, one]));
  const steps = takeSteps(known);
  // Tools stand in front of everything.
  const first = [...uncounted].filter(([pointer]) => pointer === "" || pointer.startsWith("/tools/"));
  const more = first.reduce((sum, [, tokens]) => sum + tokens, 0);
  let step: BandStep = steps.at(-1) ?? { prefix: 0, media: 0, less: 0, more, spread: 0 };
  function advance(prefix: number, piece: string, pointer: string | null): void {
    const picture = pointer === null ? undefined : byPointer.get(pointer);
    const taken = picture?.tokens ?? 0;
    const text = Math.max(0, prefix - step.prefix - taken);
    const other = rates && rates.other !== rates.ascii ? Math.min(text, countOther(piece, counter)) : 0;
    const weigh = (side: keyof Rate): number =>
      rates ? (text - other) * rates.ascii[side] + other * rates.other[side] : 0;
    const isOpen = picture?.sizeFrom === "assumed" || picture?.isLimited === true;
    const share = isOpen ? ASSUMED_SIZE : KNOWN_SIZE;
    step = {
      prefix,
      media: step.media + taken,
      less: step.less + weigh("less"),
      more: step.more + weigh("more") + (pointer === null ? 0 : (uncounted.get(pointer) ?? 0)),
      spread: step.spread + taken * share,
    };
    steps.push(step);
  }
  for (const { chunk, cuts, pointer: segment, members } of segments.slice(
    steps.length > 0 ? known.taken : 0,
  )) {
    let from = 0;
    // What stands beside a message's content is in front of all its parts, for want of a better place.
    const beside = [...new Set([segment, ...members])].reduce((sum, at) => sum + (uncounted.get(at) ?? 0), 0);
    step = { ...step, more: step.more + beside };
    cuts.forEach(({ pointer, prefix, end }, order) => {
      const last = order === cuts.length - 1;
      // The whole chunk as it is, not a slice of it: its hash is known from counting.
      const piece = last && from === 0 ? chunk : chunk.slice(from, last ? chunk.length : end);
      advance(prefix, piece, pointer === segment ? null : pointer);
      from = end;
    });
  }
  advance(total, "", null);
  return steps;
}

const NOTHING: BandStep = { prefix: 0, media: 0, less: 0, more: 0, spread: 0 };

/** Index of the first step that reaches so far, of the last where none does; found by halving. */
function findStep(tokens: number, steps: readonly BandStep[]): number {
  let from = 0;
  let to = Math.max(0, steps.length - 1);
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((steps[middle]?.prefix ?? 0) < tokens) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * The band of the first `tokens` tokens of a request, in whole tokens; between two boundaries it grows evenly.
 * Nothing is off where the request has no steps.
 */
export function bandOf(tokens: number, { bandSteps }: { readonly bandSteps: readonly BandStep[] }): Band {
  let at = findStep(tokens, bandSteps);
  // What is not counted has no length: it belongs to every boundary that lies where it does.
  while (bandSteps[at + 1]?.prefix === bandSteps[at]?.prefix && at + 1 < bandSteps.length) at += 1;
  const next = bandSteps[at];
  if (!next) return { low: tokens, high: tokens };
  const before = bandSteps[at - 1] ?? NOTHING;
  const length = next.prefix - before.prefix;
  const share = length > 0 ? Math.min(1, (tokens - before.prefix) / length) : 1;
  const between = (side: "less" | "more" | "spread"): number =>
    before[side] + (next[side] - before[side]) * share;
  const spread = between("spread");
  return {
    low: Math.max(0, Math.round(tokens - between("less") - spread)),
    high: Math.round(tokens + between("more") + spread),
  };
}

/** True where a prefix may lie on either side of the minimum. */
export function isBorderline(
  prefix: number,
  minimum: number,
  measured: { readonly bandSteps: readonly BandStep[] },
): boolean {
  const { low, high } = bandOf(prefix, measured);
  return low < minimum && high >= minimum;
}

/** The precision of a count that cannot be off. */
export const exactPrecision = (total: number, reason: Said | null = null): Precision => ({
  kind: "exact",
  low: total,
  high: total,
  reason,
});

/** The shares by which requests taken together may be off; null where they have no tokens. */
export function addSpreads(
  measured: readonly { readonly total: number; readonly precision: Band }[],
): Rate | null {
  const sum = (of: (one: (typeof measured)[number]) => number) =>
    measured.reduce((total, one) => total + of(one), 0);
  const total = sum((one) => one.total);
  if (total === 0) return null;
  return {
    less: 1 - sum(({ precision }) => precision.low) / total,
    more: sum(({ precision }) => precision.high) / total - 1,
  };
}
