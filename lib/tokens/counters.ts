/** The counters of the product: one vocabulary, and the pre-tokenizer that fits the model. */
import type { PreTokenizerVariant } from "./character-classes";
import { createCounter } from "./counter";
import type { CounterFor, TokenCounter } from "./token-counter";
import type { Vocabulary } from "./vocabulary";

/** Pre-tokenizer A for models with the Qwen3 template, B for later ones and for those not documented. */
export function createCounters(vocabulary: Vocabulary): CounterFor {
  const counters = new Map<PreTokenizerVariant, TokenCounter>();
  return (model) => {
    const variant: PreTokenizerVariant = model?.template === "qwen3" ? "A" : "B";
    const known = counters.get(variant);
    if (known) return known;
    const created = createCounter(vocabulary, variant);
    counters.set(variant, created);
    return created;
  };
}
