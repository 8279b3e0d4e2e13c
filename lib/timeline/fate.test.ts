/** A stretch is cut where the read part and the written part of its prompt end. */
import { expect, it } from "vitest";
import { fateOf } from "./fate";

it.each([
  ["before the end of the read part", 0, 100, { read: 100, written: 0, uncached: 0 }],
  ["across read and written", 900, 1100, { read: 100, written: 100, uncached: 0 }],
  ["across all three", 900, 1300, { read: 100, written: 200, uncached: 100 }],
  ["after both", 1200, 1210, { read: 0, written: 0, uncached: 10 }],
  ["empty", 500, 500, { read: 0, written: 0, uncached: 0 }],
])("%s", (_name, start, end, fate) => {
  expect(fateOf(start, end, { read: 1000, written: 200 })).toEqual(fate);
});
