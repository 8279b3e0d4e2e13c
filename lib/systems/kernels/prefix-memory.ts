/** Remembers the prefixes of requests and finds the longest one a new request has in common with them. */

import type { Chunk, Layout } from "../../layout/layout";
import type { TokenCounter } from "../../tokens/token-counter";
import { createTextSet, type TextSet } from "./text-set";

export interface PrefixMemory {
  remember(layout: Layout): void;
  /** Tokens of the longest prefix in common with any remembered request. */
  commonTokens(layout: Layout, counter: TokenCounter | undefined): number;
}

function commonLength<T>(a: ArrayLike<T>, b: ArrayLike<T>): number {
  const end = Math.min(a.length, b.length);
  let length = 0;
  while (length < end && a[length] === b[length]) length++;
  return length;
}

/** How many of `items`, from the first on, are known; after the first unknown one none is. */
function countKnown<T>(items: readonly T[], isKnown: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isKnown(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Text and media in one: a NUL ends the text. */
const identityOf = ({ text, media }: Chunk): string => (media ? `${text}\0${media}` : text);

/**
 * An empty memory. Text is compared token by token, so a prefix may end inside a segment: a chunk starts with an
 * added token or after one, hence its tokens do not depend on what precedes it. Segments without text agree as a
 * whole or not at all, and so do those with media. A step costs what is new in it: whoever knows a prefix knows all
 * shorter ones, so those that are known already need not be gone through.
 */
export function createPrefixMemory(): PrefixMemory {
  const known = new Set<number>();
  const following = new Map<number, TextSet>();
  const isKnown = (chunk: Chunk): boolean => following.get(chunk.start)?.has(identityOf(chunk)) ?? false;

  function commonText(chunks: readonly Chunk[], total: number, counter?: TokenCounter): number {
    const chunk = chunks[countKnown(chunks, isKnown)];
    if (!chunk) return total;
    const { start, prefix, text, media } = chunk;
    const nearest = counter && !media ? following.get(start)?.findNearest(text) : undefined;
    return nearest && counter ? prefix + commonLength(counter.encode(text), counter.encode(nearest)) : prefix;
  }

  return {
    remember({ cuts, chunks }) {
      if (!chunks) {
        for (let place = cuts.length - 1; place >= 0; place--) {
          const key = cuts[place]?.key ?? -1;
          if (known.has(key)) return;
          known.add(key);
        }
        return;
      }
      for (let place = chunks.length - 1; place >= 0; place--) {
        const chunk = chunks[place];
        if (!chunk) continue;
        if (isKnown(chunk)) return;
        let texts = following.get(chunk.start);
        if (!texts) {
          texts = createTextSet();
          following.set(chunk.start, texts);
        }
        texts.add(identityOf(chunk));
      }
    },
    commonTokens({ cuts, chunks, prompt }, counter) {
      if (chunks) return commonText(chunks, prompt, counter);
      return cuts[countKnown(cuts, ({ key }) => known.has(key)) - 1]?.prefix ?? 0;
    },
  };
}
