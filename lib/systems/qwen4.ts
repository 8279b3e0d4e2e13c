/** The explicit cache of Qwen4: five minutes or an hour, and on request a breakpoint that the service places. */
import { addBreakpointAtEnd } from "./automatic-breakpoint";
import { type BreakpointCache, createBreakpointCache } from "./kernels/boundary-store";
import type { KeptEntry } from "./kernels/entry-table";

/**
 * A cache, empty but for what is `known`. What a request writes, reads or marks lives as long as that request asks, from its start; markers
 * of both forms count alike, at a part's end. Assumptions: `qwen4-ttl-in-marker`, `qwen4-ttl-of-last-marker`,
 * `qwen4-renewal-may-shorten`, `qwen4-automatic-breakpoint`, `qwen4-four-markers`.
 * Source: https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4 (2026-11-16).
 * @param explain false leaves `missed` empty
 * @param known entries from before
 */
export const createQwen4Cache = (explain = true, known: readonly KeptEntry[] = []): BreakpointCache =>
  createBreakpointCache({
    id: "qwen4",
    lifeOf: ({ ttl, layout }) => ttl ?? layout.ttl ?? 300,
    layOut: ({ layout, model, automatic }) =>
      automatic ? addBreakpointAtEnd(layout, model, layout.breakpoints) : layout,
    explain,
    known,
  });
