/** Arrow keys lead along the time and between rows. */
import { expect, it } from "vitest";
import { stepThrough } from "./step-through";

const requests = [
  { at: 0, row: 0 },
  { at: 5, row: 1 },
  { at: 9, row: 0 },
  { at: 20, row: 1 },
];

it.each([
  [0, "ArrowRight", 1],
  [0, "ArrowLeft", null],
  [3, "ArrowRight", null],
  [2, "Home", 0],
  [2, "End", 3],
  [2, "ArrowDown", 1],
  [3, "ArrowUp", 2],
  [0, "ArrowUp", null],
  [0, "a", null],
])("from %s, %s leads to %s", (from, key, to) => {
  expect(stepThrough(requests, from, key)).toBe(to);
});
