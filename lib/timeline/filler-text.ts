/** Filler text of an exact length in tokens, for scenarios that know how long a text is but not what it says. */

import { createPicker } from "../values/random";
import { fillerWords } from "./filler-words";
import { MAX_FILLER_TOKENS } from "./scenario";

/** Words of a sentence; its full stop is one token more. */
const WORDS = 12;
const SENTENCE = WORDS + 1;
/** Sentences are written once and then strung together, which is much faster than word by word. */
const SENTENCES = 2048;

/** UTF-16 units of texts that are kept: a scenario is written out again with every change of the document. */
const MAX_KEPT = 1 << 24;
let kept = new Map<string, string>();
let keptUnits = 0;

const writeWords = (count: number, pick: (below: number) => number): string =>
  Array.from({ length: count }, () => fillerWords[pick(fillerWords.length)] ?? "word").join(" ");

let sentences: readonly string[] = [];

function listSentences(): readonly string[] {
  if (sentences.length === 0) {
    const pick = createPicker(0);
    sentences = Array.from({ length: SENTENCES }, () => `${writeWords(WORDS, pick)}.`);
  }
  return sentences;
}

function write(tokens: number, seed: number): string {
  const pick = createPicker(seed);
  const known = listSentences();
  // The end has no full stop: with a line break that a template may put behind it, it would be one token.
  const whole = Math.max(0, Math.floor((tokens - 1) / SENTENCE));
  const texts = Array.from({ length: whole }, () => known[pick(known.length)] ?? "");
  if (tokens > 0) texts.push(writeWords(tokens - whole * SENTENCE, pick));
  return texts.join(" ");
}

/**
 * Plain words that are exactly `tokens` tokens in the Qwen3 vocabulary, also inside its chat template.
 * @param tokens whole number from 0; bounded by `MAX_FILLER_TOKENS`
 * @param seed another seed gives other words
 */
export function writeFiller(tokens: number, seed: number): string {
  const length = Math.min(Math.max(0, Math.floor(tokens)), MAX_FILLER_TOKENS);
  const key = `${seed} ${length}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const text = write(length, seed);
  if (keptUnits + text.length > MAX_KEPT) {
    kept = new Map();
    keptUnits = 0;
  }
  kept.set(key, text);
  keptUnits += text.length;
  return text;
}
