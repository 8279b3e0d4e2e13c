/** A time span leaves out what is zero. */
import { expect, it } from "vitest";
import { writeDuration } from "./write-duration";

it.each([
  [0, "0 s"],
  [45, "45 s"],
  [300, "5 min"],
  [3450, "57 min 30 s"],
  [3599.6, "1 h"],
  [3661, "1 h 1 min 1 s"],
])("%d: %s", (seconds, words) => {
  expect(writeDuration(seconds)).toBe(words);
});
