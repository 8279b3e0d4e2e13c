/** What the rest of the product asks of a tokenizer. */
import type { Model } from "../offers/model";
import type { TokenList } from "./token-list";

export interface TokenCounter {
  /** Name of the vocabulary, e.g. `qwen3`, or what the user's own one is called. */
  readonly name: string;
  /** Whether the vocabulary comes with the product or was loaded by the user or the server's operator. */
  readonly origin: "built-in" | "own";
  /** Tokens of a text; added tokens spelled in it count as themselves. */
  count(text: string): number;
  /**
   * Tokens of `text.slice(0, end)` for each of the ascending `ends`, in one walk; absent where the way in which texts are cut
   * into pieces does not allow it.
   */
  readonly countEnds?: (text: string, ends: readonly number[]) => number[];
  /** Token ids of a text. */
  encode(text: string): number[];
  /**
   * The first `limit` tokens of a text with their places. Only the pieces listed are merged; a piece is merged as a whole.
   */
  list(text: string, limit: number): TokenList;
}

/** Picks the counter (vocabulary and pre-tokenizer) for a model; null = unknown model. */
export type CounterFor = (model: Model | null) => TokenCounter;
