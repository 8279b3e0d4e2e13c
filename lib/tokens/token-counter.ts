/** What the rest of the product asks of a tokenizer. */
import type { Model } from "../models/model";

export interface TokenCounter {
  /** Name of the vocabulary, e.g. `qwen3`. */
  readonly name: string;
  /** Tokens of a text; added tokens spelled in it count as themselves. */
  count(text: string): number;
  /** Token ids of a text. */
  encode(text: string): number[];
}

/** Picks the counter (vocabulary and pre-tokenizer) for a model; null = unknown model. */
export type CounterFor = (model: Model | null) => TokenCounter;
