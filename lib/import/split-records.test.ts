/** A file is cut into its records whatever its form, and what is too long to be kept is let go. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Said } from "../words/message";
import { ENGLISH } from "../words/plain-words";
import { createRecordSplitter } from "./split-records";

const LIMIT = 20;

function split(text: string, cuts: readonly number[] = []): unknown[] {
  const found: unknown[] = [];
  const sink = {
    value: (value: unknown, line: number | null) => found.push([line, value]),
    bad: (reason: Said, line: number | null) => found.push([line, `(${ENGLISH.say(reason)})`]),
    refuse: (sentence: string) => found.push([null, `(${sentence})`]),
  };
  const splitter = createRecordSplitter(sink, LIMIT);
  const ends = [0, ...cuts.filter((at) => at <= text.length), text.length].toSorted((a, b) => a - b);
  for (const [index, end] of ends.entries()) splitter.push(text.slice(ends[index - 1] ?? 0, end));
  splitter.end();
  return found;
}

const TOO_LONG = "(is longer than 120 million characters)";

it.each<[string, string, unknown[]]>([
  ["one value", "[1]\n\n", [[null, [1]]]],
  ["one value over lines", "[\n1,\n{}\n]", [[null, [1, {}]]]],
  [
    "lines",
    "[1]\n\n[2]\r\n[3]",
    [
      [1, [1]],
      [3, [2]],
      [4, [3]],
    ],
  ],
  [
    "lines with a head",
    "no\n[2]\n2",
    [
      [1, "(is not JSON)"],
      [2, [2]],
      [3, 2],
    ],
  ],
  ["a command", "x\ncurl -d '{}'\n", [[null, "x\ncurl -d '{}'\n"]]],
  ["a link", "#v1.abc", [[null, "#v1.abc\n"]]],
  [
    "a line that is too long",
    `[1]\n["${"x".repeat(LIMIT)}"]\n[3]`,
    [
      [1, [1]],
      [2, TOO_LONG],
      [3, [3]],
    ],
  ],
  ["a first line that is too long", `["${"x".repeat(LIMIT)}"]\n[3]`, [[null, TOO_LONG]]],
  ["a value that is too long", `[\n${"1,\n".repeat(LIMIT)}1]`, [[null, TOO_LONG]]],
  ["a text that is too long", `no\n${"no\n".repeat(LIMIT)}`, [[null, TOO_LONG]]],
])("%s", (_name, text, expected) => {
  expect(split(text)).toEqual(expected);
});

it("gives the same wherever the text is cut", () => {
  const text = fc.string({
    unit: fc.constantFrom("[", "]", "{}", "1", '"', "\\", ",", "\n", "\r", " ", "no"),
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, fc.array(fc.nat(80)), (written, cuts) => {
      expect(split(written, cuts)).toEqual(split(written));
    }),
    { numRuns: 500 },
  );
});
