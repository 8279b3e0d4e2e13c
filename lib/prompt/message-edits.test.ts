/** Messages are added, removed, copied and moved as in an array, and no other message's bytes change. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/fixtures/in-english";
import { ENGLISH } from "../words/plain-words";
import { applyEdits } from "./apply-edits";
import { memberOf, plainValue } from "./json-node";
import { parseJson } from "./json-tree";
import type { EditResult } from "./marker-edits";
import { addMessage, duplicateMessage, moveMessage, removeMessage } from "./message-edits";
import { messageIndex } from "./message-place";
import type { TextRange } from "./prompt";

function apply(text: string, result: EditResult): string {
  if (!result.ok) throw new Error(ENGLISH.say(result.reason));
  return applyEdits(text, result.edits);
}

interface Read {
  readonly texts: string[];
  readonly values: unknown[];
  readonly ranges: TextRange[];
}

/** The messages of a text, as written and as values. */
function read(text: string): Read {
  const { root } = parseJson(text);
  const array = root?.type === "array" ? root : memberOf(root, "messages");
  if (array?.type !== "array") throw new Error(text);
  return {
    texts: array.items.map((item) => text.slice(item.start, item.end)),
    values: array.items.map((item) => plainValue(item)),
    ranges: array.items.map(({ start, end }) => ({ start, end })),
  };
}

const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
};

const message = fc.record(
  { role: fc.constantFrom("user", "assistant"), content: fc.string({ unit: "binary" }) },
  { noNullPrototype: true },
);

/** Written by hand, as it were: blanks, comments and a comma at the end, anywhere JSON with comments has them. */
const gap = fc
  .array(fc.constantFrom(" ", "\n    ", "// a, b\n", "/* c, */", "\r\n", "\t"), { maxLength: 4 })
  .map((pieces) => pieces.join(""));

const byHand = (messages: readonly unknown[]) =>
  fc
    .record({
      gaps: fc.array(fc.tuple(gap, gap), { minLength: messages.length + 1, maxLength: messages.length + 1 }),
      comma: fc.boolean(),
    })
    .map(({ gaps, comma }) => {
      const items = messages.map((value, index) => {
        const [before = "", after = ""] = gaps[index] ?? [];
        const last = index === messages.length - 1;
        return `${before}${JSON.stringify(value)}${after}${!last || comma ? "," : ""}`;
      });
      return `[${items.join("")}${gaps.at(-1)?.[0] ?? ""}]`;
    });

const scene = fc
  .array(message, { minLength: 2, maxLength: 6 })
  .chain((messages) =>
    fc.record({
      messages: fc.constant(messages),
      array: fc.oneof(
        byHand(messages),
        fc.constant(JSON.stringify(messages)),
        fc.constant(JSON.stringify(messages, null, 2)),
        fc.constant(JSON.stringify(messages, null, "\t").replaceAll("\n", "\r\n")),
      ),
      bare: fc.boolean(),
      from: fc.nat({ max: messages.length - 1 }),
      to: fc.nat({ max: messages.length - 1 }),
    }),
  )
  .map(({ messages, array, bare, from, to }) => ({
    messages,
    from,
    to,
    text: bare ? array : `{"model": "m", "messages": ${array}, "stream": true}`,
    at: (index: number) => (bare ? `/${index}` : `/messages/${index}`),
  }));

const written = (text: string): string[] => read(text).texts;

