/** Words without a meaning, of one token each: what texts are replaced by. */
import type { TokenCounter } from "../../tokens/token-counter";

const CONSONANTS = "bcdfghjklmnpqrstvwxz";
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

const known = new WeakMap<TokenCounter, readonly string[]>();

function* combine(letters: string): Generator<string> {
  for (const a of letters) for (const b of letters) for (const c of letters) yield a + b + c;
}

/**
 * Words of three letters, those without a vowel first, each one token at the start of a line and after a blank. Three
 * letters are too few to be a word of the original that anyone could recognise.
 */
export function listWords(counter: TokenCounter): readonly string[] {
  const present = known.get(counter);
  if (present) return present;
  const fits = (word: string): boolean => counter.count(word) === 1 && counter.count(` ${word}`) === 1;
  const plain = [...combine(CONSONANTS)].filter(fits);
  const others = [...combine(LETTERS)].filter((word) => /[aeiouy]/.test(word) && fits(word));
  const words = plain.length + others.length > 0 ? [...plain, ...others] : ["xxx"];
  known.set(counter, words);
  return words;
}
