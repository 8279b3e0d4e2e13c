/** The implicit cache of Model Studio: reads a common prefix without markers, and promises nothing. */

import type { Layout } from "../layout/layout";
import { minimumImplicitOf } from "../offers/catalogue";
import { draw } from "../values/random";
import { type CacheRequest, type CacheSystem, NOTHING_PLAYED, type Played } from "./cache-system";
import { createPrefixMemory, type PrefixMemory } from "./kernels/prefix-memory";
import { createSoonestFirst } from "./kernels/soonest-first";

/** Each possible read happens with `probability`, 0 to 1; the same seed draws the same ones. */
export interface DrawnReads {
  readonly probability: number;
  /** A whole number. */
  readonly seed: number;
}

/** `never`: a read that is not promised counts as none. `always`: an ideal cache reads whatever it could. */
export type ImplicitReads = "never" | "always" | DrawnReads;

/** Every documented read is a multiple of this (assumption `implicit-in-steps-of-128`). */
const STEP = 128;

/** So many tokens, down to the step of implicit reads. */
export const inSteps = (tokens: number): number => tokens - (tokens % STEP);

const isRead = (reads: ImplicitReads, index: number): boolean =>
  reads === "always" || (reads !== "never" && draw(reads.seed, index) < reads.probability);

/**
 * An empty cache. Unless reads are `never`, a request may read its longest common prefix with any request to the same
 * model whose response has ended, down to a multiple of 128 tokens, at least the model's minimum. It writes nothing
 * that is billed, and entries do not end: their life is not fixed. Assumption `implicit-reads-drawn-apart`.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11).
 * @param on the day that is played, which decides the minimum; absent = the day of the rules
 */
export function createImplicitCache(reads: ImplicitReads, on?: string): CacheSystem {
  const memories = new Map<string, PrefixMemory>();
  const running = createSoonestFirst<Layout>();

  function memoryOf(model: string): PrefixMemory {
    let memory = memories.get(model);
    if (!memory) {
      memory = createPrefixMemory();
      memories.set(model, memory);
    }
    return memory;
  }

  return {
    id: "model-studio-implicit",
    entries: [],
    layOut: ({ layout }) => layout,
    play({ at, index, layout, model, counter }): Played {
      const nothing: Played = { ...NOTHING_PLAYED, readKind: "implicit" };
      if (reads === "never") return nothing;
      for (let ended = running.takeDue(at); ended; ended = running.takeDue(at)) {
        memoryOf(ended.model).remember(ended);
      }
      const common = Math.min(memoryOf(layout.model).commonTokens(layout, counter), layout.prompt);
      const steps = inSteps(common);
      const readable = steps >= minimumImplicitOf(model, on) ? steps : 0;
      return { ...nothing, common, readable, read: isRead(reads, index) ? readable : 0 };
    },
    observe({ at, duration, layout }: CacheRequest) {
      if (reads !== "never") running.add(at + duration, layout);
    },
    findUnread: () => null,
  };
}
