/** Tools move and go like items of an array; in canonical order two builds of the same tools are the same bytes. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/fixtures/in-english";
import { ENGLISH } from "../words/plain-words";
import { applyEdits } from "./apply-edits";
import type { EditResult } from "./marker-edits";
import { canonicaliseTools, moveTool, removeTool } from "./tool-edits";

function apply(text: string, result: EditResult): string {
  if (!result.ok) throw new Error(ENGLISH.say(result.reason));
  return applyEdits(text, result.edits);
}

const schema = fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue({ maxDepth: 2 }), {
  noNullPrototype: true,
});
const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
const tools = fc
  .tuple(names, schema, fc.boolean())
  .map(([list, parameters, flat]) =>
    list.map((name) =>
      flat
        ? { name, input_schema: parameters }
        : { type: "function", function: { name, parameters, required: ["z", "a"] } },
    ),
  );

/** The same value with the keys of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

const body = (list: unknown, indent: number): string =>
  JSON.stringify({ model: "m", tools: list, messages: [{ role: "user", content: "Q" }] }, null, indent);

describe("canonical order", () => {
  it("gives two builds of the same tools the same bytes, once and for all", () => {
    fc.assert(
      fc.property(tools, fc.constantFrom(0, 2), (list, indent) => {
        const one = body(list, indent);
        const other = body([...list].reverse().map(turned), indent);
        const canonical = apply(one, canonicaliseTools(one));
        expect(apply(other, canonicaliseTools(other))).toBe(canonical);
        expect(canonicaliseTools(canonical)).toEqual({ ok: true, edits: [] });
      }),
    );
  });
  it("says the same as before but for the order", () => {
    fc.assert(
      fc.property(tools, (list) => {
        const after = JSON.parse(apply(body(list, 2), canonicaliseTools(body(list, 2)))).tools;
        const before = JSON.parse(JSON.stringify(list));
        expect(after).toHaveLength(before.length);
        for (const tool of before) expect(after).toContainEqual(tool);
      }),
    );
  });
  it("sorts keys at every depth, leaves arrays alone and comments where they are", () => {
    const text = `{"tools": [
  // tools
  {"name": "b", "input_schema": {"type": "object", "required": ["z", "a"]}},
  {"name": "a"}
]}`;
    expect(apply(text, canonicaliseTools(text))).toBe(`{"tools": [
  // tools
  {"name": "a"},
  {"input_schema": {"required": ["z", "a"], "type": "object"}, "name": "b"}
]}`);
  });
});

describe("single tools", () => {
  const text = '{"tools": [{"name": "a"}, {"name": "b"}, {"name": "c"}], "messages": []}';
  it("moves one", () => {
    expect(apply(text, moveTool(text, "/tools/2", 0))).toBe(
      '{"tools": [{"name": "c"}, {"name": "a"}, {"name": "b"}], "messages": []}',
    );
  });
  it("removes one", () => {
    expect(apply(text, removeTool(text, "/tools/1"))).toBe(
      '{"tools": [{"name": "a"}, {"name": "c"}], "messages": []}',
    );
  });
  it("removes the property with the last one", () => {
    const one = '{"tools": [{"name": "a"}], "messages": []}';
    expect(apply(one, removeTool(one, "/tools/0"))).toBe('{"messages": []}');
  });
  it.each([
    ["a tool that does not exist", removeTool(text, "/tools/3"), /no tool at tools\[3\]/],
    ["a place that does not exist", moveTool(text, "/tools/0", 3), /no place 4/],
    ["a request without tools", canonicaliseTools('{"messages": []}'), /no tools/],
    ["a message", moveTool(text, "/messages/0", 0), /no tool/],
  ])("refuses %s in one sentence", (_, result, reason) => {
    expect(result.ok ? "" : inEnglish(result.reason)).toMatch(reason);
  });
});
