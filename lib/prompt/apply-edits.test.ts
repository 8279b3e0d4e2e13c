/** What edits put in is found again in the text after them. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyEdits, findInserted } from "./apply-edits";

const insert = (at: number, text: string) => ({ range: { start: at, end: at }, text });

it("finds the longest piece, without the blanks around it", () => {
  const edits = [insert(1, "["), insert(4, ",\n  marker\n")];
  const place = findInserted(edits);
  expect(applyEdits("abcdef", edits).slice(place?.start, place?.end)).toBe(",\n  marker");
});

it("finds it wherever it stands, also behind what was taken out", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(50), fc.nat(50), (before, from, length) => {
      const text = `${before}${"x".repeat(120)}`;
      const edits = [insert(110, "here"), { range: { start: from, end: from + length }, text: "" }];
      const place = findInserted(edits);
      expect(applyEdits(text, edits).slice(place?.start, place?.end)).toBe("here");
    }),
  );
});

it("finds nothing where nothing, or a whole text, was put in", () => {
  expect(findInserted([])).toBeNull();
  expect(findInserted([{ range: { start: 0, end: 3 }, text: " \n" }])).toBeNull();
  expect(findInserted([insert(0, "x".repeat(5000))])).toBeNull();
});
