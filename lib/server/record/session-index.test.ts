/** The index of a recording keeps to its sizes, whatever is entered. */
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  bytesOf,
  createIndex,
  enterExchanges,
  reserveNumbers,
  type SessionIndex,
  shrinkIndex,
} from "./session-index";

const empty = createIndex({ target: "emulator", workspace: null }, 1000);

/** Enters exchanges of these sizes, one after the other. */
function enterAll(sizes: readonly number[], most: number): { index: SessionIndex; removed: number[] } {
  let index = empty;
  const removed: number[] = [];
  for (const [at, bytes] of sizes.entries()) {
    const number = index.next;
    index = reserveNumbers(index, 1, at);
    const options = { now: at, unstored: 0, lost: [], most };
    const entered = enterExchanges(index, [{ number, isNew: true, bytes, isOpen: false }], options);
    index = entered.index;
    removed.push(...entered.removed);
  }
  return { index, removed };
}

it("keeps the newest that fit, and counts the others", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 30 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 0, max: 200 }), (list, most) => {
      const { index, removed } = enterAll(list, most);
      const numbers = list.map((_, at) => at + 1);
      expect([...removed, ...index.kept.map(({ number }) => number)]).toEqual(numbers);
      expect(index.forgotten).toBe(removed.length);
      expect(bytesOf(index)).toBeLessThanOrEqual(most);
    }),
  );
});

it("keeps at most 2,000 exchanges, however small", () => {
  const kept = Array.from({ length: 2005 }, (_, at) => ({
    number: at + 1,
    bytes: 1,
    keptAt: 0,
    changedAt: 0,
    version: 1,
    isOpen: false,
  }));
  const { index, removed } = shrinkIndex({ ...empty, kept }, 10_000);
  expect([index.kept.length, index.forgotten, removed]).toEqual([2000, 5, [1, 2, 3, 4, 5]]);
});

it("does not take back an exchange that had to make room while it was under way", () => {
  const { index } = enterAll([10, 10], 15);
  const change = { number: 1, isNew: false, bytes: 5, isOpen: false };
  const entered = enterExchanges(index, [change], { now: 9, unstored: 0, lost: [], most: 15 });
  expect(entered.removed).toEqual([1]);
  expect(entered.index.kept.map(({ number }) => number)).toEqual([2]);
});

it("starts with the first request, and takes lost ones out", () => {
  const { index } = enterAll([10, 10], 100);
  expect(index.startedAt).toBe(0);
  const entered = enterExchanges(index, [], { now: 9, unstored: 1, lost: [1], most: 100 });
  expect(entered.index).toMatchObject({ unstored: 1, forgotten: 0, kept: [{ number: 2 }] });
});
