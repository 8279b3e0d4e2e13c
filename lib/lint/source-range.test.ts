/** A stretch of a decoded string is found again in the document. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceRange } from "./source-range";

/** Every character escaped as `\uXXXX`. */
const escapeAll = (text: string) =>
  `"${[...Array(text.length).keys()].map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("")}"`;

describe("sourceRange", () => {
  it.each([
    ['"plain"', 0, 5, "plain"],
    ['"a\\nbc"', 2, 4, "bc"],
    ['"a\\nbc"', 1, 2, "\\n"],
    ['"\\"x\\\\y"', 1, 4, "x\\\\y"],
    ['"\\u4eca\\u5929 1"', 2, 4, " 1"],
    ['"\\ud83d\\ude00z"', 2, 3, "z"],
  ])("%s %i to %i", (literal, start, end, found) => {
    const text = `{"k": ${literal}}`;
    const range = sourceRange(text, { start: 6, end: 6 + literal.length }, { start, end });
    expect(text.slice(range.start, range.end)).toBe(found);
  });

  it("gives what decodes to the same stretch, however the string is escaped", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(30), fc.nat(30), fc.boolean(), (value, a, b, all) => {
        const [start, end] = [Math.min(a, b, value.length), Math.min(Math.max(a, b), value.length)];
        const literal = all ? escapeAll(value) : JSON.stringify(value);
        const range = sourceRange(literal, { start: 0, end: literal.length }, { start, end });
        expect(JSON.parse(`"${literal.slice(range.start, range.end)}"`)).toBe(value.slice(start, end));
      }),
    );
  });
});
