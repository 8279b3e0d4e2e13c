/** Lines and columns of many places agree with those of one place after the other. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { positionAt } from "../prompt/json-error";
import { indexLines } from "./line-index";

it("places both ends of a range, from 1", () => {
  expect(indexLines("ab\r\ncd\re\n\nf")({ start: 5, end: 10 })).toEqual({
    start: { line: 2, column: 2, offset: 5 },
    end: { line: 5, column: 1, offset: 10 },
  });
});

it("agrees with the position of a single offset", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "😀"), maxLength: 40 });
  fc.assert(
    fc.property(text, fc.nat(80), (value, at) => {
      const offset = Math.min(at, value.length);
      const { start } = indexLines(value)({ start: offset, end: offset });
      expect(start).toEqual({ ...positionAt(value, offset), offset });
    }),
  );
});
