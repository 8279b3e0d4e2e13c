/** The explicit cache of Model Studio before Qwen4: markers write entries that live five minutes. */
import { type BreakpointCache, createBreakpointCache } from "./kernels/boundary-store";
import type { KeptEntry } from "./kernels/entry-table";

export { LOOKBACK_BLOCKS } from "./kernels/boundary-store";

/** Seconds an entry lives. */
const LIFE = 300;

/**
 * A cache of its own, empty but for what is `known`.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11).
 * @param explain false leaves `missed` empty
 * @param known entries from before
 */
export const createExplicitCache = (explain = true, known: readonly KeptEntry[] = []): BreakpointCache =>
  createBreakpointCache({ id: "model-studio-explicit", lifeOf: () => LIFE, explain, known });
