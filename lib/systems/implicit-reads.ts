/** The implicit cache of Model Studio: reads a common prefix without markers, and promises nothing. */

import type { Layout } from "../layout/layout";
import type { CacheOffer } from "../offers/cache-offers";
import { draw } from "../values/random";
import type { EntryLife } from "./kernels/entry";
import { countCommon, openMemory, type PrefixMemory, rememberPrefixes } from "./kernels/prefix-memory";
import { addDue, type SoonestFirst, takeDue } from "./kernels/soonest-first";
import type { Arrival, CommonPrefix, Played } from "./system";

/** Each possible read happens with `probability`, 0 to 1; the same seed draws the same ones. */
export interface DrawnReads {
  readonly probability: number;
  /** A whole number. */
  readonly seed: number;
}

/** `never`: a read that is not promised counts as none. `always`: an ideal cache reads whatever it could. */
export type ImplicitReads = "never" | "always" | DrawnReads;

export interface ImplicitRules {
  readonly implicit: ImplicitReads;
  /** Fewest tokens of a read. */
  readonly minimumImplicit: number;
  /** Absent = it is offered. */
  readonly implicitOffer?: CacheOffer;
}

/** Where the cache is not offered nothing is ever read. */
const readsOf = ({ implicit, implicitOffer }: ImplicitRules): ImplicitReads =>
  implicitOffer?.status === "not-offered" ? "never" : implicit;

/** Plain JSON. */
export interface ImplicitState {
  memory: PrefixMemory;
  /** Requests whose responses have not been found to have ended, by when they end. */
  running: SoonestFirst<Layout>;
}

export const openImplicit = (): ImplicitState => ({ memory: openMemory(), running: [] });

/** Every documented read is a multiple of this (assumption `implicit-in-steps-of-128`). */
const STEP = 128;

/** So many tokens, down to the step of implicit reads. */
export const inSteps = (tokens: number): number => tokens - (tokens % STEP);

const isRead = (reads: ImplicitReads, index: number): boolean =>
  reads === "always" || (reads !== "never" && draw(reads.seed, index) < reads.probability);

/** A request that reads so much of what it has in common with an earlier one. */
const readShared = (
  layout: Layout,
  read: number,
  shared: CommonPrefix,
  unread: EntryLife | null,
): Played => ({
  system: "model-studio-implicit",
  lookUp: "common-prefix",
  layout,
  read,
  written: 0,
  lines: [{ kind: "read:implicit", tokens: read }],
  stored: 0,
  hit: null,
  missed: [],
  shared,
  life: 0,
  lookback: 0,
  unread,
  created: [],
});

/**
 * Unless reads are `never`, a request may read its longest common prefix with any request to the same model whose
 * response has ended, down to a multiple of 128 tokens, at least the model's minimum. It writes nothing that is billed,
 * and entries do not end: their life is not fixed. Assumption `implicit-reads-drawn-apart`.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11).
 */
export function playImplicit(
  state: ImplicitState,
  { at, index, layout, counter, rules }: Arrival<ImplicitRules>,
  unread: EntryLife | null = null,
): Played {
  const { minimumImplicit } = rules;
  const implicit = readsOf(rules);
  const isOffered = rules.implicitOffer?.status !== "not-offered";
  const chance: CommonPrefix["chance"] = !isOffered
    ? "not-offered"
    : typeof implicit === "string"
      ? implicit
      : implicit.probability;
  if (implicit === "never") {
    const nothing = { common: 0, usable: 0, readable: 0, minimum: minimumImplicit, chance };
    return readShared(layout, 0, nothing, unread);
  }
  for (let ended = takeDue(state.running, at); ended; ended = takeDue(state.running, at)) {
    rememberPrefixes(state.memory, ended);
  }
  const common = Math.min(countCommon(state.memory, layout, counter), layout.prompt);
  const usable = inSteps(common);
  const readable = usable >= minimumImplicit ? usable : 0;
  const shared = { common, usable, readable, minimum: minimumImplicit, chance };
  return readShared(layout, isRead(implicit, index) ? readable : 0, shared, unread);
}

/** Takes note of a request, whichever cache served it; call after it has been played. */
export function observeImplicit(
  state: ImplicitState,
  { at, duration, layout, rules }: Arrival<ImplicitRules>,
): void {
  if (readsOf(rules) !== "never") addDue(state.running, at + duration, layout);
}
