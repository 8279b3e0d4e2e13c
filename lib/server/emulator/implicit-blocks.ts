/** The implicit cache of the emulator: a prompt as a chain of digests, one for every 128 tokens. */

import type { Layout } from "../../layout/layout";
import type { Model } from "../../offers/model";
import { minimumImplicitBy } from "../../offers/model-studio-offer";
import type { Readings } from "../../offers/readings";
import { stepOf } from "../../systems/implicit-reads";
import type { TokenCounter } from "../../tokens/token-counter";
import type { JsonValue } from "../../values/json";
import { digest } from "./digest-index";

const dayOf = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10);

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

/** Digests of the prompt's prefixes, one for every step of implicit reads: 128, 256, … tokens. */
export function listBlocks(
  layout: Layout,
  counter: TokenCounter,
  salt: string,
  readings?: Readings,
): string[] {
  const step = stepOf(readings);
  const words = listWords(layout, counter);
  const blocks: string[] = [];
  let last = salt;
  for (let end = step; end <= words.length; end += step) {
    last = digest(last, " ", words.slice(end - step, end).join(" ")).slice(0, DIGEST_LENGTH);
    blocks.push(last);
  }
  return blocks;
}

/** What a stored block is followed by where it is forgotten at some time, in epoch seconds. */
const UNTIL = "@";

/** A block that is known, and when it is forgotten; null = it is not. */
export interface KnownBlock {
  readonly block: string;
  readonly until: number | null;
}

/** Blocks of a stored value that are known at `at`, in order of writing. */
export function readBlocks(value: JsonValue | null, at: number): KnownBlock[] {
  const stored = Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  return stored
    .map((each): KnownBlock => {
      const [block = "", until] = each.split(UNTIL);
      return { block, until: until === undefined ? null : Number(until) };
    })
    .filter(({ until }) => until === null || at < until);
}

/**
 * Tokens that an ideal implicit cache reads: the longest known prefix, or 0 where that is below the model's minimum.
 * @param at epoch seconds
 */
export function readImplicit(
  blocks: readonly string[],
  known: readonly KnownBlock[],
  { model, at, readings }: { model: Model | null; at: number; readings?: Readings | undefined },
): number {
  const held = new Set(known.map(({ block }) => block));
  const first = blocks.findIndex((block) => !held.has(block));
  const read = (first < 0 ? blocks.length : first) * stepOf(readings);
  return read >= minimumImplicitBy(model, readings, dayOf(at)) ? read : 0;
}

/**
 * What is stored: the known blocks with those of one more prompt; the ones not used for longest are let go.
 * @param until when the new ones are forgotten, in epoch seconds; null = they are not
 */
export function rememberBlocks(
  blocks: readonly string[],
  known: readonly KnownBlock[],
  until: number | null = null,
): string[] {
  const used = new Set(blocks);
  const kept = known.filter(({ block }) => !used.has(block));
  return [...kept, ...blocks.map((block) => ({ block, until }))]
    .slice(-MAX_BLOCKS)
    .map(({ block, until: end }) => (end === null ? block : `${block}${UNTIL}${end}`));
}
