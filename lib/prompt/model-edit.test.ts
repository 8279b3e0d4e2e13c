/** The model is set where it stands, or written first. */
import { expect, it } from "vitest";
import { applyEdits } from "./apply-edits";
import { setModel } from "./model-edit";

it.each([
  ['{"model": "a", "messages": []} // c', '{"model": "qwen3-max", "messages": []} // c'],
  ['{"messages": []}', '{"model": "qwen3-max", "messages": []}'],
  ['{"messages":[]}', '{"model":"qwen3-max","messages":[]}'],
  ['{\n  // first\n  "messages": []\n}', '{\n  // first\n  "model": "qwen3-max",\n  "messages": []\n}'],
  ["{}", '{"model": "qwen3-max"}'],
  ['{"model": "qwen3-max"}', '{"model": "qwen3-max"}'],
])("%j", (text, expected) => {
  const result = setModel(text, "qwen3-max");
  expect(result.ok && applyEdits(text, result.edits)).toBe(expected);
});

it.each([["[]"], ["{"], ["5"]])("%j is refused", (text) => {
  expect(setModel(text, "m")).toMatchObject({ ok: false });
});
