/** Layouts of a conversation share their cuts, and are the same as without sharing. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Blocks } from "../layout/blocks";
import { createPrefixIndex } from "../layout/prefix-index";
import { layOutSegments } from "./lay-out";

const segment = fc.record({
  id: fc.constantFrom("", "A", "B"),
  tokens: fc.constantFrom(5, 1100),
  blocks: fc.constantFrom(0, 1),
});
const request = fc.record({
  model: fc.constant(null),
  modelName: fc.constant("m"),
  segments: fc.array(segment, { maxLength: 6 }),
  markers: fc.array(fc.nat(6), { maxLength: 3 }),
  tail: fc.nat(9),
});

it("gives the same layout whatever it shares", () => {
  fc.assert(
    fc.property(fc.array(request), (requests) => {
      const index = createPrefixIndex();
      let previous: Blocks | undefined;
      for (const one of requests) {
        const shared = layOutSegments(one, index, previous);
        expect(shared).toEqual(layOutSegments(one, index));
        previous = shared.blocks;
      }
    }),
  );
});

it("keeps one copy of what did not change", () => {
  const index = createPrefixIndex();
  const segments = ["A", "B", "C"].map((id) => ({ id, tokens: 500, blocks: 1 }));
  const base = { model: null, modelName: "m", markers: [], tail: 4 };
  const { layout: first, blocks } = layOutSegments({ ...base, segments }, index);
  const same = layOutSegments({ ...base, segments, markers: [2] }, index, blocks).layout;
  const grown = layOutSegments({ ...base, segments: [...segments, ...segments] }, index, blocks).layout;
  expect(same.cuts).toBe(first.cuts);
  expect(grown.cuts[2]).toBe(first.cuts[2]);
});
