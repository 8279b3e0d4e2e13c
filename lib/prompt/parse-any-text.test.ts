/** Whatever the text, reading it gives an answer, and every range cuts out what it names. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/fixtures/in-english";
import { parsePrompt } from "./parse";

const marker = { type: "ephemeral" };

describe("never throws", () => {
  it("on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        parsePrompt(text);
      }),
    );
  });
  it.each([
    ["[".repeat(100_000)],
    ['{"a":'.repeat(100_000)],
    ["{".repeat(100_000)],
    [`[${"[".repeat(600)}${"]".repeat(600)}]`],
  ])("on deep nesting %#", (text) => {
    const { prompt, errors } = parsePrompt(text);
    expect(prompt).toBeNull();
    expect(errors).toHaveLength(1);
  });
  it("on 20 MB", () => {
    const { prompt } = parsePrompt(
      JSON.stringify([{ role: "user", content: `${"é".repeat(99)}\n`.repeat(200_000) }]),
    );
    expect(prompt?.messages[0]?.parts[0]?.text).toHaveLength(20_000_000);
  });
});

const part = fc.oneof(
  fc.record({ type: fc.constant("text"), text: fc.string({ unit: "binary" }) }),
  fc.record({ type: fc.constant("text"), text: fc.string(), cache_control: fc.constant(marker) }),
  fc.record({
    type: fc.constantFrom("image_url", "tool_use", "tool_result", "thinking"),
    content: fc.string(),
    input: fc.jsonValue(),
  }),
  fc.jsonValue(),
);
const message = fc.record(
  {
    role: fc.constantFrom("system", "user", "assistant", "tool", "x"),
    content: fc.oneof(fc.string({ unit: "binary" }), fc.array(part), fc.jsonValue()),
  },
  { requiredKeys: [] },
);
const document = fc
  .tuple(
    fc.array(fc.oneof({ weight: 9, arbitrary: message }, { weight: 1, arbitrary: fc.jsonValue() })),
    fc.dictionary(fc.string(), fc.jsonValue()),
    fc.constantFrom(0, 2, "\t"),
    fc.boolean(),
  )
  .map(([messages, rest, indent, bare]) =>
    JSON.stringify(bare ? messages : { ...rest, messages }, null, indent),
  );

describe("ranges", () => {
  it("cut out exactly the value a pointer names", () => {
    fc.assert(
      fc.property(document, (text) => {
        const { prompt, errors } = parsePrompt(text);
        const whole = JSON.parse(text);
        const spans = [
          ...errors,
          ...(prompt?.messages ?? []),
          ...(prompt?.tools ?? []),
          ...(prompt?.messages ?? []).flatMap((m) => m.parts),
        ];
        for (const { pointer, range } of spans) {
          expect(JSON.parse(text.slice(range.start, range.end))).toEqual(at(whole, pointer));
        }
        for (const { pointer, range } of prompt?.markers ?? []) {
          const property = JSON.parse(`{${text.slice(range.start, range.end)}}`);
          expect(Object.values(property)).toEqual([at(whole, pointer)]);
        }
      }),
    );
  });
  it("of errors lie inside mutated JSON", () => {
    fc.assert(
      fc.property(
        document,
        fc.nat(),
        fc.nat(6),
        fc.constantFrom("", ",", '"', "}", "[", "None", "\n", "\\", "//", "\u0000"),
        (text, at, cut, put) => {
          const start = at % (text.length + 1);
          const mutated = text.slice(0, start) + put + text.slice(start + cut);
          const { prompt, errors } = parsePrompt(mutated);
          if (!prompt) expect(errors.length).toBeGreaterThan(0);
          for (const { range, message } of errors) {
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeGreaterThanOrEqual(range.start);
            expect(range.end).toBeLessThanOrEqual(mutated.length);
            expect(inEnglish(message)).toMatch(/\.$/);
          }
        },
      ),
    );
  });
});

function at(value: unknown, pointer: string): unknown {
  let node = value;
  for (const step of pointer.split("/").slice(1)) {
    node = (node as Record<string, unknown>)[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return node;
}
