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
