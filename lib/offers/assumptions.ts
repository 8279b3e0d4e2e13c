/** What the simulator assumes where the documentation is silent: every one named, so that the page can show it. */

import { type Assumption, assume } from "./assumption";
import { SERVICE_ASSUMPTIONS } from "./service-assumptions";

export type { Assumption } from "./assumption";

const CONTEXT_CACHE = "https://www.alibabacloud.com/help/en/model-studio/context-cache";
const BEST_PRACTICE = "https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice";
const QWEN4 = "https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4";
const PRICING = "https://www.alibabacloud.com/help/en/model-studio/model-pricing";
const VISION = "https://www.alibabacloud.com/help/en/model-studio/vision";
const ANTHROPIC = "https://help.aliyun.com/en/model-studio/anthropic-api-messages";
const RESPONSES = "https://www.alibabacloud.com/help/en/model-studio/qwen-api-via-openai-responses";
const BATCH = "https://www.alibabacloud.com/help/en/model-studio/batch-inference";

export const ASSUMPTIONS: readonly Assumption[] = [
  assume("message-marker-means-message-end", BEST_PRACTICE, "2026-05-25"),
  assume("markers-without-offer-play-implicit", CONTEXT_CACHE, "2026-10-11"),
  assume("priced-cache-is-offered", PRICING, "2026-09-24"),
  assume("changing-words-by-kind", CONTEXT_CACHE, "2026-10-11"),
  assume("block-counting", CONTEXT_CACHE, "2026-10-11"),
  assume("every-breakpoint-leaves-an-entry", CONTEXT_CACHE, "2026-10-11"),
  assume("expiry-from-start", CONTEXT_CACHE, "2026-10-11"),
  assume("read-renews-own-markers", CONTEXT_CACHE, "2026-10-11"),
  assume("parallel-creators-each-pay", CONTEXT_CACHE, "2026-10-11"),
  assume("ineffective-marker-selects-explicit", CONTEXT_CACHE, "2026-10-11"),
  assume("implicit-in-steps-of-128", CONTEXT_CACHE, "2026-10-11"),
  assume("request-model-wins", CONTEXT_CACHE, "2026-10-11"),
  assume("tail-by-template", CONTEXT_CACHE, "2026-10-11"),
  assume("tool-results-share-a-turn", CONTEXT_CACHE, "2026-10-11"),
  assume("merged-system-blank-line", BEST_PRACTICE, "2026-05-25"),
  assume("thinking-in-history", CONTEXT_CACHE, "2026-10-11"),
  assume("anthropic-as-openai", ANTHROPIC, "2026-03-15"),
  assume("responses-as-openai", RESPONSES, "2026-10-11"),
  assume("pre-tokenizer-details", CONTEXT_CACHE, "2026-10-11"),
  assume("template-tokens-count", CONTEXT_CACHE, "2026-10-11"),
  assume("short-markers-use-no-slot", CONTEXT_CACHE, "2026-10-11"),
  assume("other-marker-values-ignored", CONTEXT_CACHE, "2026-10-11"),
  assume("qwen4-ttl-in-marker", QWEN4, "2026-11-16"),
  assume("qwen4-ttl-of-last-marker", QWEN4, "2026-11-16"),
  assume("qwen4-renewal-may-shorten", QWEN4, "2026-11-16"),
  assume("qwen4-automatic-breakpoint", QWEN4, "2026-11-16"),
  assume("qwen4-four-markers", QWEN4, "2026-11-16"),
  assume("session-breakpoint-at-input-end", CONTEXT_CACHE, "2026-03-24"),
  assume("session-look-up-as-explicit", CONTEXT_CACHE, "2026-03-24"),
  assume("session-billed-as-implicit", CONTEXT_CACHE, "2026-03-24"),
  assume("responses-use-the-session-cache", CONTEXT_CACHE, "2026-03-24"),
  assume("implicit-reads-drawn-apart", CONTEXT_CACHE, "2026-10-11"),
  assume("entries-ignore-region-and-key", CONTEXT_CACHE, "2026-10-11"),
  assume("top-level-marker-ignored", ANTHROPIC, "2026-03-15"),
  assume("unknown-model-message-level", BEST_PRACTICE, "2026-05-25"),
  assume("snapshot-as-base", PRICING, "2026-09-24"),
  assume("name-around-a-name", PRICING, "2026-09-24"),
  assume("tier-by-total-input", PRICING, "2026-09-24"),
  assume("uncounted-content", CONTEXT_CACHE, "2026-11-29"),
  assume("tier-k-is-1024", PRICING, "2026-11-29"),
  assume("peak-price", PRICING, "2026-09-24"),
  assume("media-size", VISION, "2025-11-12"),
  assume("later-vocabulary-band", BEST_PRACTICE, "2026-05-25"),
  assume("other-makers-band", CONTEXT_CACHE, "2026-10-11"),
  assume("keys-of-one-recording-share-entries", CONTEXT_CACHE, "2026-10-11"),
  assume("bare-bodies-are-a-batch", BATCH, "2026-10-11"),
  ...SERVICE_ASSUMPTIONS,
];

const byId = new Map<string, Assumption>(ASSUMPTIONS.map((assumption) => [assumption.id, assumption]));

/** The assumption of that name; null where there is none. */
export const findAssumption = (id: string): Assumption | null => byId.get(id) ?? null;
