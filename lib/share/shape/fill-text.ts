/** Replaces a text by words without a meaning that take exactly as many tokens where it stands. */
import type { TokenCounter } from "../../tokens/token-counter";
import type { Random } from "../../values/random";
import { listWords } from "./list-words";
import { createWordTree } from "./word-tree";

/** Where a text stands in the rendered request. */
interface Surroundings {
  /** What stands before it, the last of it at least. */
  readonly before: string;
  /** What stands before it once that is replaced too. */
  readonly beforeFilled: string;
  readonly after: string;
  /** True inside JSON, where a line break is written as `\n`. */
  readonly json: boolean;
  /** How the text itself is written there, where that is not as this product writes JSON. */
  readonly written?: string;
}

export type FillText = (text: string, around?: Partial<Surroundings>) => string;

/** Words and punctuation that replace a stretch of text; `words` tells which items may be changed. */
interface Stretch {
  readonly items: string[];
  readonly isWord: boolean[];
}

/** Tokens that templates give a meaning, and the number of a copy: they stay. */
const FIXED = /(<\|[a-z_]+\|>|<\/?(?:think|tool_call|tool_response)>|\{n\})/;
/** Signs at both ends of a text stay: a template may join them with what follows. */
const PLAIN_SIGN = /[^\p{L}\p{N}\p{M}]/u;
const JSON_SIGN = /[^\p{L}\p{N}\p{M}\p{C}\u2028\u2029]/u;
/** A token with a line break and nothing that could be a word. */
const LINE_BREAK = /^[^\p{L}\p{N}\p{M}\u0100-\u{10ffff}]*[\r\n][^\p{L}\p{N}\p{M}\u0100-\u{10ffff}]*$/u;
const PUNCTUATION = /^[.,;:!?]$/;
const LETTER = /[\p{L}\p{M}]/u;
/** Stands for tokens that are added to make a count right. */
const ADDED = 2 ** 20 - 1;
/** What stands before a content. */
const TURN = "\n";
const LETTER_A = 97;
const ROUNDS = 12;
const TRIES = 400;
/** A word that fits two places at once is rare. */
const FITS = 3000;
/** Where a text has room for no word, shorter things are tried. */
const BITS = ["a", "x", "I", "It", "In", "0", "1", "10", "xa", "ok", "qzx", "qzxq", "qzxqv", "x1", "x10"];

const escapeJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The signs a text begins with, what lies between, and the signs it ends with. */
function cutEnds(text: string, sign: RegExp): readonly [lead: string, core: string, trail: string] {
  const characters = Array.from(text);
  const isSign = (character: string): boolean => sign.test(character);
  const first = characters.findIndex((character) => !isSign(character));
  const last = characters.findLastIndex((character) => !isSign(character));
  if (first < 0) return [text, "", ""];
  const from = characters.slice(0, first).join("").length;
  const to = text.length - characters.slice(last + 1).join("").length;
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}

/** A stretch of a text and what stands for it, given from outside. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * @param random chance from a key that nobody keeps
 * @param listReplaced stretches of a text that something else stands for, ascending
 */
