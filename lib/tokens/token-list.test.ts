/** What the model sees: the listed tokens are those of `encode`, and their texts make up the text. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { ENGLISH } from "../words/plain-words";
import { convertTokenizer } from "./convert-tokenizer";
import { createCounter } from "./counter";
import { loadTestCounters } from "./fixtures/load-counters";
import { makeAdded, makeTokenizer } from "./fixtures/small-tokenizer";
import type { TokenCounter } from "./token-counter";
import type { TokenList } from "./token-list";

const builtIn = loadTestCounters()(findModel("qwen3-max"));

function createSmall(): TokenCounter {
  const tokens = [makeAdded(7, "<|end|>"), makeAdded(8, "ñ", { normalized: true })];
  const converted = convertTokenizer(makeTokenizer({ added_tokens: tokens }));
  if (!converted.ok) throw new Error(ENGLISH.say(converted.reason));
  return createCounter(converted.vocabulary, converted.info.preTokenizer);
}

const fragments = fc.constantFrom(
  ..."ab \n.😀中é\u0301\ud800\udc00𓀀ñ",
  "<|im_end|>",
  "<|end|>",
  "hello",
  "n\u0303",
  "e\u0301",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
);
const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fragments }),
);

/** Spans follow one another without gaps, cover the text, and only a token of bytes may show nothing. */
function checkSpans({ text, tokens }: TokenList): void {
  let end = 0;
  for (const span of tokens) {
    expect(span.start).toBe(end);
    expect(span.text).toBe(text.slice(span.start, span.end));
    if (span.bytes === null && !span.added) expect(span.text).not.toBe("");
    end = span.end;
  }
  expect(end).toBe(text.length);
  expect(tokens.map((span) => span.text).join("")).toBe(text);
}

describe.each([
  ["built-in", builtIn],
  ["hand-made", createSmall()],
])("%s", (_name, counter) => {
  it("lists the tokens of encode, and they cover the text", () => {
    fc.assert(
      fc.property(texts, (input) => {
        const list = counter.list(input, Number.POSITIVE_INFINITY);
        expect(list.complete).toBe(true);
        expect(list.tokens.map(({ id }) => id)).toEqual(counter.encode(input));
        expect(list.text.normalize("NFC")).toBe(input.normalize("NFC"));
        expect(list.changed).toBe(!input.startsWith(list.text));
        checkSpans(list);
      }),
      { numRuns: 500 },
    );
  });

  it("lists the first tokens only, where asked to", () => {
    fc.assert(
      fc.property(texts, fc.nat(20), (input, limit) => {
        const whole = counter.list(input, Number.POSITIVE_INFINITY);
        const list = counter.list(input, limit);
        expect(list.tokens).toEqual(whole.tokens.slice(0, limit));
        expect(list.complete).toBe(whole.tokens.length <= limit);
        expect(whole.text.startsWith(list.text)).toBe(true);
        checkSpans(list);
      }),
    );
  });

  it("gives tokens that end inside a character as bytes, which together are the character", () => {
    const { tokens } = counter.list("a𓀀", 10);
    const parts = tokens.slice(1);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ bytes }) => bytes).join("")).toBe("f0938080");
    // The character is shown with the token that completes it.
    expect(parts.map(({ text }) => text)).toEqual([...parts.slice(1).map(() => ""), "𓀀"]);
  });
});

it("names the places of a text", () => {
  const { text, tokens, changed } = builtIn.list("hello e\u0301 world<|im_end|>", 10);
  expect(text).toBe("hello é world<|im_end|>");
  expect(changed).toBe(true);
  expect(tokens.map((span) => [span.text, span.start, span.end, span.added])).toEqual([
    ["hello", 0, 5, false],
    [" é", 5, 7, false],
    [" world", 7, 13, false],
    ["<|im_end|>", 13, 23, true],
  ]);
  expect(tokens.at(-1)?.id).toBe(151645);
});

it.each([0, -1, Number.NaN])("lists nothing for a limit of %s", (limit) => {
  expect(builtIn.list("hello", limit)).toEqual({ text: "", tokens: [], complete: false, changed: false });
  expect(builtIn.list("", limit)).toEqual({ text: "", tokens: [], complete: true, changed: false });
});

it("merges no more of a long text than it shows", () => {
  const list = builtIn.list("All work and no play makes a dull day. ".repeat(500_000), 5);
  expect(list).toMatchObject({ text: "All work and no play", complete: false });
});
