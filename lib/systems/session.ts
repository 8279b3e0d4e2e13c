/** The session cache of the Responses API: the service places the breakpoint, at the end of each request's input. */
import type { Region } from "../offers/model";
import { addBreakpointAtEnd } from "./automatic-breakpoint";
import type { CacheSystem } from "./cache-system";
import { createBreakpointCache } from "./kernels/boundary-store";

/** Seconds an entry lives. */
const LIFE = 300;

/**
 * An empty cache. Every request leaves an entry at the end of its input, from 1,024 tokens on; markers in the request
 * mean nothing. Billed as the explicit cache where the model has it in the region; elsewhere reads have the implicit
 * price and nothing counts as written. Assumptions: `session-breakpoint-at-input-end`, `session-look-up-as-explicit`,
 * `session-billed-as-implicit`.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24).
 * @param explain false leaves `missed` empty
 */
export function createSessionCache(region: Region, explain = true): CacheSystem {
  const cache = createBreakpointCache({
    id: "model-studio-session",
    lifeOf: () => LIFE,
    layOut: ({ layout, model }) => addBreakpointAtEnd(layout, model, []),
    explain,
  });
  return {
    ...cache,
    play(request) {
      const played = cache.play(request);
      const { model } = request;
      return model && !model.explicit.regions.includes(region)
        ? { ...played, written: 0, readKind: "implicit" }
        : played;
    },
  };
}
