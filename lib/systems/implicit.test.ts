/** The implicit cache: never, or whatever an ideal one could read. */
import { describe, expect, it } from "vitest";
import type { Layout } from "../layout/layout";
import { createPrefixIndex, EMPTY_PREFIX } from "../layout/prefix-index";
import type { TokenCounter } from "../tokens/token-counter";
import { observeImplicit, openImplicit, playImplicit } from "./implicit-reads";

/** One token a character. */
const counter: TokenCounter = {
  name: "characters",
  origin: "built-in",
  count: (text) => text.length,
  encode: (text) => Array.from(text, (character) => character.charCodeAt(0)),
  list: () => ({ text: "", tokens: [], complete: true, changed: false }),
};

function layOut(chunks: string[], index: ReturnType<typeof createPrefixIndex>, withText: boolean): Layout {
  let key = EMPTY_PREFIX;
  let prefix = 0;
  const cuts = [];
  const texts = [];
  for (const text of chunks) {
    texts.push({ start: key, prefix, text });
    key = index.extend(key, text);
    prefix += text.length;
    cuts.push({ pointer: `/${cuts.length}`, key, prefix, blocks: cuts.length + 1 });
  }
  const layout = { model: "qwen3.7-max", cuts, marked: false, breakpoints: [], prompt: prefix };
  return withText ? { ...layout, chunks: texts } : layout;
}

function play(
  reads: "never" | "always",
  withText: boolean,
  ...steps: [number, number, string[]][]
): number[] {
  const index = createPrefixIndex();
  const state = openImplicit();
  return steps.map(([at, duration, chunks], order) => {
    const layout = layOut(chunks, index, withText);
    const rules = { implicit: reads, minimumImplicit: 1024 };
    const arrival = { index: order, at, duration, layout, rules, counter, explain: false };
    const { read, written } = playImplicit(state, arrival);
    observeImplicit(state, arrival);
    expect(written).toBe(0);
    return read;
  });
}

const long = (character: string, length: number) => character.repeat(length);

describe.each([true, false])("with text: %s", (withText) => {
  it.each<["never" | "always", number, string[], number]>([
    ["never", 5, [long("a", 2000), "c"], 0],
    ["always", 5, [long("a", 2000), "c"], 1920],
    ["always", 1, [long("a", 2000), "c"], 0],
    ["always", 5, [long("b", 2000), "c"], 0],
  ])("%s, at %i s", (reads, at, chunks, read) => {
    expect(play(reads, withText, [0, 2, [long("a", 2000), "b"]], [at, 2, chunks])[1]).toBe(read);
  });

  it("reads nothing below 1,024 tokens", () => {
    const readOf = (length: number) =>
      play("always", withText, [0, 1, [long("a", length), "b"]], [9, 1, [long("a", length), "c"]])[1];
    expect([readOf(1023), readOf(1024)]).toEqual([0, 1024]);
  });
});

it("ends inside a segment where text is known", () => {
  const first = [long("a", 1000), `${long("b", 400)}x`];
  const second = [long("a", 1000), `${long("b", 400)}y`];
  expect(play("always", true, [0, 1, first], [9, 1, second])[1]).toBe(1280);
  expect(play("always", false, [0, 1, first], [9, 1, second])[1]).toBe(0);
});

it("compares with every earlier request, not only the latest", () => {
  const common = long("a", 1100);
  const reads = play("always", true, [0, 1, [common, "b"]], [3, 1, [long("c", 1100)]], [9, 1, [common, "d"]]);
  expect(reads).toEqual([0, 0, 1024]);
});
