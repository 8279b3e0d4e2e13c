/** Digests: equal for equal prefixes in any index, apart for other texts, orders and salts. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createDigestIndex } from "./digest-index";

const walk = (salt: string, texts: readonly string[]): string => {
  const index = createDigestIndex(salt);
  return index.digestOf(texts.reduce((key, text) => index.extend(key, text), 0));
};

it("is the same in another index, whatever that has seen before", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (texts, others) => {
      const index = createDigestIndex("a");
      others.reduce((key, text) => index.extend(key, text), 0);
      const key = texts.reduce((parent, text) => index.extend(parent, text), 0);
      expect(index.digestOf(key)).toBe(walk("a", texts));
    }),
  );
});

it("gives one key to one prefix and another to any other", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("x", "y", "z")),
      fc.array(fc.constantFrom("x", "y", "z")),
      (a, b) => {
        const index = createDigestIndex("");
        const [first, second] = [a, b].map((texts) =>
          texts.reduce((key, text) => index.extend(key, text), 0),
        );
        expect(first === second).toBe(a.join() === b.join());
      },
    ),
  );
});

it("tells accounts apart, and holds no text", () => {
  expect(walk("a", ["secret"])).not.toBe(walk("b", ["secret"]));
  expect(walk("a", ["secret"])).toMatch(/^[\w-]{43}$/);
});
