/** Seconds are written in the units a reader would use. */
import { expect, it } from "vitest";
import { writeSeconds } from "./write-seconds";

it.each([
  [0, "0 s"],
  [2.5, "2.5 s"],
  [60, "1 min"],
  [400, "6 min 40 s"],
  [3900, "1 h 5 min"],
  [86_400, "24 h"],
])("%d → %s", (seconds, written) => {
  expect(writeSeconds(seconds)).toBe(written);
});
