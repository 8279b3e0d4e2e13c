/** The explicit cache of Model Studio before Qwen4: markers write entries that live five minutes. */
import { createBreakpointCache } from "./breakpoint-cache";
import type { CacheSystem } from "./cache-system";

export { LOOKBACK_BLOCKS } from "./breakpoint-cache";

/** Seconds an entry lives. */
const LIFE = 300;

/**
 * A cache of its own, empty.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11).
 * @param explain false leaves `missed` empty
 */
export const createExplicitCache = (explain = true): CacheSystem =>
  createBreakpointCache({ id: "model-studio-explicit", lifeOf: () => LIFE, explain });