describe("whatever the style, with comments anywhere", () => {
  it("moves as an array would, and no edit touches another message", () => {
    fc.assert(
      fc.property(scene, ({ text, at, from, to }) => {
        const result = moveMessage(text, at(from), to);
        const after = apply(text, result);
        expect(written(after)).toEqual(moved(written(text), from, to));
        const others = read(text).ranges.filter((_, index) => index !== from);
        const touched = (result.ok ? result.edits : []).flatMap(({ range }) =>
          others.filter((other) => range.start < other.end && other.start < range.end),
        );
        expect(touched).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
  it("removes one and leaves the others as they are written", () => {
    fc.assert(
      fc.property(scene, ({ text, at, from }) => {
        const after = apply(text, removeMessage(text, at(from)));
        expect(written(after)).toEqual(written(text).filter((_, index) => index !== from));
      }),
    );
  });
  it("duplicates one, byte by byte, behind itself", () => {
    fc.assert(
      fc.property(scene, ({ text, at, from }) => {
        const texts = written(text);
        const after = apply(text, duplicateMessage(text, at(from)));
        expect(written(after)).toEqual([...texts.slice(0, from + 1), ...texts.slice(from)]);
      }),
    );
  });
  it("adds one, and removing it gives the messages back", () => {
    fc.assert(
      fc.property(scene, fc.boolean(), ({ text, at, from }, first) => {
        const place = first ? 0 : from + 1;
        const added = apply(text, addMessage(text, first ? null : at(from), "assistant"));
        const { values } = read(added);
        expect(values[place]).toEqual({ role: "assistant", content: "" });
        const back = apply(added, removeMessage(added, at(place)));
        expect(written(back)).toEqual(written(text));
      }),
    );
  });
  it("writes plain JSON as a formatter would, so that a move leaves no trace of itself", () => {
    fc.assert(
      fc.property(scene, fc.constantFrom(undefined, 2, "\t"), ({ messages, from, to }, indent) => {
        const body = (list: readonly unknown[]): string =>
          JSON.stringify({ messages: list, model: "m" }, null, indent);
        const text = body(messages);
        expect(apply(text, moveMessage(text, `/messages/${from}`, to))).toBe(body(moved(messages, from, to)));
        const rest = messages.filter((_, index) => index !== from);
        expect(apply(text, removeMessage(text, `/messages/${from}`))).toBe(body(rest));
        const fresh = { role: "user", content: "" };
        const longer = [...messages.slice(0, from + 1), fresh, ...messages.slice(from + 1)];
        expect(apply(text, addMessage(text, `/messages/${from}`, "user"))).toBe(body(longer));
      }),
    );
  });
  it("no text and no pointer makes an edit throw", () => {
    const anything = fc.oneof(fc.string(), fc.json(), byHand([1, "two", []]));
    const pointer = fc.oneof(fc.string(), fc.constantFrom("", "/", "/0", "/messages/0", "/system"));
    fc.assert(
      fc.property(anything, pointer, fc.integer(), (text, at, to) => {
        const all = [addMessage(text, at, "user"), removeMessage(text, at), duplicateMessage(text, at)];
        for (const result of [...all, moveMessage(text, at, to)])
          if (result.ok) applyEdits(text, result.edits);
      }),
    );
  });
});

it("takes the comments of a message along: above it and behind it", () => {
  const text = `[
  // who answers
  {"role": "system", "content": "S"}, // short
  {"role": "user", "content": "Q"} // asked
]`;
  expect(apply(text, moveMessage(text, "/0", 1))).toBe(`[
  {"role": "user", "content": "Q"}, // asked
  // who answers
  {"role": "system", "content": "S"} // short
]`);
});

it("keeps a comma behind the last message where there was one", () => {
  const text = '[\n  {"role": "user"},\n  {"role": "assistant"},\n]';
  expect(apply(text, moveMessage(text, "/0", 1))).toBe('[\n  {"role": "assistant"},\n  {"role": "user"},\n]');
});

describe("the Anthropic dialect", () => {
  const text = '{"system": "S", "messages": [{"role": "user", "content": "Q"}]}';
  it("removes the system text with its property", () => {
    expect(apply(text, removeMessage(text, "/system"))).toBe(
      '{"messages": [{"role": "user", "content": "Q"}]}',
    );
  });
  it("keeps the system text in its place", () => {
    expect(inEnglish(moveMessage(text, "/system", 0))).toMatchObject({
      ok: false,
      reason: /outside the messages/,
    });
    expect(duplicateMessage(text, "/system")).toMatchObject({ ok: false });
  });
  it("adds behind the system text as the first message", () => {
    const { values } = read(apply(text, addMessage(text, "/system", "assistant")));
    expect(values).toEqual([
      { role: "assistant", content: "" },
      { role: "user", content: "Q" },
    ]);
  });
});

it.each([
  ["the only message", () => removeMessage('[{"role": "user"}]', "/0"), /only message/],
  ["a place that does not exist", () => moveMessage('[{"role": "user"}]', "/0", 4), /no place 5/],
  ["a message that does not exist", () => removeMessage('[{"role": "user"}]', "/7"), /no message at \[7\]/],
  ["a broken text", () => addMessage("[{", null, "user"), /fix it first/],
])("refuses %s in one sentence", (_, run, reason) => {
  const result = run();
  expect(result.ok ? "" : inEnglish(result.reason)).toMatch(reason);
});

it("writes a first message into an empty array", () => {
  expect(JSON.parse(apply('{"messages": []}', addMessage('{"messages": []}', null, "user")))).toEqual({
    messages: [{ role: "user", content: "" }],
  });
});

it.each([
  ["/messages/12", 12],
  ["/3", 3],
  ["/system", null],
  ["/tools/1", null],
  ["/messages/1/content", null],
])("the number of %s is %s", (pointer, index) => {
  expect(messageIndex(pointer)).toBe(index);
});
