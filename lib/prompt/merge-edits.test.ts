/** Edits that touch are one; two texts differ by one edit. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "./apply-edits";
import { differenceEdit } from "./merge-edits";

describe("differenceEdit", () => {
  it("turns any text into any other, however long their common beginning and end are", () => {
    const long = "a line of the prompt\n".repeat(700);
    fc.assert(
      fc.property(
        fc.nat(long.length),
        fc.nat(40),
        fc.string(),
        fc.string(),
        (at, removed, put, elsewhere) => {
          const before = long + elsewhere;
          const after = before.slice(0, at) + put + before.slice(at + removed);
          const edits = differenceEdit(before, after);
          expect(applyEdits(before, edits)).toBe(after);
          for (const { range, text } of edits) {
            expect(range.end - range.start).toBeLessThanOrEqual(removed);
            expect(text.length).toBeLessThanOrEqual(put.length);
          }
        },
      ),
    );
  });
  it("is the same when it is asked for again, whatever became of the answer before", () => {
    differenceEdit("the text", "the long text").length = 0;
    expect(differenceEdit("the text", "the long text")).toEqual([
      { range: { start: 4, end: 4 }, text: "long " },
    ]);
    expect(differenceEdit("the long text", "the text")).toEqual([{ range: { start: 4, end: 9 }, text: "" }]);
  });
  it("is nothing where the texts are equal", () => expect(differenceEdit("same", "same")).toEqual([]));
});
