/** The implicit cache of Model Studio: reads a common prefix without markers, and promises nothing. */

import type { Layout } from "../layout/layout";
import type { CacheOffer } from "../offers/cache-offers";
import { type Readings, readingOf } from "../offers/readings";
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
  /** What is played where the documentation leaves it open; absent = what is assumed. */
  readonly readings?: Readings;
}

/** Where the cache is not offered nothing is ever read. */
const readsOf = ({ implicit, implicitOffer }: ImplicitRules): ImplicitReads =>
  implicitOffer?.status === "not-offered" ? "never" : implicit;

/** Plain JSON. */
export interface ImplicitState {
  memory: PrefixMemory;
  /** The requests in it with the second at which each is forgotten; absent where nothing ever is. */
  kept?: readonly { readonly until: number; readonly layout: Layout }[];
  /** Requests whose responses have not been found to have ended, by when they end. */
  running: SoonestFirst<Layout>;
}

export const openImplicit = (): ImplicitState => ({ memory: openMemory(), running: [] });

const STEPS = { "steps-128": 128, "steps-64": 64, "steps-256": 256, "to-the-token": 1 } as const;

/**
 * Tokens that an implicit read is a multiple of: 128, as every documented read is (assumption
 * `implicit-in-steps-of-128`), where nothing else was chosen.
 */
export const stepOf = (readings?: Readings): number => STEPS[readingOf(readings, "implicit-step")];

/** So many tokens, down to the step of implicit reads. */
const inSteps = (tokens: number, readings?: Readings): number => tokens - (tokens % stepOf(readings));

const LIVES = { "not-fixed": null, "five-minutes": 300, hour: 3600 } as const;

/** Seconds that the implicit cache remembers a request from its end on; null = nothing is forgotten. */
export const implicitLifeOf = (readings?: Readings): number | null =>
  LIVES[readingOf(readings, "implicit-life")];

/** Forgets the requests whose time is over; the memory is then built anew of those that are left. */
function forget(state: ImplicitState, at: number): void {
  const kept = state.kept?.filter(({ until }) => at < until);
  if (!kept || kept.length === state.kept?.length) return;
  state.kept = kept;
  state.memory = openMemory();
  for (const { layout } of kept) rememberPrefixes(state.memory, layout);
}

function rememberEnded(state: ImplicitState, at: number, life: number | null): void {
  for (let [first] = state.running; first && first.due <= at; [first] = state.running) {
    takeDue(state.running, at);
    const { due, value: layout } = first;
    if (life !== null && at >= due + life) continue;
    rememberPrefixes(state.memory, layout);
    if (life !== null) state.kept = [...(state.kept ?? []), { until: due + life, layout }];
  }
}

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
  forget(state, at);
  rememberEnded(state, at, implicitLifeOf(rules.readings));
  const common = Math.min(countCommon(state.memory, layout, counter), layout.prompt);
  const usable = inSteps(common, rules.readings);
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
