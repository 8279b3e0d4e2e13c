/** Keeps texts that change at their places in a layout without words: as other words of their form, named in its settings. */
import { type ChangingText, listVolatile } from "../../changing/changing-text";
import { maskWords } from "../../changing/mask-words";
import type { Random } from "../../values/random";
import type { Replacement } from "./fill-text";

export interface ChangingMask {
  /** The changing words of a text with what stands for them; the same words alike in every text. */
  readonly replaceIn: (random: Random) => (text: string) => readonly Replacement[];
  /** What is to be said of all that was replaced so far, the longest first, so that none is taken for a part of another. */
  list(): readonly ChangingText[];
}

const TRIES = 20;

/** @param told what the layout says of changing words; null = nothing changes in it */
export function createChangingMask(told: readonly ChangingText[] | null): ChangingMask {
  const masks = new Map<string, ChangingText>();

  function maskOf(span: ReturnType<typeof listVolatile>[number], random: Random): string {
    const { words, change, kind } = span;
    const known = masks.get(words);
    if (known) return known.words;
    const taken = new Set([...masks.values()].map((mask) => mask.words));
    let masked = maskWords(span, random);
    for (let round = 0; round < TRIES && taken.has(masked); round++) masked = maskWords(span, random);
    masks.set(words, { words: masked, change, ...(kind === "other" ? {} : { kind }) });
    return masked;
  }

  return {
    replaceIn: (random) => (text) =>
      told === null
        ? []
        : listVolatile(text, told)
            .filter(({ change }) => change !== "conversation")
            .map((span) => ({ start: span.start, end: span.end, text: maskOf(span, random) })),
    list: () => [...masks.values()].sort((a, b) => b.words.length - a.words.length),
  };
}
