/** Moving a marker there and back leaves no trace, whatever the request and its style. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { applyEdits } from "./apply-edits";
import { addMarker, type EditResult, moveMarker, removeMarker, toggleMarker } from "./marker-edits";
import { parsePrompt } from "./parse";
import type { Prompt } from "./prompt";

function apply(text: string, result: EditResult): string {
  if (!result.ok) throw new Error(ENGLISH.say(result.reason));
  return applyEdits(text, result.edits);
}

function read(text: string): Prompt {
  const { prompt } = parsePrompt(text);
  if (!prompt) throw new Error(text);
  return prompt;
}

/** What a request says, without its markers and without where things stand. */
function meaning(text: string): unknown {
  const { messages, ...rest } = read(text);
  const bare = messages.map(({ role, parts, calls }) => [
    role,
    calls,
    parts.map(({ kind, text: said, call }) => [kind, said, call]),
  ]);
  return [bare, rest.tools.map((tool) => tool.value), rest.model, rest.dialect, rest.thinking];
}

/** One message's content: a string, or parts. */
const said = fc.string({ minLength: 1, unit: "binary" });
const partValue = fc.oneof(
  fc.record({ type: fc.constant("text"), text: said }, { noNullPrototype: true }),
  fc.record({ text: said }, { noNullPrototype: true }),
  fc.record(
    { type: fc.constant("image_url"), image_url: fc.record({ url: fc.string() }, { noNullPrototype: true }) },
    { noNullPrototype: true },
  ),
);
const content = fc.oneof(said, fc.array(partValue, { minLength: 1, maxLength: 3 }));
const markerValue = fc.constantFrom({ type: "ephemeral" }, { type: "ephemeral", ttl: "1h" });

type Write = (value: unknown) => string;
const writers: [string, Write][] = [
  ["JSON.stringify", (value) => JSON.stringify(value)],
  ["2 spaces", (value) => JSON.stringify(value, null, 2)],
  ["4 spaces", (value) => JSON.stringify(value, null, 4)],
  ["tab", (value) => JSON.stringify(value, null, "\t")],
  ["2 spaces, CR LF", (value) => JSON.stringify(value, null, 2).replaceAll("\n", "\r\n")],
  ["one line, spaced", (value) => oneLine(value, "", "")],
  ["one line, padded", (value) => oneLine(value, " ", "")],
  ["a line per message, padded", (value) => perMessage(value)],
];

/** Text of a value on one line, as Python's json.dumps writes it; `pad` stands inside braces. */
function oneLine(value: unknown, pad: string, inArray: string): string {
  if (Array.isArray(value))
    return `[${inArray}${value.map((item) => oneLine(item, pad, inArray)).join(", ")}${inArray}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const properties = Object.entries(value).map(
    ([key, inner]) => `${JSON.stringify(key)}: ${oneLine(inner, pad, inArray)}`,
  );
  return `{${pad}${properties.join(", ")}${pad}}`;
}

function perMessage(value: unknown): string {
  const messages = Array.isArray(value) ? value : (value as { messages: unknown[] }).messages;
  const lines = `[\n${messages.map((item) => `    ${oneLine(item, " ", "")}`).join(",\n")}\n  ]`;
  return Array.isArray(value) ? lines : `{\n  "model": "m", // the model\n  "messages": ${lines}\n}`;
}

const scene = fc
  .record({
    contents: fc.array(content, { minLength: 2, maxLength: 4 }),
    marker: markerValue,
    writer: fc.constantFrom(...writers),
    bare: fc.boolean(),
    from: fc.nat(),
    part: fc.nat(),
    to: fc.nat(),
    toPart: fc.option(fc.nat()),
  })
  .map((pick) => {
    const from = pick.from % pick.contents.length;
    const messages = pick.contents.map((value, index) => {
      if (index !== from) return { role: "user", content: value };
      // A string cannot carry a marker: here it is written as the array it would be.
      const parts = typeof value === "string" ? [{ type: "text", text: value }] : value;
      const at = pick.part % parts.length;
      const marked = parts.map((part, number) =>
        number === at ? { ...part, cache_control: pick.marker } : part,
      );
      return { role: "user", content: marked };
    });
    const text = pick.writer[1](pick.bare ? messages : { model: "m", messages });
    const to = pick.to % pick.contents.length;
    const root = pick.bare ? "" : "/messages";
    const parts = pick.contents[to];
    const target =
      pick.toPart !== null && Array.isArray(parts)
        ? `${root}/${to}/content/${pick.toPart % parts.length}`
        : `${root}/${to}`;
    return { text, target };
  });

describe("for any request in any of eight styles", () => {
  it("moving a marker there and back restores the text", () => {
    fc.assert(
      fc.property(scene, ({ text, target }) => {
        const from = read(text).markers[0];
        if (!from) throw new Error("no marker");
        const there = moveMarker(text, from.pointer, target);
        fc.pre(there.ok);
        const moved = apply(text, there);
        const now = read(moved).markers;
        expect(now).toHaveLength(1);
        expect(now[0]?.value).toEqual(from.value);
        expect(now[0]?.owner.startsWith(target)).toBe(true);
        expect(meaning(moved)).toEqual(meaning(text));
        expect(apply(moved, moveMarker(moved, now[0]?.pointer ?? "", from.owner))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
  it("adding and removing restores the text", () => {
    fc.assert(
      fc.property(scene, ({ text, target }) => {
        const added = addMarker(text, target);
        fc.pre(added.ok);
        const marked = apply(text, added);
        expect(meaning(marked)).toEqual(meaning(text));
        const before = read(text).markers.map((marker) => marker.pointer);
        const fresh = read(marked).markers.find((marker) => !before.includes(marker.pointer));
        expect(apply(marked, removeMarker(marked, fresh?.pointer ?? ""))).toBe(text);
      }),
    );
  });
  it("no text and no pointer makes an edit throw", () => {
    const anything = fc.oneof(
      fc.string(),
      scene.map(({ text }) => text),
      fc.json(),
    );
    const pointer = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "",
        "/",
        "/0",
        "/messages/0",
        "/messages/0/content/0",
        "/messages/0/content/0/cache_control",
      ),
    );
    fc.assert(
      fc.property(anything, pointer, pointer, (text, one, two) => {
        for (const result of [
          addMarker(text, one),
          removeMarker(text, one),
          moveMarker(text, one, two),
          toggleMarker(text, one),
        ]) {
          if (result.ok) applyEdits(text, result.edits);
        }
      }),
    );
  });
});
