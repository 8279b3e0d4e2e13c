/** A placement is written into the document as one change, and then the document already has it. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { parsePrompt } from "../prompt/parse";
import type { Marker, Prompt } from "../prompt/prompt";
import { ENGLISH } from "../words/plain-words";
import { PLACEMENTS } from "./known-placements";
import { placeMarkers } from "./place-markers";
import type { Placement } from "./placement";
import { writePlacement } from "./write-placement";

function write(text: string, placement: Placement): string {
  const result = writePlacement(text, placement);
  if (!result.ok) throw new Error(ENGLISH.say(result.reason));
  return applyEdits(text, result.edits);
}

function read(text: string): Prompt {
  const { prompt } = parsePrompt(text);
  if (!prompt) throw new Error(text);
  return prompt;
}

const both: Placement = { kind: "anchors", name: "both", anchors: [{ kind: "system" }, { kind: "last" }] };
const C = '"cache_control": {"type": "ephemeral"}';

describe("writing", () => {
  it("marks chat completions, and takes other markers out", () => {
    const text = `{"messages": [{"role": "system", "content": "S"}, {"role": "user", "content": [{"type": "text", "text": "u1", ${C}}]}, {"role": "user", "content": "u2"}]}`;
    expect(write(text, both)).toBe(
      `{"messages": [{"role": "system", "content": [{"type": "text", "text": "S", ${C}}]}, {"role": "user", "content": "u1"}, {"role": "user", "content": [{"type": "text", "text": "u2", ${C}}]}]}`,
    );
  });

  it("marks the Anthropic system", () => {
    const text = '{"max_tokens": 1, "system": "S", "messages": [{"role": "user", "content": "u"}]}';
    expect(write(text, both)).toBe(
      `{"max_tokens": 1, "system": [{"type": "text", "text": "S", ${C}}], "messages": [{"role": "user", "content": [{"type": "text", "text": "u", ${C}}]}]}`,
    );
  });

  it("leaves a marker that stands right, and writes a plain one in place of another", () => {
    const odd = '"cache_control": {"type": "ephemeral", "ttl": "1h"}';
    const text = `[{"role": "system", "content": [{"text": "S", ${C}}]}, {"role": "user", "content": [{"text": "u", ${odd}}]}]`;
    expect(write(text, both)).toBe(text.replace(odd, C));
  });

  it("changes nothing as drawn, and nothing where all is right", () => {
    const text = `[{"role": "user", "content": [{"text": "u", ${C}}]}]`;
    expect(writePlacement(text, { kind: "as-drawn" })).toEqual({ ok: true, edits: [] });
    expect(writePlacement(text, both)).toEqual({ ok: true, edits: [] });
  });

  it("takes every marker out for none", () => {
    const text = `{"tools": [{"name": "f", ${C}}], "messages": [{"role": "user", "content": "u", ${C}}], ${C}}`;
    expect(read(write(text, { kind: "none" })).markers).toEqual([]);
  });

  it("refuses a broken text with a sentence", () => {
    const refused = writePlacement("{", both);
    expect(refused.ok ? "" : ENGLISH.say(refused.reason)).toMatch(/^[A-Z].*\.$/);
  });
});

const marker = fc.constantFrom(
  {},
  {},
  { cache_control: { type: "ephemeral" } },
  { cache_control: { type: "ephemeral", ttl: "1h" } },
  { prompt_cache_breakpoint: { mode: "explicit" }, cache_control: { type: "ephemeral" } },
);
const text = fc.constantFrom("a", "b", "");
const part = fc.oneof(
  fc.tuple(text, marker).map(([said, mark]) => ({ type: "text", text: said, ...mark })),
  marker.map((mark) => ({ type: "image_url", image_url: { url: "i" }, ...mark })),
);
const content = fc.oneof(text, fc.array(part, { minLength: 1, maxLength: 3 }));
const message = fc.tuple(fc.constantFrom("user", "assistant"), content, marker);
const document = fc
  .record({
    system: content,
    messages: fc.array(message, { minLength: 1, maxLength: 5 }),
    anthropic: fc.boolean(),
    indent: fc.constantFrom(0, 2),
  })
  .map(({ system, messages, anthropic, indent }) => {
    const list = messages.map(([role, said, mark]) => ({ role, content: said, ...mark }));
    const body = anthropic
      ? { max_tokens: 1, system, messages: list }
      : { messages: [{ role: "system", content: system }, ...list] };
    return JSON.stringify(body, null, indent);
  });

const show = (markers: readonly Marker[] | undefined) =>
  markers?.map(({ pointer, place, value }) => [pointer, place, value]);

it("leaves a document in which placing the markers changes none", () => {
  const placements = fc.constantFrom(...PLACEMENTS.map(({ placement }) => placement));
  fc.assert(
    fc.property(document, placements, (before, placement) => {
      const after = read(write(before, placement));
      const [placed] = placeMarkers([after], placement);
      expect(show(placed?.markers)).toEqual(show(after.markers));
      const words = ({ messages }: Prompt) => messages.map(({ parts }) => parts.map((said) => said.text));
      expect(words(after)).toEqual(words(read(before)));
    }),
    { numRuns: 300 },
  );
});
