/** Words are cut to their room in either script. */
import { expect, it } from "vitest";
import { clipWords, countLetters } from "./measure-letters";

it.each([
  ["miss: expired", 13],
  ["未命中：已过期", 14],
  ["命中 8,739", 10],
])("%s takes %i letters", (words, letters) => {
  expect(countLetters(words)).toBe(letters);
});

it.each([
  ["miss: expired", 13, "miss: expired"],
  ["miss: expired", 8, "miss: e…"],
  ["miss: expired", 7, "miss:…"],
  ["未命中：已过期", 9, "未命中：…"],
  ["未命中：已过期", 10, "未命中：…"],
])("%s in %i letters is %s", (words, letters, clipped) => {
  expect(clipWords(words, letters)).toBe(clipped);
});
