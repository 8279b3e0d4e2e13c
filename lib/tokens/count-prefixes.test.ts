/** Prefixes counted together have the counts they have one by one. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { countPrefixes } from "./count-prefixes";
import { loadTestCounters } from "./fixtures/load-counters";

const counterFor = loadTestCounters();
const units = fc.constantFrom(
  ..."aZ1 \n\r\t'.,-<>|中。，é\u0301\u093f\u00a0\u0085\ufeff\u3000",
  "😀",
  "\ud83d",
  "<|im_end|>",
  "<think>",
  "'s",
  "\r\n",
);

it.each(["qwen3-max", "qwen3.7-max"])("holds for any text and any ends, %s", (name) => {
  const counter = counterFor(findModel(name));
  fc.assert(
    fc.property(
      fc.string({ unit: units, maxLength: 60 }),
      fc.array(fc.nat(60), { maxLength: 8 }),
      (text, some) => {
        const ends = some.map((end) => Math.min(end, text.length)).toSorted((a, b) => a - b);
        expect(countPrefixes(counter, text, ends)).toEqual(
          ends.map((end) => counter.count(text.slice(0, end))),
        );
      },
    ),
    { numRuns: 20_000 },
  );
});

it.each(["qwen3-max", "qwen3.7-max"])("holds in a single walk over any text too, %s", (name) => {
  const counter = counterFor(findModel(name));
  fc.assert(
    fc.property(
      fc.string({ unit: units, maxLength: 60 }),
      fc.array(fc.nat(60), { maxLength: 8 }),
      (text, some) => {
        const ends = some.map((end) => Math.min(end, text.length)).toSorted((a, b) => a - b);
        expect(counter.countEnds?.(text, ends)).toEqual(ends.map((end) => counter.count(text.slice(0, end))));
      },
    ),
    { numRuns: 20_000 },
  );
});

/** Words without a blank, as of which a text may be one piece as a whole. */
const syllables = fc.constantFrom(
  ..."abcdeistnr",
  "tion",
  "ing",
  "中",
  "国",
  "的",
  "д",
  "я",
  "ä",
  "!",
  "=",
  "-",
  "\n",
  " ",
  "    ",
  "\t",
  "😀",
  "1",
);

it.each(["qwen3-max", "qwen3.7-max"])("holds where one piece grows from end to end, %s", (name) => {
  const counter = counterFor(findModel(name));
  fc.assert(
    fc.property(
      fc.uniqueArray(syllables, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(3), { minLength: 50, maxLength: 400 }),
      (few, order) => {
        const parts = order.map((index) => few[index % few.length] ?? "");
        const text = parts.join("");
        let at = 0;
        const ends = parts.map((part) => {
          at += part.length;
          return at;
        });
        expect(counter.countEnds?.(text, ends)).toEqual(ends.map((end) => counter.count(text.slice(0, end))));
      },
    ),
    { numRuns: 60 },
  );
});

it("looks at no more text than there is, many times over, however many ends there are", () => {
  const counter = counterFor(findModel("qwen3.7-max"));
  let units = 0;
  const counting = {
    ...counter,
    count: (text: string) => {
      units += text.length;
      return counter.count(text);
    },
  };
  for (const part of ["<|vision_start|><|image_pad|><|vision_end|>", "word", "t1", "\n", "    ", "的"]) {
    const text = part.repeat(4_000);
    const ends = Array.from({ length: 3_999 }, (_, order) => (order + 1) * part.length);
    units = 0;
    const counts = countPrefixes(counting, text, ends);
    expect(units).toBeLessThan(6 * text.length + 10_000);
    expect(counts).toHaveLength(ends.length);
    expect(counts.at(-1)).toBe(counter.count(text.slice(0, ends.at(-1))));
  }
});
