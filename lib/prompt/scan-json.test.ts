/** The fast reader gives the tolerant reader's tree for plain JSON, and leaves everything else alone. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { readTolerantly } from "./json-tree";
import { LIMITS } from "./limits";
import { scanJson } from "./scan-json";

const styles = fc.constantFrom(undefined, 1, 2, "\t", "  \r\n");

it("gives the same tree as the tolerant reader on any JSON", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), styles, (value, style) => {
      const text = JSON.stringify(value, null, style);
      expect(scanJson(text, LIMITS.depth)).toEqual(readTolerantly(text).root);
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['"plain"'],
  ['"a\\n\\u00e9\\"\\\\\\/"'],
  [' \t\r\n{"a" : [1, -0.5e+3, true, false, null, {}, []], "a": ""} '],
  ["0"],
  ['"\\ud800"'],
])("reads %s", (text) => {
  expect(scanJson(text, LIMITS.depth)).toEqual(readTolerantly(text).root);
});

it.each([
  ["nothing", ""],
  ["a comment", '{"a": 1} // x'],
  ["a trailing comma", "[1,]"],
  ["a missing comma", "[1 2]"],
  ["a cut string", '{"a": "b'],
  ["a raw line break in a string", '"a\nb"'],
  ["a bad escape", '"\\x"'],
  ["a number with a leading zero", "01"],
  ["two values", "1 2"],
  ["a byte order mark", "\uFEFF1"],
  ["too deep", "[".repeat(LIMITS.depth + 1) + "]".repeat(LIMITS.depth + 1)],
])("leaves %s to the tolerant reader", (_, text) => {
  expect(scanJson(text, LIMITS.depth)).toBeNull();
});

it("never throws, and accepts only what JSON accepts", () => {
  const units = fc.constantFrom(...Array.from('{}[]":,\\ue0129.-+tfn \n\t/'), '"a"', "true", "null");
  fc.assert(
    fc.property(fc.string({ unit: units }), (text) => {
      const root = scanJson(text, LIMITS.depth);
      if (root) expect(() => JSON.parse(text)).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});
