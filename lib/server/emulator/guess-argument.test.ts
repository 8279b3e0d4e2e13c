/** Arguments by the words of a task, and by their names. */
import { expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../values/json";
import { createGuess } from "./guess-argument";

const text = { type: "string" };
const guess = (task: string, name: string, schema: JsonObject = text, turn = 0): JsonValue | undefined =>
  createGuess({ task, tools: ["read_file"], turn })(name, schema);

it.each<[string, string, JsonObject, JsonValue | undefined]>([
  ["Fix src/a.ts, please", "path", text, "src/a.ts"],
  ["Fix it", "file_path", text, "README.md"],
  ["Fix it", "file_path", { ...text, description: "The absolute path" }, "/tmp/README.md"],
  ["See https://a.example/b?c=1 first", "url", text, "https://a.example/b?c=1"],
  ["What is the weather in New York now", "city", text, "New York"],
  ["city: Oslo", "city", text, "Oslo"],
  ['city is "Oslo Sentrum".', "city", text, "Oslo Sentrum"],
  ["Run `npm test`", "command", text, "npm test"],
  ["Look at `a/b.md`", "command", text, "cat a/b.md"],
  ["Look with `read_file`", "note", text, undefined],
  ["Why do caches expire early?", "query", text, "Why do caches expire early?"],
  ["Hello", "query", text, undefined],
  ["Hello", "city", text, undefined],
  ["in fahrenheit", "unit", { ...text, enum: ["celsius", "fahrenheit"] }, "fahrenheit"],
  ["in kelvin", "unit", { ...text, enum: ["celsius", "fahrenheit"] }, undefined],
  ["days = 4", "days", { type: "integer" }, 4],
  ["days = 4", "days", { type: "integer", maximum: 3 }, undefined],
  ["days = 4.5", "days", { type: "integer" }, undefined],
  ["city: Oslo", "city", { ...text, maxLength: 2 }, undefined],
  ["city: Oslo", "city", { ...text, pattern: "^[a-z]+$" }, undefined],
  ["city: Oslo", "city", { const: "Rome" }, undefined],
])("%s: %s %j", (task, name, schema, value) => {
  expect(guess(task, name, schema)).toEqual(value);
});

it("gives other arguments to later calls", () => {
  const turns = [0, 1, 2];
  expect(turns.map((turn) => guess("a.ts and b.ts", "path", text, turn))).toEqual(["a.ts", "b.ts", "a.ts"]);
  expect(new Set(turns.map((turn) => guess("go", "path", text, turn))).size).toBe(3);
  expect(turns.map((turn) => guess("go", "note", text, turn))).toEqual([undefined, "example 2", "example 3"]);
});

it("gives up patterns that would take forever", () => {
  const task = `note: ${"a".repeat(60)}!`;
  expect(guess(task, "note", { ...text, pattern: "^(a+)+y$" })).toBeUndefined();
});
