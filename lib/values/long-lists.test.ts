/** Lists longer than the arguments of a call are taken whole. */
import { expect, it } from "vitest";
import { append, greatestOf, leastOf } from "./long-lists";

const long = Array.from({ length: 400_000 }, (_, index) => (index * 7919) % 400_000);

it("adds more items than a call takes arguments", () => {
  const list = [1];
  append(list, long);
  expect(list).toHaveLength(400_001);
  expect(list[400_000]).toBe(long.at(-1));
});

it("finds the ends of them, and of none", () => {
  expect([leastOf(long), greatestOf(long)]).toEqual([0, 399_999]);
  expect([leastOf([]), greatestOf([])]).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});
