/** A patch does to the value what the edits do to the text, and touches little else. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { differenceEdit } from "../prompt/merge-edits";
import { applyPatch } from "./fixtures/apply-patch";
import { writeJsonPatch } from "./write-json-patch";

/** One edit for each stretch, given by the words that stand there once. */
const edit = (text: string, changes: readonly (readonly [string, string])[]) =>
  changes.map(([found, put]) => {
    const start = text.indexOf(found);
    return { range: { start, end: start + found.length }, text: put };
  });

it.each([
  ['{"a":1,"b":2}', [[',"b":2', ""]], [{ op: "remove", path: "/b" }]],
  ['{"a":{"x":[]}}', [["[]", '[],"y/z":3']], [{ op: "add", path: "/a/y~1z", value: 3 }]],
  ['[{"a":"s"},1]', [['"s"', '["s"]']], [{ op: "replace", path: "/0/a", value: ["s"] }]],
  ["[1,2,3]", [[",2", ""]], [{ op: "remove", path: "/1" }]],
  [
    '{"a":{"m":1,"k":0},"b":{"k":0.5}}',
    [
      ['"m":1,', ""],
      ["0.5", '0.5,"m":1'],
    ],
    [
      { op: "remove", path: "/a/m" },
      { op: "add", path: "/b/m", value: 1 },
    ],
  ],
  [
    '{"o":{"a":1,"b":2}}',
    [['"a":1,"b":2', '"b":2,"a":1']],
    [{ op: "replace", path: "/o", value: { b: 2, a: 1 } }],
  ],
  ['[{"a":1}]', [['"a":1', '"a":1},{"b":2']], [{ op: "add", path: "/1", value: { b: 2 } }]],
  ['{"__proto__":1}', [["1", "2"]], [{ op: "replace", path: "/__proto__", value: 2 }]],
] as const)("%s %j", (text, changes, patch) => {
  expect(writeJsonPatch(text, edit(text, changes))).toEqual(patch);
});

it("is refused where the result is no JSON", () => {
  expect(writeJsonPatch("[1]", edit("[1]", [["1", "1,"]]))).toBeNull();
  expect(writeJsonPatch("[1", [])).toBeNull();
});

it("turns any value into any other, properties in the same order", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (before, after) => {
      const [from, to] = [JSON.stringify(before), JSON.stringify(after)];
      const edits = differenceEdit(from, to);
      const patch = writeJsonPatch(from, edits);
      expect(JSON.stringify(applyPatch(JSON.parse(from), patch ?? []))).toBe(
        JSON.stringify(JSON.parse(applyEdits(from, edits))),
      );
    }),
  );
});
