/** Renames tools, parameters and other names: the same name always becomes the same one, of as many tokens. */
import type { TokenCounter } from "../../tokens/token-counter";
import type { Random } from "../../values/random";

export type FillName = (name: string) => string;

const RUNS = /[\p{L}\p{M}]+|[0-9]|[^\p{L}\p{M}0-9]+/gu;
const LETTERS = /^[\p{L}\p{M}]/u;
const ALPHABET = "bcdfghjklmnpqrstvwxzaeiou";
const TRIES = 600;

/**
 * A name's letters are replaced run by run. A run may be read together with the sign before it, so its tokens are counted
 * with whatever may stand there: a quotation mark or blank that is a piece of its own, or `=`.
 */
export function createNameFiller(counter: TokenCounter, random: Random): FillName {
  const known = new Map<string, string>();
  const taken = new Set<string>();

  const spell = (length: number): string =>
    Array.from({ length }, () => ALPHABET[random(ALPHABET.length)] ?? "x").join("");

  function fillRun(run: string, signs: readonly string[]): string {
    const wanted = signs.map((sign) => counter.count(sign + run));
    const tokens = wanted[0] ?? 1;
    for (let round = 0; round < TRIES; round++) {
      const letters = spell(1 + random(tokens * 3));
      if (signs.every((sign, index) => counter.count(sign + letters) === wanted[index])) return letters;
    }
    return spell(Math.max(2, tokens * 2));
  }

  function fillAnew(name: string): string {
    let filled = "";
    for (const run of name.match(RUNS) ?? []) {
      const sign = filled.at(-1);
      if (LETTERS.test(run)) {
        filled += fillRun(run, sign === undefined ? ["", "="] : sign === "_" ? ["_", " "] : [sign]);
      } else if (/^[1-9]$/.test(run)) filled += String(1 + random(9));
      else filled += run.replaceAll(/[^\x20-\x7e]/g, "-");
    }
    return filled;
  }

  return (name) => {
    const present = known.get(name);
    // Names of digits alone have an order of their own in an object, which must not change.
    if (present !== undefined || /^\d*$/.test(name)) return present ?? name;
    let filled = fillAnew(name);
    for (let round = 0; round < TRIES && taken.has(filled); round++) filled = fillAnew(name);
    known.set(name, filled);
    taken.add(filled);
    return filled;
  };
}
