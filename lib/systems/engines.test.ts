/** Engines read what their documentation and source code say, and refuse what their memory cannot hold. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import type { SystemOptions } from "./comparable";
import { ENGINES } from "./engines";
import { conversations, listTokens, playShort } from "./fixtures/play-segments";

function engineOf(id: string) {
  const engine = ENGINES.find((one) => one.id === id);
  if (!engine) throw new Error(`No engine ${id}.`);
  return engine;
}

const play = (id: string, options: SystemOptions, prompts: readonly string[]) =>
  playShort(
    engineOf(id),
    options,
    prompts.map((prompt, at) => [at, prompt]),
  );

const SHARED = ["A:100 B:50", "A:100 C:50", "A:100"];
const SINGLES = [
  "1:1 2:1 3:1",
  "1:1 2:1 3:1",
  "1:1 2:1 4:1 5:1",
  "1:1 2:1 4:1 5:1 6:1 7:1",
  "8:1 9:1 10:1 11:1 12:1",
];

describe("reads by engine", () => {
  it.each<[string, SystemOptions, string[], number[]]>([
    ["vllm", { block: 4, capacity: 40 }, ["A:10 B:2 C:3", "A:10 X:4", "A:10 B:2 Y:17"], [0, 8, 12]],
    ["vllm", {}, ["A:1024", "A:1024", "A:1024 b:1"], [0, 1008, 1024]],
    ["vllm", { block: 528 }, ["A:1000", "A:1000"], [0, 528]],
    ["vllm", { block: 2096 }, ["A:2000", "A:2000"], [0, 0]],
    ["vllm", {}, ["A:40 B:60", "A:40 C:60"], [0, 32]],
    ["vllm", {}, ["saltA:64", "saltB:64", "saltA:64"], [0, 0, 48]],
    ["sglang", {}, [...SINGLES, "1:1 2:1 3:1 13:1 14:1"], [0, 2, 2, 4, 0, 3]],
    ["sglang", { capacity: 10 }, ["s:3 x:2", "s:3 y:2", "z:4", "s:3 x:2"], [0, 3, 0, 3]],
    ["sglang", { capacity: 10 }, ["s:3 x:2", "s:3 y:2", "z:4", "s:3 y:2 w:1"], [0, 3, 0, 5]],
    ["sglang", { page: 16 }, SHARED, [0, 96, 96]],
    ["sglang", {}, SHARED, [0, 100, 99]],
    ["sglang", { page: 64 }, SHARED, [0, 64, 64]],
    ["sglang", { capacity: 13 }, ["a:4 b:3", "c:4", "a:4 d:3", "a:4 b:3 e:1"], [0, 0, 4, 7]],
    ["tensorrt-llm", {}, SHARED, [0, 100, 99]],
    ["tensorrt-llm", { partial: false }, SHARED, [0, 96, 96]],
    [
      "lmcache",
      {},
      ["A:1000 x:9", "A:1000 y:9", "B:5000", "B:5000", "C:500", "C:500"],
      [0, 768, 0, 4864, 0, 256],
    ],
    ["lmcache", {}, ["A:1024", "A:1024"], [0, 1023]],
  ])("%s %j %j", (id, options, prompts, reads) => {
    expect(play(id, options, prompts).map(({ read }) => read)).toEqual(reads);
  });
});

it("refuses what does not fit, which leaves nothing behind", () => {
  const [kept, refused, again] = play("vllm", { capacity: 100 }, ["A:96", "A:96 b:4", "A:96"]);
  expect(kept?.refused).toBeUndefined();
  expect(refused).toMatchObject({ read: 0, written: [] });
  expect(ENGLISH.say(refused?.refused ?? "")).toBe(
    "The prompt takes 7 blocks of 16 tokens; the memory holds 6.",
  );
  expect(again?.read).toBe(80);
  const [, tooLong] = play("sglang", { page: 16, capacity: 100 }, ["A:96", "A:97"]);
  expect(ENGLISH.say(tooLong?.refused ?? "")).toMatch(/112 tokens in whole pages; the memory holds 96/);
});

it("says why it read what it read", () => {
  const played = play("vllm", { capacity: 64 }, ["A:32", "A:32 B:1", "F:8 C:2", "D:64", "A:32 E:1"]);
  expect(played.map(({ facts }) => facts.map(({ code }) => code))).toEqual([
    ["first_write"],
    ["hit", "messages_changed"],
    ["first_write"],
    ["first_write"],
    ["evicted", "messages_changed"],
  ]);
  const [, short] = play("vllm", {}, ["A:8 B:9", "A:8 C:9"]);
  expect(short?.facts.map((fact) => ({ ...fact, message: ENGLISH.say(fact.message) }))).toEqual([
    { code: "below_minimum", message: "The first 8 tokens are known, which fills no block of 16." },
    {
      code: "messages_changed",
      message: "After 8 tokens it differs from all earlier prompts.",
      pointer: "/segments/1",
    },
  ]);
});

it("reads in a memory that is large enough as in one without an end", () => {
  fc.assert(
    fc.property(conversations(20), fc.integer({ min: 1, max: 4 }), (prompts, unit) => {
      for (const [id, name] of [
        ["vllm", "block"],
        ["sglang", "page"],
      ] as const) {
        const reads = (options: SystemOptions) =>
          play(id, { [name]: unit, ...options }, prompts).map(({ read }) => read);
        expect(reads({ capacity: 1_000_000 })).toEqual(reads({}));
      }
    }),
  );
});

it("reads all that a prompt has in common with an earlier one, in its own steps", () => {
  const floor = (tokens: number, unit: number) => tokens - (tokens % unit);
  const cases: [string, SystemOptions, (common: number, most: number) => number][] = [
    ["vllm", { block: 3 }, (common, most) => floor(Math.min(common, most), 3)],
    ["sglang", { page: 2 }, (common, most) => floor(Math.min(common, most), 2)],
    ["tensorrt-llm", { block: 4 }, (common, most) => Math.min(common, most)],
    ["tensorrt-llm", { block: 4, partial: false }, (common, most) => floor(Math.min(common, most), 4)],
    ["lmcache", { chunk: 5 }, (common, most) => Math.min(floor(common, 5), most)],
  ];
  fc.assert(
    fc.property(conversations(20), (prompts) => {
      const all = prompts.map(listTokens);
      const longest = all.map((tokens, index) => {
        const shared = all.slice(0, index).map((other) => {
          const parting = tokens.findIndex((token, place) => token !== other[place]);
          return parting < 0 ? tokens.length : parting;
        });
        return Math.max(0, ...shared);
      });
      for (const [id, options, readOf] of cases) {
        const reads = play(id, options, prompts).map(({ read }) => read);
        expect(reads).toEqual(longest.map((common, index) => readOf(common, (all[index]?.length ?? 0) - 1)));
      }
    }),
  );
});

it("never reads the last token, nor more than an earlier prompt had", () => {
  fc.assert(
    fc.property(conversations(15), fc.integer({ min: 1, max: 60 }), (prompts, capacity) => {
      const known = new Set<string>();
      const runs = ENGINES.map(({ id }) =>
        play(id, id === "vllm" || id === "sglang" ? { capacity } : {}, prompts),
      );
      for (const [index, prompt] of prompts.entries()) {
        const tokens = listTokens(prompt);
        for (const played of runs) {
          const read = played[index]?.read ?? -1;
          expect(read).toBeGreaterThanOrEqual(0);
          expect(read).toBeLessThan(tokens.length);
          if (read > 0) expect(known).toContain(tokens.slice(0, read).join());
          expect(played[index]?.written).toEqual([]);
        }
        for (let end = 1; end <= tokens.length; end++) known.add(tokens.slice(0, end).join());
      }
    }),
    { numRuns: 50 },
  );
});
