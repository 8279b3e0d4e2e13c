/** How many tokens a chat template puts after the last message, for requests that are given without text. */
import { thinkingOf } from "../offers/catalogue";
import type { Model } from "../offers/model";

/**
 * 4 tokens where the template adds nothing to the generation prompt (Qwen3, also with thinking on or unknown, and
 * models without thinking), 6 with thinking on from Qwen3.5, 8 with thinking off on a hybrid model. From Qwen3.5 an
 * unknown default counts as on, as the template itself takes it. Assumption `tail-by-template`.
 * Source: https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice (2026-05-25), its figures.
 */
export function defaultTail(model: Model | null): number {
  if (model?.template === "qwen3") return 4;
  return thinkingOf(model, null) === false ? 8 : 6;
}
