/** The pool gives, finds and drops blocks as vLLM does: its documented example, and a naive pool on random prompts. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { conversations, listTokens, readShort } from "../fixtures/play-segments";
import { allocate, type BlockPool, openPool, release } from "./block-pool";
import { openPaths, tracePrompt } from "./prompt-paths";

function listFree({ fresh, size, head, next }: BlockPool): number[] {
  const free = Array.from({ length: size - fresh }, (_, place) => fresh + place);
  for (let block = head; block >= 0; block = next[block] ?? -1) free.push(block);
  return free;
}

it("plays the documented example of ten blocks of four tokens", () => {
  const [r0, r1, r2] = readShort([
    [0, "shared:10 two:2 rest:5"],
    [0, "shared:10 other:4"],
    [0, "shared:10 two:2 third:17"],
  ]);
  if (!r0 || !r1 || !r2) throw new Error("three requests");
  const pool = openPool(40, 4);
  const paths = openPaths();
  const take = (request: typeof r0) => allocate(pool, tracePrompt(paths, request).stretches, request.prompt);
  expect(take(r0)).toEqual({ blocks: [0, 1, 2, 3, 4], found: 0, evicted: [] });
  expect(take(r1)).toEqual({ blocks: [0, 1, 5, 6], found: 2, evicted: [] });
  release(pool, [0, 1, 2, 3, 4]);
  expect(listFree(pool)).toEqual([7, 8, 9, 4, 3, 2]);
  release(pool, [0, 1, 5, 6]);
  expect(listFree(pool)).toEqual([7, 8, 9, 4, 3, 2, 6, 5, 1, 0]);
  expect(take(r2)).toEqual({ blocks: [0, 1, 2, 7, 8, 9, 4, 3], found: 3, evicted: [3] });
});

it("takes nothing where the free blocks do not suffice", () => {
  const [first, second] = readShort([
    [0, "a:12"],
    [0, "a:12 b:8"],
  ]);
  if (!first || !second) throw new Error("two requests");
  const pool = openPool(16, 4);
  const paths = openPaths();
  const taken = allocate(pool, tracePrompt(paths, first).stretches, first.prompt);
  const before = JSON.stringify(pool);
  expect(allocate(pool, tracePrompt(paths, second).stretches, second.prompt)).toBeNull();
  expect(JSON.stringify(pool)).toBe(before);
  release(pool, taken?.blocks ?? []);
  expect(allocate(pool, tracePrompt(paths, second).stretches, second.prompt)).toBeNull();
});

it("finds the older of two blocks that hold the same, so that the newer one stays where it was", () => {
  // The fifth prompt takes the block that is free for longest: that of X, since the older block of A was used after it.
  expect(readsOf(["A:8", "X:4", "A:8", "A:8 b:1", "Y:4", "X:4 c:1"], 5, 4)).toEqual([0, 0, 4, 8, 0, 0]);
});

/** One list of free blocks, and contents compared as text. */
function createNaivePool(size: number, block: number) {
  let free = Array.from({ length: size }, (_, order) => order);
  const held = new Map<number, string>();
  /** Blocks in the order in which they got their contents. */
  let filled: number[] = [];
  return (tokens: readonly string[]): number => {
    const textUntil = (end: number) => tokens.slice(0, end).join(",");
    const blocks: number[] = [];
    for (let end = block; end <= tokens.length - 1; end += block) {
      const found = filled.find((one) => held.get(one) === textUntil(end));
      if (found === undefined) break;
      blocks.push(found);
    }
    const { length: read } = blocks;
    free = free.filter((one) => !blocks.includes(one));
    while (blocks.length * block < tokens.length) {
      const taken = free.shift() ?? -1;
      held.delete(taken);
      filled = filled.filter((one) => one !== taken);
      blocks.push(taken);
      const end = blocks.length * block;
      if (end > tokens.length) continue;
      held.set(taken, textUntil(end));
      filled.push(taken);
    }
    free.push(...blocks.reverse());
    return read * block;
  };
}

const readsOf = (prompts: readonly string[], size: number, block: number): (number | null)[] => {
  const pool = openPool(size * block, block);
  const paths = openPaths();
  return readShort(prompts.map((prompt) => [0, prompt])).map((request) => {
    const taken = allocate(pool, tracePrompt(paths, request).stretches, request.prompt);
    if (taken) release(pool, taken.blocks);
    return taken && taken.found * block;
  });
};

it("reads what a naive pool reads", () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 }));
  fc.assert(
    fc.property(conversations(25), sizes, (prompts, [block, more]) => {
      const longest = Math.max(...prompts.map((prompt) => Math.ceil(listTokens(prompt).length / block)));
      const size = longest + more;
      const naive = createNaivePool(size, block);
      expect(readsOf(prompts, size, block)).toEqual(prompts.map((prompt) => naive(listTokens(prompt))));
    }),
    { numRuns: 500 },
  );
});

it("never reads less with a larger memory", () => {
  fc.assert(
    fc.property(
      conversations(25),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 30 }),
      (prompts, block, more) => {
        const longest = Math.max(...prompts.map((prompt) => Math.ceil(listTokens(prompt).length / block)));
        const small = readsOf(prompts, longest + more, block);
        const large = readsOf(prompts, longest + more + 1, block);
        for (const [index, read] of small.entries()) expect(large[index]).toBeGreaterThanOrEqual(read ?? 0);
      },
    ),
    { numRuns: 500 },
  );
});
