/** What the history keeps: differences that go both ways, and no more of them than is bearable. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { addStep, type History, MAX_STEPS, MAX_UNITS, noHistory, type Step, stepBack } from "./history";
import { editsBackward, editsForward, joinPatches, patchesBetween, patchesOf } from "./patch";

describe("patches", () => {
  it("go forward and backward, and two that touch are as good as one", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (one, two, three) => {
        const first = patchesBetween(one, two);
        const second = patchesBetween(two, three);
        expect(applyEdits(one, editsForward(first))).toBe(two);
        expect(applyEdits(two, editsBackward(first))).toBe(one);
        const [early] = first;
        const [late] = second;
        const joined = early && late ? joinPatches(early, late) : null;
        if (!joined) return;
        expect(applyEdits(one, editsForward([joined]))).toBe(three);
        expect(applyEdits(three, editsBackward([joined]))).toBe(one);
      }),
    );
  });

  it("of edits far apart hold only what they change", () => {
    const long = "x".repeat(100_000);
    const edits = [
      { range: { start: 99_999, end: 100_000 }, text: "" },
      { range: { start: 0, end: 0 }, text: "{" },
    ];
    const patches = patchesOf(long, edits);
    expect(patches).toEqual([
      { start: 0, removed: "", put: "{" },
      { start: 99_999, removed: "x", put: "" },
    ]);
    expect(applyEdits(applyEdits(long, edits), editsBackward(patches))).toBe(long);
  });
});

describe("bounds", () => {
  const step = (id: number, units: number): Step<number> => ({
    ...{ id, at: 0, name: "step", said: null, group: null, before: id, after: id + 1 },
    patches: [{ start: 0, removed: "", put: "x".repeat(units) }],
  });
  const fill = (count: number, units: number): History<number> =>
    Array.from({ length: count }, (_, id) => step(id, units)).reduce(
      (history, each) => addStep(history, each, Object.is),
      noHistory<number>(),
    );

  it("forgets the oldest steps", () => {
    expect(fill(MAX_STEPS + 5, 1).done.map(({ id }) => id)).toEqual(
      Array.from({ length: MAX_STEPS }, (_, index) => index + 5),
    );
    expect(fill(5, MAX_UNITS / 2).done.map(({ id }) => id)).toEqual([3, 4]);
    expect(fill(3, MAX_UNITS + 1).done.map(({ id }) => id)).toEqual([2]);
    expect(stepBack(fill(1, 1))).toMatchObject({ done: [], undone: [{ id: 0 }] });
  });
});
