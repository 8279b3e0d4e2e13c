/** The implicit cache of Model Studio: reads a common prefix without markers, and promises nothing. */
import type { CacheRequest, CacheSystem, Played } from "./cache-system";
import { createPrefixMemory, type PrefixMemory } from "./common-prefix";

/** `never`: a read that is not promised counts as none. `always`: an ideal cache reads whatever it could. */
export type ImplicitReads = "never" | "always";

/** Every documented read is a multiple of this (assumption `implicit-in-steps-of-128`). */
const STEP = 128;

/** Fewest tokens that are read, where the model does not say (2026-08-27). */
export const IMPLICIT_MINIMUM = 1024;

interface Running {
  readonly endsAt: number;
  readonly request: CacheRequest;
}

/**
 * An empty cache. With `always`, a request reads its longest common prefix with any request to the same model whose
 * response has ended, down to a multiple of 128 tokens, at least the model's minimum. It writes nothing that is
 * billed, and entries do not end: their life is not fixed.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11).
 */
export function createImplicitCache(reads: ImplicitReads): CacheSystem {
  const memories = new Map<string, PrefixMemory>();
  let running: Running[] = [];

  function memoryOf(model: string): PrefixMemory {
    let memory = memories.get(model);
    if (!memory) {
      memory = createPrefixMemory();
      memories.set(model, memory);
    }
    return memory;
  }

  function rememberEnded(at: number): void {
    const still: Running[] = [];
    for (const one of running) {
      if (one.endsAt <= at) memoryOf(one.request.layout.model).remember(one.request.layout);
      else still.push(one);
    }
    running = still;
  }

  return {
    id: "model-studio-implicit",
    play({ at, layout, model, counter }): Played {
      const nothing = { read: 0, written: 0, hit: null, missed: [], common: 0 };
      if (reads === "never") return nothing;
      rememberEnded(at);
      const common = Math.min(memoryOf(layout.model).commonTokens(layout, counter), layout.prompt);
      const read = common - (common % STEP);
      return { ...nothing, common, read: read >= (model?.minimumImplicit ?? IMPLICIT_MINIMUM) ? read : 0 };
    },
    observe(request) {
      if (reads === "always") running.push({ endsAt: request.at + request.duration, request });
    },
  };
}
