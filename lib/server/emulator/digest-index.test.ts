/** Keys: equal for equal prefixes in any index, apart for other texts, orders and salts. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createDigestIndex } from "./digest-index";

const walk = (salt: string, texts: readonly string[]): number => {
  const index = createDigestIndex(salt);
  return texts.reduce((key, text) => index.extend(key, text), 0);
};

it("is the same in another index, whatever that has seen before", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (texts, others) => {
      const index = createDigestIndex("a");
      others.reduce((key, text) => index.extend(key, text), 0);
      expect(texts.reduce((parent, text) => index.extend(parent, text), 0)).toBe(walk("a", texts));
    }),
  );
});

it("gives one key to one prefix and another to any other", () => {
  const letters = fc.array(fc.constantFrom("x", "y", "z"));
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      expect(walk("", a) === walk("", b)).toBe(a.join() === b.join());
    }),
  );
});

it("tells accounts apart, and gives exact whole numbers", () => {
  expect(walk("a", ["secret"])).not.toBe(walk("b", ["secret"]));
  expect(Number.isSafeInteger(walk("a", ["secret"]))).toBe(true);
});
