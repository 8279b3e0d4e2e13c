/** The nearest text is the one with the longest common start, as looking at all of them says. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { addText, findNearest, hasText, type TextSet } from "./text-set";

const commonStart = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
};

it("finds a text with the longest common start", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\0"), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(text), text, (texts, wanted) => {
      const set: TextSet = [];
      for (const one of texts) addText(set, one);
      const longest = Math.max(0, ...texts.map((one) => commonStart(wanted, one)));
      const found = findNearest(set, wanted);
      expect(found === undefined ? 0 : commonStart(wanted, found)).toBe(longest);
      if (found !== undefined) expect(texts).toContain(found);
      expect(hasText(set, wanted)).toBe(texts.includes(wanted));
    }),
  );
});
