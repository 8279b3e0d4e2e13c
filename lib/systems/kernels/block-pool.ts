/** The memory of vLLM: blocks of one size, found by what they hold, given again in the order in which they were let go. */

import type { Stretch } from "./prompt-paths";

/**
 * Plain JSON. Blocks are numbers. Rules: https://docs.vllm.ai/en/latest/design/prefix_caching/ and vllm/v1/core/kv_cache_manager.py. The free blocks
 * are a list: those never used come first, in order of their numbers, then the others from `head` to `tail`.
 */
export interface BlockPool {
  readonly size: number;
  /** Tokens a block holds. */
  readonly block: number;
  /** The first block that was never used; all from it on were not. */
  fresh: number;
  /** Blocks that nothing has in use. */
  free: number;
  head: number;
  tail: number;
  next: number[];
  previous: number[];
  /** By block, how many requests have it in use. */
  uses: number[];
  /** By block, the run and the number in its prompt of what it holds whole; null = nothing that can be found. */
  holds: (readonly [run: number, order: number] | null)[];
  /** By run and number, the blocks that hold it, the oldest first. */
  blocksOf: Record<number, Record<number, number[]>>;
}

export interface Allocation {
  /** The prompt's blocks, in its order. */
  readonly blocks: readonly number[];
  /** How many of them it found. */
  readonly found: number;
  /** Blocks whose contents were dropped for it. */
  readonly evicted: readonly number[];
}

const NONE = -1;

/** @param capacity tokens; what does not fill a block is not used */
export function openPool(capacity: number, block: number): BlockPool {
  const size = Math.floor(capacity / block);
  const lists = { next: [], previous: [], uses: [], holds: [], blocksOf: {} };
  return { size, block, fresh: 0, free: size, head: NONE, tail: NONE, ...lists };
}

function takeOut(pool: BlockPool, block: number): void {
  const before = pool.previous[block] ?? NONE;
  const after = pool.next[block] ?? NONE;
  if (before === NONE) pool.head = after;
  else pool.next[before] = after;
  if (after === NONE) pool.tail = before;
  else pool.previous[after] = before;
}

function append(pool: BlockPool, block: number): void {
  pool.previous[block] = pool.tail;
  pool.next[block] = NONE;
  if (pool.tail === NONE) pool.head = block;
  else pool.next[pool.tail] = block;
  pool.tail = block;
}

function use(pool: BlockPool, block: number): void {
  const uses = pool.uses[block] ?? 0;
  pool.uses[block] = uses + 1;
  if (uses > 0) return;
  takeOut(pool, block);
  pool.free--;
}

/** The block that is free for longest; there has to be one. */
function takeFree(pool: BlockPool): number {
  pool.free--;
  if (pool.fresh < pool.size) return pool.fresh++;
  const block = pool.head;
  takeOut(pool, block);
  return block;
}

/** Drops what a block held; true where that could still be found. */
function forget(pool: BlockPool, block: number): boolean {
  const held = pool.holds[block];
  if (!held) return false;
  const [run, order] = held;
  const ofRun = pool.blocksOf[run];
  const left = ofRun?.[order]?.filter((other) => other !== block) ?? [];
  if (ofRun && left.length > 0) ofRun[order] = left;
  else delete ofRun?.[order];
  pool.holds[block] = null;
  return true;
}

function remember(pool: BlockPool, block: number, run: number, order: number): void {
  const ofRun = pool.blocksOf[run] ?? {};
  pool.blocksOf[run] = ofRun;
  ofRun[order] = [...(ofRun[order] ?? []), block];
  pool.holds[block] = [run, order];
}

/** By number of a whole block, the run that its last token is of; that names all before it, too. */
function listRuns(stretches: readonly Stretch[], block: number): number[] {
  const runs: number[] = [];
  for (const { run, end } of stretches) while ((runs.length + 1) * block <= end) runs.push(run);
  return runs;
}

/** The blocks that hold a prompt's start, as far as they do without a gap, and how many of them nothing has in use. */
function findBlocks(
  { blocksOf, uses }: BlockPool,
  runs: readonly number[],
  most: number,
): { readonly blocks: number[]; readonly idle: number } {
  const blocks: number[] = [];
  let idle = 0;
  let run = NONE;
  let ofRun: Record<number, number[]> | undefined;
  for (let order = 0; order < most; order++) {
    const own = runs[order] ?? NONE;
    if (own !== run) ofRun = blocksOf[own];
    run = own;
    const block = ofRun?.[order]?.[0];
    if (block === undefined) break;
    if (uses[block] === 0) idle++;
    blocks.push(block);
  }
  return { blocks, idle };
}

/** Blocks a prompt takes. */
export const countBlocks = (prompt: number, block: number): number => Math.ceil(prompt / block);

/**
 * Finds and takes the blocks of a prompt, and stores its whole ones; the last token is always computed. A block that is
 * computed again although another holds the same keeps its contents beside it, and the older one is found first.
 * @returns null where the free blocks do not suffice
 */
export function allocate(pool: BlockPool, stretches: readonly Stretch[], prompt: number): Allocation | null {
  const runs = listRuns(stretches, pool.block);
  const { blocks, idle } = findBlocks(pool, runs, Math.floor(Math.max(0, prompt - 1) / pool.block));
  const found = blocks.length;
  const wanted = countBlocks(prompt, pool.block) - found;
  if (wanted > pool.free - idle) return null;
  for (const block of blocks) use(pool, block);
  const evicted: number[] = [];
  for (let more = wanted; more > 0; more--) {
    const block = takeFree(pool);
    if (forget(pool, block)) evicted.push(block);
    pool.uses[block] = 1;
    blocks.push(block);
  }
  for (let order = found; order < runs.length; order++) {
    remember(pool, blocks[order] ?? NONE, runs[order] ?? NONE, order);
  }
  return { blocks, found, evicted };
}

/** Lets go of a prompt's blocks, the last first, so that the end of a prompt is given again before its start. */
export function release(pool: BlockPool, blocks: readonly number[]): void {
  for (let order = blocks.length - 1; order >= 0; order--) {
    const block = blocks[order] ?? NONE;
    const uses = (pool.uses[block] ?? 0) - 1;
    pool.uses[block] = uses;
    if (uses > 0) continue;
    append(pool, block);
    pool.free++;
  }
}
