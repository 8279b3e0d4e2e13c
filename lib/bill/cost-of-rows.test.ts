/** A batch is its first row and as many more as there are. */
import { expect, it } from "vitest";
import { costOfRows } from "./cost-of-rows";

it("scales the rows after the first", () => {
  expect(costOfRows([{ cost: 10 }, { cost: 1 }, { cost: 3 }], 1000)).toBe(10 + 999 * 2);
});

it.each([
  ["one row", [{ cost: 10 }]],
  ["an unknown price", [{ cost: 10 }, { cost: null }]],
  ["nothing", []],
])("says nothing of %s", (_, rows) => {
  expect(costOfRows(rows, 1000)).toBeNull();
});
