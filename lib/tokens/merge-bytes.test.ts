/** Merging in its fast ways ends in the tokens that plain byte-pair merging ends in. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { mergeBlocks } from "./merge-blocks";
import { createMerger } from "./merge-bytes";
import { createLongMerger } from "./merge-long";
import { createPairTable } from "./pair-table";
import { createTokenTexts } from "./token-texts";
import { readVocabulary } from "./vocabulary";
import { VOCABULARY_FILE } from "./vocabulary-file";

const vocabulary = readVocabulary(gunzipSync(readFileSync(`public/vocabulary/${VOCABULARY_FILE}`)));
const merger = createMerger(vocabulary);
const ranks = new Map<number, number>();
for (const [rank, left] of vocabulary.left.entries()) {
  ranks.set(left * 2 ** 20 + (vocabulary.right[rank] ?? 0), rank);
}

/** Byte-pair merging as it is defined: again and again the leftmost pair of the lowest rank. */
function mergePlainly(bytes: Uint8Array): number[] {
  const ids = Array.from(bytes, (byte) => vocabulary.byteIds[byte] ?? 0);
  for (;;) {
    let lowest = Number.POSITIVE_INFINITY;
    let at = 0;
    for (let index = 0; index + 1 < ids.length; index++) {
      const rank = ranks.get((ids[index] ?? 0) * 2 ** 20 + (ids[index + 1] ?? 0));
      if (rank === undefined || rank >= lowest) continue;
      lowest = rank;
      at = index;
    }
    if (lowest === Number.POSITIVE_INFINITY) return ids;
    ids.splice(at, 2, vocabulary.merged[lowest] ?? 0);
  }
}

const spelled: number[][] = [];
for (const [byte, id] of vocabulary.byteIds.entries()) spelled[id] = [byte];
for (const [rank, id] of vocabulary.merged.entries()) {
  spelled[id] = [
    ...(spelled[vocabulary.left[rank] ?? 0] ?? []),
    ...(spelled[vocabulary.right[rank] ?? 0] ?? []),
  ];
}
const isCut = (text: string): boolean => text.includes("\ufffd");
/** Tokens that end or begin inside a character and hold another: the ones that may join halves of characters. */
const halves = spelled
  .filter((bytes) => bytes.length > 2)
  .map((bytes) => new TextDecoder().decode(Uint8Array.from(bytes)))
  .filter((text) => isCut(text) && [...text].some((character) => !isCut(character)));
/** Their characters, and for the halves some character that ends or begins with them. */
const around = [...new Set(halves.join("").replaceAll("\ufffd", ""))];

function expectSame(text: string): void {
  const bytes = new TextEncoder().encode(text);
  const count = merger.merge(bytes, 0, bytes.length);
  expect([...merger.ids().subarray(0, count)]).toEqual(mergePlainly(bytes));
}

const code = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((point) => String.fromCodePoint(point));
const characters = fc.oneof(
  code(0x4e00, 0x9fff),
  code(0xac00, 0xd7a3),
  code(0x0400, 0x052f),
  code(0x0900, 0x0e7f),
  code(0x3000, 0x30ff),
  code(0x20, 0x7e),
  code(0x1f300, 0x1f64f),
  fc.constantFrom(...around),
);

it("is the same on characters of many scripts, in short pieces and in long ones", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 12 }), (list) => expectSame(list.join(""))),
    { numRuns: 20_000 },
  );
  fc.assert(
    fc.property(fc.array(characters, { minLength: 60, maxLength: 200 }), (list) => expectSame(list.join(""))),
    { numRuns: 300 },
  );
});

it("is the same where one token follows another", { timeout: 60_000 }, () => {
  const token = fc.integer({ min: 0, max: spelled.length - 1 }).map((id) => spelled[id] ?? []);
  fc.assert(
    fc.property(fc.array(token, { minLength: 1, maxLength: 40 }), (list) => {
      expectSame(new TextDecoder().decode(Uint8Array.from(list.flat())));
    }),
    { numRuns: 5000 },
  );
});

it("is the same on runs, where pairs of one rank overlap", () => {
  const unit = fc.constantFrom("a", "=", " ", "\n", "ab", "存", "哈哈", "ха", "-_");
  fc.assert(
    fc.property(unit, fc.integer({ min: 1, max: 400 }), (text, times) => expectSame(text.repeat(times))),
    { numRuns: 200 },
  );
});

const bytesOf = createTokenTexts(vocabulary);
const lengthOf = (id: number): number => bytesOf(id).length;

function mergeInBlocks(bytes: Uint8Array, block: number): readonly number[] | null {
  const whole = (all: Uint8Array, from: number, to: number) => {
    const count = merger.merge(all, from, to);
    return { ids: merger.ids(), count };
  };
  const found = mergeBlocks({ bytes, from: 0, to: bytes.length }, lengthOf, whole, block);
  return found && [...found.ids.subarray(0, found.count)];
}

it("is the same in blocks of any size, wherever they cut", { timeout: 60_000 }, () => {
  const token = fc.integer({ min: 0, max: spelled.length - 1 }).map((id) => spelled[id] ?? []);
  const tokens = fc
    .array(token, { minLength: 1, maxLength: 60 })
    .map((list) => new TextDecoder().decode(Uint8Array.from(list.flat())));
  const runs = fc
    .tuple(fc.constantFrom("a", "ab", " ", "存", "ха", "-_"), fc.integer({ min: 1, max: 120 }))
    .map(([unit, times]) => unit.repeat(times));
  const scripts = fc.array(characters, { minLength: 1, maxLength: 120 }).map((list) => list.join(""));
  const text = fc.array(fc.oneof(tokens, runs, scripts), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 64 }), (pieces, block) => {
      const bytes = new TextEncoder().encode(pieces.join(""));
      expect(mergeInBlocks(bytes, block)).toEqual(mergePlainly(bytes));
    }),
    { numRuns: 3000 },
  );
});

it("is the same for one word of many blocks as merged at once", { timeout: 60_000 }, () => {
  const mergeAtOnce = createLongMerger(createPairTable(vocabulary).find, vocabulary.merged);
  const letters = fc.constantFrom("abcdefghijklmnopqrstuvwxyz", "ab", "aaaaab", "存在哈ха-_ a", "=\n ");
  fc.assert(
    fc.property(letters, fc.integer({ min: 20_000, max: 60_000 }), fc.integer(), (alphabet, length, seed) => {
      const signs = [...alphabet];
      let state = seed;
      const text = Array.from({ length }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return signs[(state >>> 8) % signs.length];
      }).join("");
      const bytes = new TextEncoder().encode(text);
      const ids = Int32Array.from(bytes, (byte) => vocabulary.byteIds[byte] ?? 0);
      const expected = ids.subarray(0, mergeAtOnce(ids, ids.length));
      const count = merger.merge(bytes, 0, bytes.length);
      expect(merger.ids().subarray(0, count)).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});

it("is left to merging at once where merges reach too far back for blocks", () => {
  const bytes = new Uint8Array(100_000).fill(97);
  let calls = 0;
  // Gives other tokens each time, as no vocabulary does.
  const restless = (_: Uint8Array, from: number, to: number) => {
    calls += 1;
    return { ids: new Int32Array(to - from).fill(calls), count: to - from };
  };
  expect(mergeBlocks({ bytes, from: 0, to: bytes.length }, () => 1, restless)).toBeNull();
  expect(calls).toBeLessThan(20);
});
