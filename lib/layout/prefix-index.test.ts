/** Equal prefixes have equal keys, others do not. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createPrefixIndex, EMPTY_PREFIX } from "./prefix-index";

it("gives two sequences one key exactly when they are equal", () => {
  const sequence = fc.array(fc.constantFrom("a", "b", "ab"), { maxLength: 5 });
  fc.assert(
    fc.property(sequence, sequence, (a, b) => {
      const index = createPrefixIndex();
      const keyOf = (texts: string[]) => texts.reduce(index.extend, EMPTY_PREFIX);
      expect(keyOf(a) === keyOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});

it("reaches a segment's end by one key, however its parts were cut", () => {
  const index = createPrefixIndex();
  const chunk = "onetwo";
  const part = index.extend(EMPTY_PREFIX, chunk.slice(0, 3));
  expect(index.extend(EMPTY_PREFIX, chunk)).toBe(index.extend(EMPTY_PREFIX, "onetwo"));
  expect(part).not.toBe(index.extend(EMPTY_PREFIX, chunk));
  expect(index.extend(part, "")).toBe(part);
});
