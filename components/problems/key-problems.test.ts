/** Problems keep their keys while text is typed before them. */
import { expect, it } from "vitest";
import { keyProblems } from "./key-problems";

const at = (rule: string, pointer: string, start: number) => ({
  rule,
  pointer,
  range: { start, end: start + 5 },
});

const problems = [
  at("secret", "/messages/0", 10),
  at("secret", "/messages/0", 30),
  at("secret", "/messages/2", 90),
  at("too-short", "/messages/0", 10),
];

it("gives every problem a key of its own", () => {
  expect(new Set(keyProblems(problems)).size).toBe(problems.length);
});

it("gives the same keys once the problems stand elsewhere in the text", () => {
  const moved = problems.map(({ rule, pointer, range }) => at(rule, pointer, range.start + 7));
  expect(keyProblems(moved)).toEqual(keyProblems(problems));
});

it("leaves the other keys alone when a problem at another place is gone", () => {
  const [, , third, fourth] = keyProblems(problems);
  expect(keyProblems(problems.slice(2))).toEqual([third, fourth]);
});
