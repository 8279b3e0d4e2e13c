/** The implicit cache of the emulator: a prompt as a chain of digests, one for every 128 tokens. */

import type { Layout } from "../../layout/layout";
import { minimumImplicitOf } from "../../offers/catalogue";
import type { Model } from "../../offers/model";
import { inSteps } from "../../systems/implicit-reads";
import type { TokenCounter } from "../../tokens/token-counter";
import type { JsonValue } from "../../values/json";
import { digest } from "./digest-index";

/** Tokens of a block: every documented implicit read is a multiple of it (assumption `implicit-in-steps-of-128`). */
const BLOCK = 128;
/** Blocks of one account and model that are kept: about five million tokens. */
const MAX_BLOCKS = 40_000;
/** Characters of a block's digest: 96 bits. */
const DIGEST_LENGTH = 16;
/** Of one block as it is stored, with its quotes and comma. */
export const BLOCK_BYTES = DIGEST_LENGTH + 3;

/** The tokens of a chunk as words; those of an image are told apart by what it shows. */
function listWords(layout: Layout, counter: TokenCounter): string[] {
  const chunks = layout.chunks ?? [];
  return chunks.flatMap(({ text, media, prefix }, order) => {
    if (media === undefined) return counter.encode(text).map(String);
    const end = chunks[order + 1]?.prefix ?? layout.prompt;
    const name = digest(text, "\0", media);
    return Array.from({ length: end - prefix }, (_, at) => `${name}${at}`);
  });
}

/** Digests of the prompt's prefixes of 128, 256, … tokens. */
export function listBlocks(layout: Layout, counter: TokenCounter, salt: string): string[] {
  const words = listWords(layout, counter);
  const blocks: string[] = [];
  let last = salt;
  for (let end = BLOCK; end <= words.length; end += BLOCK) {
    last = digest(last, " ", words.slice(end - BLOCK, end).join(" ")).slice(0, DIGEST_LENGTH);
    blocks.push(last);
  }
  return blocks;
}

/** Blocks of a stored value, in order of writing. */
export const readBlocks = (value: JsonValue | null): string[] =>
  Array.isArray(value) ? value.filter((block): block is string => typeof block === "string") : [];

/** Tokens that an ideal implicit cache reads: the longest known prefix, or 0 where that is below the model's minimum. */
export function readImplicit(
  blocks: readonly string[],
  known: readonly string[],
  model: Model | null,
  on: string,
): number {
  const held = new Set(known);
  const first = blocks.findIndex((block) => !held.has(block));
  const read = inSteps((first < 0 ? blocks.length : first) * BLOCK);
  return read >= minimumImplicitOf(model, on) ? read : 0;
}

/** The stored blocks with those of one more prompt; the ones not used for longest are let go. */
export function rememberBlocks(blocks: readonly string[], known: readonly string[]): string[] {
  const used = new Set(blocks);
  return [...known.filter((block) => !used.has(block)), ...blocks].slice(-MAX_BLOCKS);
}
