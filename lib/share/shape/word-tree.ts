/** Gives every token of a line a word, so that lines that begin alike become words that begin alike, and only those. */
import type { Random } from "../../values/random";

export interface WordTree {
  /** Where every line begins. */
  readonly start: number;
  /** The place after `token` at `place`, with the word that stands for it there. */
  step(place: number, token: number): { readonly place: number; readonly word: string };
  /** Any word. */
  pick(): string;
}

/** Ids of tokens are below this. */
const WIDTH = 2 ** 20;
/** Words that look like no word at all are taken first. */
const FAVOURED = 400;

/** @param words many, all different */
export function createWordTree(words: readonly string[], random: Random): WordTree {
  const places = new Map<number, number>();
  const wordAt: string[] = [""];
  /** Words that follow a place: most places are followed by one. */
  const first = new Map<number, string>();
  const more = new Map<number, Set<string>>();

  const pickOf = (count: number): string => words[random(count)] ?? "";

  function pickFree(place: number): string {
    const one = first.get(place);
    const taken = more.get(place);
    const isFree = (word: string): boolean => word !== one && !taken?.has(word);
    for (const count of [FAVOURED, words.length]) {
      const within = Math.min(count, words.length);
      const start = random(within);
      for (let index = 0; index < within; index++) {
        const word = words[(start + index) % within] ?? "";
        if (isFree(word)) return word;
      }
    }
    return pickOf(words.length);
  }

  return {
    start: 0,
    pick: () => pickOf(Math.min(FAVOURED, words.length)),
    step(place, token) {
      const key = place * WIDTH + token;
      const known = places.get(key);
      if (known !== undefined) return { place: known, word: wordAt[known] ?? "" };
      const word = pickFree(place);
      if (!first.has(place)) first.set(place, word);
      else more.set(place, (more.get(place) ?? new Set()).add(word));
      const made = wordAt.push(word) - 1;
      places.set(key, made);
      return { place: made, word };
    },
  };
}
