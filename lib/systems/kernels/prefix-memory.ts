/** Remembers the prefixes of requests and finds the longest one a new request has in common with them. */

import type { Chunk, Layout } from "../../layout/layout";
import { createTextMemory, type TextMemory } from "../../tokens/text-memory";
import type { TokenCounter } from "../../tokens/token-counter";
import { addText, findNearest, hasText, type TextSet } from "./text-set";

/** Plain JSON. */
export interface PrefixMemory {
  /** Keys of the cuts of requests without text. */
  known: Record<number, true>;
  /** Texts that followed a prefix, by its key. */
  following: Record<number, TextSet>;
}

export const openMemory = (): PrefixMemory => ({ known: {}, following: {} });

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

function isKnownChunk({ following }: PrefixMemory, chunk: Chunk): boolean {
  const texts = following[chunk.start];
  return texts !== undefined && hasText(texts, identityOf(chunk));
}

/**
 * Text is compared token by token, so a prefix may end inside a segment: a chunk starts with an added token or after
 * one, hence its tokens do not depend on what precedes it. Segments without text agree as a whole or not at all, and
 * so do those with media. A step costs what is new in it: whoever knows a prefix knows all shorter ones, so those that
 * are known already need not be gone through.
 */
export function rememberPrefixes(memory: PrefixMemory, { cuts, chunks }: Layout): void {
  if (!chunks) {
    for (let place = cuts.length - 1; place >= 0; place--) {
      const key = cuts[place]?.key ?? -1;
      if (memory.known[key]) return;
      memory.known[key] = true;
    }
    return;
  }
  for (let place = chunks.length - 1; place >= 0; place--) {
    const chunk = chunks[place];
    if (!chunk) continue;
    if (isKnownChunk(memory, chunk)) return;
    const texts = memory.following[chunk.start] ?? [];
    memory.following[chunk.start] = texts;
    addText(texts, identityOf(chunk));
  }
}

/** Tokens of the longest prefix in common with any remembered request. */
export function countCommon(
  memory: PrefixMemory,
  { cuts, chunks, prompt }: Layout,
  counter: TokenCounter | undefined,
): number {
  if (!chunks) return cuts[countKnown(cuts, ({ key }) => memory.known[key] === true) - 1]?.prefix ?? 0;
  const chunk = chunks[countKnown(chunks, (one) => isKnownChunk(memory, one))];
  if (!chunk) return prompt;
  const { start, prefix, text, media } = chunk;
  const texts = memory.following[start];
  const nearest = counter && texts && !media ? findNearest(texts, text) : undefined;
  return nearest && counter ? prefix + countCommonTokens(counter, text, nearest) : prefix;
}

/** Of a text, what it was compared with last, and the tokens both begin with: a conversation is played with every key. */
const compared = new WeakMap<
  TokenCounter,
  TextMemory<{ readonly nearest: string; readonly tokens: number }>
>();

function countCommonTokens(counter: TokenCounter, text: string, nearest: string): number {
  const memory = compared.get(counter) ?? createTextMemory();
  compared.set(counter, memory);
  const known = memory.get(text);
  if (known?.nearest === nearest) return known.tokens;
  const tokens = commonLength(counter.encode(text), counter.encode(nearest));
  memory.set(text, { nearest, tokens });
  return tokens;
}