export function createTextFiller(
  counter: TokenCounter,
  random: Random,
  listReplaced: (text: string) => readonly Replacement[] = () => [],
): FillText {
  const words = listWords(counter);
  const tree = createWordTree(words, random);
  const known = new Map<string, string>();
  const taken = new Map<string, string>();
  const fitted = new Map<string, string>();

  function fillStretch(text: string, json: boolean): Stretch {
    const items: string[] = [];
    const isWord: boolean[] = [];
    let place = tree.start;
    let opens = true;
    for (const { id, text: shown } of counter.list(json ? escapeJson(text) : text, Number.POSITIVE_INFINITY)
      .tokens) {
      const breaks = !json && LINE_BREAK.test(shown);
      if (breaks || PUNCTUATION.test(shown)) {
        items.push(shown);
        isWord.push(false);
        place = breaks ? tree.start : tree.step(place, id).place;
        opens = breaks;
        continue;
      }
      const step = tree.step(place, id);
      place = step.place;
      items.push(opens ? step.word : ` ${step.word}`);
      isWord.push(true);
      opens = false;
    }
    return { items, isWord };
  }

  /** Adds words at the end of the last stretch, or takes some away. False where there are none to take. */
  function stretchBy(stretch: Stretch, tokens: number): boolean {
    const { items, isWord } = stretch;
    if (tokens > 0) {
      let place = tree.start;
      for (let count = 0; count < tokens; count++) {
        const step = tree.step(place, ADDED);
        place = step.place;
        items.push(` ${step.word}`);
        isWord.push(true);
      }
      return true;
    }
    for (let count = tokens; count < 0; count++) {
      // Only between words: line breaks on both sides of one would become another token.
      const at = isWord.findLastIndex(
        (word, index) => word && index > 0 && isWord[index - 1] && isWord[index + 1] !== false,
      );
      if (at < 1) return false;
      items.splice(at, 1);
      isWord.splice(at, 1);
    }
    return true;
  }

  /** Takes the last words and all behind the one before them away; false where there is none before. */
  function dropEnd({ items, isWord }: Stretch): boolean {
    const at = isWord.lastIndexOf(true, isWord.lastIndexOf(true) - 1);
    if (at < 0 || at === isWord.lastIndexOf(true)) return false;
    items.splice(at + 1);
    isWord.splice(at + 1);
    return true;
  }

  const spell = (): string =>
    Array.from({ length: 3 }, () => String.fromCharCode(LETTER_A + random(26))).join("");

  /** Words, pairs of words, ends of words, from all there are, and letters that may be no word. */
  function candidate(round: number): string {
    if (round % 4 === 1) return spell();
    const word = words[random(words.length)] ?? "";
    if (round % 4 === 0) return word + (words[random(words.length)] ?? "");
    return round % 2 === 0 ? word : word.slice(random(3));
  }

  /** Puts something short in the place of a stretch that has no room for a word. */
  function fitBit({ items, isWord }: Stretch, missing: () => number): boolean {
    const whole = [...items];
    const bits = [...BITS, ...Array.from({ length: TRIES }, (_, round) => candidate(round))];
    const fits = bits.some((bit) => {
      items.splice(0, items.length, bit);
      return missing() === 0;
    });
    if (fits) isWord.splice(0, isWord.length, true);
    else items.splice(0, items.length, ...whole);
    return fits;
  }

  /** Where letters meet letters they are read as one piece: a first word is sought that adds what the original does. */
  function fitFirstWord(stretch: Stretch, place: string, misfit: () => number): void {
    const { items } = stretch;
    const key = JSON.stringify([place, items[0]]);
    const kept = fitted.get(key);
    if (kept !== undefined) items[0] = kept;
    for (let round = 0; round < FITS && misfit() !== 0; round++) {
      items[0] = candidate(round);
    }
    fitted.set(key, items[0] ?? "");
  }

  function fillAnew(text: string, { before, beforeFilled, after, json, written }: Surroundings): string {
    const write = (plain: string): string => (json ? escapeJson(plain) : plain).replaceAll("{n}", "1");
    const wanted = counter.count(before + (written ?? write(text)) + after) - counter.count(before);
    const atStart = counter.count(beforeFilled);
    const missing = (filled: string): number =>
      wanted - (counter.count(beforeFilled + write(filled) + after) - atStart);

    const pieces: (string | Stretch)[] = [];
    const add = (stretch: string): void => {
      for (const [index, piece] of stretch.split(FIXED).entries()) {
        const [lead, core, trail] = cutEnds(piece, json ? JSON_SIGN : PLAIN_SIGN);
        if (index % 2 === 1 || core === "") pieces.push(piece);
        else pieces.push(lead, fillStretch(core, json), trail);
      }
    };
    let from = 0;
    for (const { start, end, text: replacement } of listReplaced(text)) {
      add(text.slice(from, start));
      pieces.push(replacement);
      from = end;
    }
    add(text.slice(from));
    const join = (): string =>
      pieces.map((piece) => (typeof piece === "string" ? piece : piece.items.join(""))).join("");
    const stretches = pieces.filter((piece) => typeof piece !== "string");
    const [first] = stretches;
    const last = stretches.findLast(({ isWord }) => isWord.filter(Boolean).length > 1) ?? stretches.at(-1);
    if (!first || !last) return join();
    // Some templates trim a content: then its first word stands right behind the turn's opening.
    const isTrimmed = /^\s*$/.test(before) && (before !== TURN || /^\s/.test(text));
    const countTrimmed = (plain: string): number => counter.count(TURN + write(plain.trimStart()));
    const wantedTrimmed = isTrimmed ? countTrimmed(text) : 0;
    const missingTrimmed = (filled: string): number => wantedTrimmed - countTrimmed(filled);
    const meets = LETTER.test(beforeFilled.slice(-1)) && pieces[0] === "";
    const misfit = (): number => {
      const filled = join();
      const tokens = missing(filled);
      // What is missing in both is added later.
      return (meets ? Math.abs(tokens) : 0) + (isTrimmed ? Math.abs(missingTrimmed(filled) - tokens) : 0);
    };
    if (misfit() !== 0) fitFirstWord(first, beforeFilled + before, misfit);
    let filled = join();
    for (let round = 0; round < ROUNDS; round++) {
      const tokens = missing(filled);
      if (tokens === 0) break;
      if (!stretchBy(last, tokens) && !dropEnd(last)) {
        const tests = [(): number => Math.abs(missing(join())) + misfit(), (): number => missing(join())];
        tests.some((test) => [last, first].some((stretch) => fitBit(stretch, test)));
        filled = join();
        break;
      }
      filled = join();
    }
    // Two texts must never become one: another last word tells them apart.
    for (let round = 0; round < TRIES && (taken.get(filled) ?? text) !== text; round++) {
      const at = last.isWord.lastIndexOf(true);
      last.items[at] = last.items[at]?.startsWith(" ") ? ` ${tree.pick()}` : tree.pick();
      if (missing(join()) === 0) filled = join();
    }
    taken.set(filled, text);
    return filled;
  }

  return (text, { before = TURN, beforeFilled = before, after = "", json = false, written } = {}) => {
    const around = { before, beforeFilled, after, json, ...(written === undefined ? {} : { written }) };
    const key = JSON.stringify([text, before, beforeFilled, after, json, written]);
    const present = known.get(key);
    if (present !== undefined) return present;
    const filled = fillAnew(text, around);
    known.set(key, filled);
    return filled;
  };
}
