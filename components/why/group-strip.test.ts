/** The strip has a block a segment; of many segments runs become one, and no token is lost. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { StripState } from "../../lib/pipeline/compare-turns";
import { alignSegments, groupStrip } from "./group-strip";

function request(states: readonly StripState[], tokens = 10) {
  const strip = states.map((state, index) => ({ pointer: `/messages/${index}`, role: "user", state }));
  const segments = states.map((_, index) => ({ tokens, prefix: (index + 1) * tokens }));
  return { strip, segments };
}
const many = (count: number, state: StripState): StripState[] => Array<StripState>(count).fill(state);

it("a short conversation has a block a segment", () => {
  const { strip, segments } = request(["same", "same", "changed", "behind"]);
  const blocks = groupStrip(strip, segments, { read: 20, written: 10 });
  expect(blocks.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  expect(blocks.map(({ fate }) => fate.read)).toEqual([10, 10, 0, 0]);
});

it("a long one has its runs in one block each", () => {
  const { strip, segments } = request([...many(70, "same"), "changed", ...many(9, "behind")]);
  const blocks = groupStrip(strip, segments, { read: 700, written: 0 });
  expect(blocks.map(({ state, count, index }) => [state, count, index])).toEqual([
    ["same", 70, 0],
    ["changed", 1, 70],
    ["behind", 9, 71],
  ]);
  expect(blocks[0]?.fate.read).toBe(700);
});

it("keeps every token and every segment", () => {
  const state = fc.constantFrom<StripState>("same", "changed", "behind", "added");
  fc.assert(
    fc.property(fc.array(state, { maxLength: 120 }), (states) => {
      const { strip, segments } = request(states);
      const blocks = groupStrip(strip, segments, { read: 95, written: 100 });
      const sum = (of: (block: (typeof blocks)[number]) => number) =>
        blocks.reduce((total, block) => total + of(block), 0);
      expect(sum(({ count }) => count)).toBe(states.length);
      expect(sum(({ tokens }) => tokens)).toBe(states.length * 10);
      expect(sum(({ fate }) => fate.read + fate.written + fate.uncached)).toBe(states.length * 10);
    }),
  );
});

it("what is measured alone before a segment of the strip is part of that one", () => {
  const strip = [{ pointer: "/messages/0" }, { pointer: "/messages/1" }].map(({ pointer }) => ({
    pointer,
    role: "user",
    state: "same" as const,
  }));
  const measured = [
    { pointer: "/tools", prefix: 30 },
    { pointer: "/messages/0", prefix: 50 },
    { pointer: "/messages/1", prefix: 55 },
  ];
  expect(alignSegments(strip, measured)).toEqual([
    { tokens: 50, prefix: 50 },
    { tokens: 5, prefix: 55 },
  ]);
});
