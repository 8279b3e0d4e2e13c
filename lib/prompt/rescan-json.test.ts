/** Reading only what changed gives the tree of the whole text, and keeps what did not change. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { JsonNode } from "./json-node";
import { nodeAt } from "./json-node";
import { LIMITS } from "./limits";
import { type ReadJson, rescanJson } from "./rescan-json";
import { scanJson } from "./scan-json";

const read = (text: string, depth: number = LIMITS.depth): ReadJson => ({
  text,
  root: scanJson(text, depth) as JsonNode,
});

const units = fc.constantFrom(...Array.from('{}[]":,\\u0e1. \n-'), '"a"', "true", "null", '{"a":1}', "\\n");
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(4),
  put: fc.string({ unit: units, maxLength: 3 }),
});
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.array(fc.record({ role: fc.constantFrom("user", "assistant"), content: fc.string({ maxLength: 12 }) })),
);

it("gives the tree that a reader of the whole text gives, edit after edit, wherever it gives one", () => {
  fc.assert(
    fc.property(
      value,
      fc.constantFrom(undefined, 2),
      fc.array(edit, { maxLength: 6 }),
      fc.nat(6),
      (first, style, edits, spare) => {
        let before = read(JSON.stringify(first, null, style));
        const depth = 4 + spare;
        for (const { at, removed, put } of edits) {
          const start = Math.floor(at * before.text.length);
          const text = before.text.slice(0, start) + put + before.text.slice(start + removed);
          const whole = scanJson(text, depth);
          if (scanJson(before.text, depth) === null) return;
          const again = rescanJson(before, text, depth);
          if (again) expect(again).toEqual(whole);
          if (!whole) return;
          before = { text, root: again ?? whole };
        }
      },
    ),
    { numRuns: 3000 },
  );
});

const written = JSON.stringify({
  model: "m",
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: [{ type: "text", text: "Where is the harbour?" }] },
    { role: "assistant", content: "In the south." },
  ],
});

it("reads a typed letter without reading the rest", () => {
  const before = read(written);
  const typed = written.replace("harbour", "harbours");
  const after = rescanJson(before, typed, LIMITS.depth);
  expect(after).toEqual(scanJson(typed, LIMITS.depth));
  // What stands before it is the very same, of which more may be known by now.
  expect(nodeAt(after, "/messages/0")).toBe(nodeAt(before.root, "/messages/0"));
});

it.each([
  ["a letter", "harbour", "harbours"],
  ["an escape", "harbour", "har\\nbour"],
  ["a key", '"role":"user"', '"rule":"user"'],
  ["a text in the place of a list", '[{"type":"text","text":"Where is the harbour?"}]', '"Where?"'],
])("gives the whole tree after %s", (_, from, to) => {
  const text = written.replace(from, to);
  expect(rescanJson(read(written), text, LIMITS.depth)).toEqual(scanJson(text, LIMITS.depth));
});

it.each([
  ["a message in the middle", '{"role":"user"', '{"role":"user","content":"Hello"},{"role":"user"'],
  ["a quote that ends a text", "harbour", 'harb"our'],
  ["a bracket that is gone", "}]}", "}}"],
  ["a backslash before the quote", "harbour?", "harbour?\\"],
])("leaves %s to the reader of the whole text", (_, from, to) => {
  expect(rescanJson(read(written), written.replace(from, to), LIMITS.depth)).toBeNull();
});
