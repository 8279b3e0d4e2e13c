/** Old links climb through every version between theirs and the present one. */
import { expect, it } from "vitest";
import { climbLadder, SHARE_VERSION } from "./ladder";

const steps = [(value: unknown) => `${value} to 2`, (value: unknown) => `${value} to 3`];

it.each([
  [1, "start to 2 to 3"],
  [2, "start to 3"],
  [3, "start"],
])("climbs from version %i", (version, expected) => {
  expect(climbLadder(version, "start", steps)).toBe(expected);
});

it("leaves the present version as it is", () => {
  const value = { text: "x" };
  expect(climbLadder(SHARE_VERSION, value)).toBe(value);
});
