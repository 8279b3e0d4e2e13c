/** JSON as Python writes it. */
import { expect, it } from "vitest";
import type { JsonValue } from "../values/json";
import { writePythonJson, writePythonText } from "./python-json";

const cases: [JsonValue, string][] = [
  [{ a: 1, b: [true, null, "x"] }, '{"a": 1, "b": [true, null, "x"]}'],
  [{}, "{}"],
  [[], "[]"],
  ["naïve – 库存 \n", '"naïve – 库存 \\n"'],
  [0.5, "0.5"],
  [0.0001, "0.0001"],
  [0.00001, "1e-05"],
  [-0.0000025, "-2.5e-06"],
  [1e21, "1e+21"],
  ["a\ud800b", '"a\ufffdb"'],
];

it.each(cases)("%j", (value, written) => {
  expect(writePythonJson(value)).toBe(written);
});

it("shows other values as str() does", () => {
  expect([null, true, false, 3, "x", [1]].map((value) => writePythonText(value))).toEqual([
    "None",
    "True",
    "False",
    "3",
    "x",
    "[1]",
  ]);
});
