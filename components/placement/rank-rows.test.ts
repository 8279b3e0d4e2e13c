/** Equal costs share a place, and the next place is left out as in sports. */
import { expect, it } from "vitest";
import { rankRows } from "./rank-rows";

it.each([
  { costs: [], places: [] },
  { costs: [1, 2, 3], places: [1, 2, 3] },
  { costs: [1, 1, 2, 2, 2, 3], places: [1, 1, 3, 3, 3, 6] },
  { costs: [0.1 + 0.2, 0.3, 0.4], places: [1, 1, 3] },
  { costs: [1, null, null], places: [1, null, null] },
])("$costs: $places", ({ costs, places }) => {
  expect(rankRows([...costs].sort((a, b) => (a ?? 9) - (b ?? 9)))).toEqual(places);
});
