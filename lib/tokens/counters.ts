/** The counters of the product: which vocabulary and pre-tokenizer a model is counted with. */
import type { PreTokenizerVariant } from "./character-classes";
import { createCounter } from "./counter";
import type { CounterFor, TokenCounter } from "./token-counter";
import type { Vocabulary } from "./vocabulary";

/** A vocabulary loaded by the user or the server's operator. */
export interface OwnVocabulary {
  readonly vocabulary: Vocabulary;
  readonly preTokenizer: PreTokenizerVariant;
  /** What it is called on the page. */
  readonly name: string;
}

/**
 * Models with the Qwen3 template count with the built-in vocabulary, which is theirs, and pre-tokenizer A. Later models and
 * those not documented count with the own vocabulary; without one, with the built-in one and pre-tokenizer B.
 */
export function createCounters(vocabulary: Vocabulary, own: OwnVocabulary | null = null): CounterFor {
  const create = {
    qwen3: (): TokenCounter => createCounter(vocabulary, "A"),
    later: (): TokenCounter =>
      own
        ? createCounter(own.vocabulary, own.preTokenizer, { origin: "own", name: own.name })
        : createCounter(vocabulary, "B"),
  };
  const counters = new Map<keyof typeof create, TokenCounter>();
  return (model) => {
    const line = model?.template === "qwen3" ? "qwen3" : "later";
    const known = counters.get(line);
    if (known) return known;
    const created = create[line]();
    counters.set(line, created);
    return created;
  };
}
