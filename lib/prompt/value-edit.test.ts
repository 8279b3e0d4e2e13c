/** Values and properties change without touching what is around them. */
import { expect, it } from "vitest";
import { inEnglish } from "../words/fixtures/in-english";
import { applyEdits } from "./apply-edits";
import type { EditResult } from "./marker-edits";
import { removeProperty, renameProperty, replaceValue } from "./value-edit";

const text = '{ "a": {"type": "x", "ttl": "1h"}, /* c */ "b/c": [1, 2] }';
const apply = (result: EditResult) => (result.ok ? applyEdits(text, result.edits) : inEnglish(result.reason));

it.each([
  [replaceValue(text, "/b~1c/1", "true"), '{ "a": {"type": "x", "ttl": "1h"}, /* c */ "b/c": [1, true] }'],
  [removeProperty(text, "/a/ttl"), '{ "a": {"type": "x"}, /* c */ "b/c": [1, 2] }'],
  [removeProperty(text, "/a/type"), '{ "a": {"ttl": "1h"}, /* c */ "b/c": [1, 2] }'],
  [removeProperty(text, "/b~1c"), '{ "a": {"type": "x", "ttl": "1h"} /* c */  }'],
  [
    renameProperty(text, "/a/type", "kind", "[]"),
    '{ "a": {"kind": [], "ttl": "1h"}, /* c */ "b/c": [1, 2] }',
  ],
  [removeProperty(text, "/b~1c/0"), "There is nothing at b/c[0]."],
  [replaceValue(text, "/x", "1"), "There is nothing at x."],
  [renameProperty(text, "/x", "y", "1"), "There is nothing at x."],
])("%#", (result, expected) => {
  expect(apply(result)).toBe(expected);
});
