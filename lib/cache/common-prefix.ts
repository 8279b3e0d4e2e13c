/** Remembers the prefixes of requests and finds the longest one a new request has in common with them. */
import type { TokenCounter } from "../tokens/token-counter";
import type { Chunk, Layout } from "./layout";

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

/** Text and media in one: a NUL ends the text. */
const identityOf = ({ text, media }: Chunk): string => (media ? `${text}\0${media}` : text);

/** Of texts that follow the same prefix the one that agrees longest with `text`. */
function nearestText(text: string, others: Iterable<string>): string {
  let nearest = "";
  let longest = 0;
  for (const other of others) {
    const length = commonLength(text, other);
    if (length <= longest) continue;
    longest = length;
    nearest = other;
  }
  return nearest;
}

/**
 * An empty memory. Text is compared token by token, so a prefix may end inside a segment: a chunk starts with an
 * added token or after one, hence its tokens do not depend on what precedes it. Segments without text agree as a
 * whole or not at all, and so do those with media.
 */
export function createPrefixMemory(): PrefixMemory {
  const known = new Set<number>();
  const following = new Map<number, Set<string>>();

  function commonText(chunks: readonly Chunk[], total: number, counter?: TokenCounter): number {
    for (const chunk of chunks) {
      const { start, prefix, text, media } = chunk;
      const others = following.get(start);
      if (!others) return prefix;
      if (others.has(identityOf(chunk))) continue;
      const nearest = counter && !media ? nearestText(text, others) : "";
      return nearest && counter
        ? prefix + commonLength(counter.encode(text), counter.encode(nearest))
        : prefix;
    }
    return total;
  }

  return {
    remember({ cuts, chunks }) {
      if (!chunks) {
        for (const { key } of cuts) known.add(key);
        return;
      }
      for (const chunk of chunks) {
        const others = following.get(chunk.start);
        if (others) others.add(identityOf(chunk));
        else following.set(chunk.start, new Set([identityOf(chunk)]));
      }
    },
    commonTokens({ cuts, chunks, prompt }, counter) {
      if (chunks) return commonText(chunks, prompt, counter);
      let common = 0;
      for (const { key, prefix } of cuts) {
        if (!known.has(key)) break;
        common = prefix;
      }
      return common;
    },
  };
}
