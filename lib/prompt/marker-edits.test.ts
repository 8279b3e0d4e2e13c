/** Markers move as minimal edits, and moving one there and back leaves no trace. */

import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/fixtures/in-english";
import { ENGLISH } from "../words/plain-words";
import { applyEdits } from "./apply-edits";
import {
  addMarker,
  type EditResult,
  moveMarker,
  removeMarker,
  removeMarkers,
  toggleMarker,
} from "./marker-edits";
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

const C = '"cache_control"';

describe("adding", () => {
  it.each([
    [
      "a string, spaced",
      '[{"role": "user", "content": "x"}]',
      "/0",
      `[{"role": "user", "content": [{"type": "text", "text": "x", ${C}: {"type": "ephemeral"}}]}]`,
    ],
    [
      "a string, compact",
      '[{"role":"user","content":"x"}]',
      "/0/content",
      `[{"role":"user","content":[{"type":"text","text":"x",${C}:{"type":"ephemeral"}}]}]`,
    ],
    [
      "a system string",
      '{"system": "s", "messages": [{"role": "user", "content": "x"}]}',
      "/system",
      `{"system": [{"type": "text", "text": "s", ${C}: {"type": "ephemeral"}}], "messages": [{"role": "user", "content": "x"}]}`,
    ],
    [
      "an array that could be taken for a string",
      '[{"role": "user", "content": [{"type": "text", "text": "x"}]}]',
      "/0",
      `[{"role": "user", "content": [{"type": "text", "text": "x",${C}: {"type": "ephemeral"}}]}]`,
    ],
    [
      "the last part that can carry one",
      '[{"role": "user", "content": [{"text": "a"}, {"type": "image_url", "image_url": 1}, {"type": "thinking"}, {"text": ""}]}]',
      "/0",
      `[{"role": "user", "content": [{"text": "a"}, {"type": "image_url", "image_url": 1, ${C}: {"type": "ephemeral"}}, {"type": "thinking"}, {"text": ""}]}]`,
    ],
    [
      "a named part",
      '[{"role": "user", "content": [{ "text": "a" }, { "text": "b" }]}]',
      "/0/content/0",
      `[{"role": "user", "content": [{ "text": "a", ${C}: {"type": "ephemeral"} }, { "text": "b" }]}]`,
    ],
    [
      "several lines",
      '[{"role": "user", "content": [\n  {\n    "type": "text",\n    "text": "x" // said\n  }\n]}]',
      "/0",
      `[{"role": "user", "content": [\n  {\n    "type": "text",\n    "text": "x",\n    ${C}: {"type": "ephemeral"} // said\n  }\n]}]`,
    ],
    [
      "a trailing comma",
      '[{"role": "user", "content": [{\n\t"text" : "x",\n}]}]',
      "/0",
      `[{"role": "user", "content": [{\n\t"text" : "x",\n\t${C} : {"type": "ephemeral"},\n}]}]`,
    ],
  ])("to %s", (_, text, target, expected) => {
    const result = apply(text, addMarker(text, target));
    expect(result).toBe(expected);
    expect(apply(result, removeMarker(result, read(result).markers[0]?.pointer ?? ""))).toBe(text);
  });

  const body =
    '{"tools": [{"name": "f"}], "messages": [{"role": "user", "content": null}, {"role": "user", "content": ""}, {"role": "user", "content": [{"text": "x", "cache_control": {}}, {"type": "thinking"}, "bare"]}]}';
  it.each([
    ["/tools/0", /ignores markers on tools/],
    ["/messages/0", /no content that can carry/],
    ["/messages/1", /no content that can carry/],
    ["/messages/2/content/0", /already carries/],
    ["/messages/2/content/1", /kind \(reasoning\)/],
    ["/messages/2/content/2", /not an object/],
    ["/messages/2/content/7", /neither a message nor a part/],
    ["/messages/9", /neither a message nor a part/],
    ["/model", /neither a message nor a part/],
    ["", /neither a message nor a part/],
  ])("to %j is refused", (target, reason) => {
    expect(inEnglish(addMarker(body, target))).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
  it("to a broken text is refused", () => {
    expect(addMarker("{", "/messages/0")).toMatchObject({ ok: false });
  });
});

describe("removing", () => {
  it.each([
    [
      "first",
      `[{"role": "user", "content": [{${C}: {}, "text": "x"}]}]`,
      '[{"role": "user", "content": [{"text": "x"}]}]',
    ],
    [
      "in the middle",
      `[{"role": "user", "content": [{"type": "text", ${C}: {}, "text": "x"}]}]`,
      '[{"role": "user", "content": [{"type": "text", "text": "x"}]}]',
    ],
    ["beside a string", `[{"role": "user", "content": "x", ${C}: {}}]`, '[{"role": "user", "content": "x"}]'],
    [
      "behind a comment",
      `[{"role": "user", "content": [{"text": "x", // said\n ${C}: {} }]}]`,
      '[{"role": "user", "content": [{"text": "x" // said\n  }]}]',
    ],
    [
      "behind a comment, alone on its line",
      `[{"role": "user", "content": [{\n "text": "x", // a, b\n ${C}: {}\n}]}]`,
      '[{"role": "user", "content": [{\n "text": "x" // a, b\n}]}]',
    ],
    [
      "between comments",
      `[{"role": "user", "content": [{"type": "text", // a\n ${C}: {} /* b */, "text": "x"}]}]`,
      '[{"role": "user", "content": [{"type": "text", // a\n  /* b */ "text": "x"}]}]',
    ],
    [
      "behind a comment, with a comma",
      `[{"role": "user", "content": [{"text": "x", // a\n ${C}: {},\n}]}]`,
      '[{"role": "user", "content": [{"text": "x", // a\n}]}]',
    ],
    [
      "alone",
      `[{"role": "user", "content": [{"text": "y"}, { ${C}: {}, }]}]`,
      '[{"role": "user", "content": [{"text": "y"}, {  }]}]',
    ],
  ])("%s", (_, text, expected) => {
    expect(apply(text, removeMarker(text, read(text).markers[0]?.pointer ?? ""))).toBe(expected);
  });
  it("several, also side by side", () => {
    const text = `[{"role": "user", "content": [{${C}: {}, "prompt_cache_breakpoint": {}, "text": "x"}]}, {"role": "user", "content": [{"text": "y", ${C}: {}}]}]`;
    expect(
      apply(
        text,
        removeMarkers(
          text,
          read(text).markers.map((marker) => marker.pointer),
        ),
      ),
    ).toBe('[{"role": "user", "content": [{"text": "x"}]}, {"role": "user", "content": [{"text": "y"}]}]');
  });
  it("what is not there, or twice there, is refused", () => {
    const text = `[{"role": "user", "content": [{"text": "x", ${C}: {}, ${C}: {}}]}]`;
    expect(inEnglish(removeMarker(text, "/0/content/0/cache_control"))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/more than once/),
    });
    expect(inEnglish(removeMarker(text, "/0"))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/no marker at/),
    });
  });
});

describe("toggling", () => {
  it("twice restores the text", () => {
    const text = '{"messages": [{"role": "user", "content": "x"}]}';
    const marked = apply(text, toggleMarker(text, "/messages/0"));
    expect(read(marked).markers).toHaveLength(1);
    expect(apply(marked, toggleMarker(marked, "/messages/0"))).toBe(text);
  });
});

describe("moving", () => {
  it("takes a marker from beside a string into it", () => {
    const text = `[{"role": "user", "content": "x", ${C}: {"type": "ephemeral"}}]`;
    expect(apply(text, moveMarker(text, "/0/cache_control", "/0"))).toBe(
      `[{"role": "user", "content": [{"type": "text", "text": "x", ${C}: {"type": "ephemeral"}}]}]`,
    );
  });
  it("to its own place is refused", () => {
    const text = `[{"role": "user", "content": [{"text": "x", ${C}: {}}]}]`;
    expect(moveMarker(text, "/0/content/0/cache_control", "/0/content/0")).toMatchObject({ ok: false });
  });
});
