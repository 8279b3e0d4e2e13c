/** A layout file gives back what was written, can be read by people, and refuses what it is not. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { isLayoutFile, MAX_FILE, readLayoutFile, writeLayoutFile } from "./layout-file";
import { noteEdition } from "./note-edition";
import { DEFAULT_LAYOUT, type SharedLayout } from "./shared-layout";

const layout: SharedLayout = noteEdition({
  ...DEFAULT_LAYOUT,
  text: '[{"role":"user","content":"Hello \ud800 \u2028"}]',
  model: "qwen3.7-max",
  scenario: {
    name: "Chat",
    duration: 3,
    reply: "A",
    turns: [{ mode: "repeat", gap: 5, user: "", reply: "" }],
  },
  offRules: ["no-marker"],
});

it("gives back what was written", () => {
  const file = writeLayoutFile(layout);
  expect(file.startsWith('{\n  "kind": "prompt-cache-layout",\n  "version": 1,\n  "text":')).toBe(true);
  expect(readLayoutFile(JSON.parse(file))).toEqual({ ok: true, value: layout });
});

it("carries more than a link may", () => {
  const large = { ...layout, text: "a".repeat(3_000_000) };
  expect(readLayoutFile(JSON.parse(writeLayoutFile(large)))).toEqual({ ok: true, value: large });
});

it.each([
  ["null", null, "no layout"],
  ["a request", { messages: [] }, "no layout"],
  ["another kind", { kind: "export", version: 1, text: "" }, "no layout"],
  ["no version", { kind: "prompt-cache-layout", text: "" }, "state its version"],
  ["half a version", { kind: "prompt-cache-layout", version: 0.5, text: "" }, "state its version"],
  ["a version to come", { kind: "prompt-cache-layout", version: 2, text: "" }, "newer version"],
  ["no document", { kind: "prompt-cache-layout", version: 1 }, "no request"],
  ["too much", { kind: "prompt-cache-layout", version: 1, text: "a".repeat(MAX_FILE + 1) }, "larger"],
])("refuses %s", (_name, value, reason) => {
  const read = readLayoutFile(value);
  expect(read.ok ? null : ENGLISH.say(read.reason)).toContain(reason);
});

it("tells its own files from other JSON", () => {
  expect(isLayoutFile(JSON.parse(writeLayoutFile(layout)))).toBe(true);
  expect(isLayoutFile([])).toBe(false);
});
