/** Each verdict from calls made up for it, and pure noise, which is no cache. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeUsage } from "../answers/decode-usage";
import { createPicker } from "../values/random";
import { inEnglish } from "../words/fixtures/in-english";
import { ENGLISH } from "../words/plain-words";
import { THRESHOLDS } from "./audit-thresholds";
import { judgeAudit } from "./judge-audit";
import type { JudgedCall } from "./judged-call";

type Kind = JudgedCall["kind"];

function usageOf(prompt: number, read: number): JudgedCall["usage"] {
  const reading = decodeUsage({
    prompt_tokens: prompt,
    completion_tokens: 4,
    prompt_tokens_details: { cached_tokens: read },
  });
  return reading.ok ? reading.usage : null;
}

const USAGES = { short: usageOf(40, 0), none: usageOf(4000, 0), read: usageOf(4000, 3900) };

interface World {
  /** Seconds to the first token; `nth` counts the calls of the kind. */
  readonly time: (kind: Kind, nth: number) => number;
  readonly reads: (kind: Kind, nth: number) => boolean;
  readonly cost?: (kind: Kind, nth: number) => number;
}

const COUNTS = { short: 5, cold: 5, warm: 15 } as const;

const makeCalls = ({ time, reads, cost }: World): JudgedCall[] =>
  (["short", "cold", "warm"] as const).flatMap((kind) =>
    Array.from({ length: COUNTS[kind] }, (_, nth): JudgedCall => {
      const firstToken = time(kind, nth);
      const usage = USAGES[kind === "short" ? "short" : reads(kind, nth) ? "read" : "none"];
      return { kind, usage, firstToken, total: firstToken + 0.1, reportedCost: cost?.(kind, nth) ?? null };
    }),
  );

/** Standard normal from two even numbers. */
function createNoise(seed: number): () => number {
  const pick = createPicker(seed);
  const even = (): number => (pick(1_000_000) + 0.5) / 1_000_000;
  return () => Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even());
}

/** Times with noise of a fifteenth around what a cache, none, or one of three makes of them. */
function play(hits: (nth: number) => boolean, noise: () => number): World["time"] {
  return (kind, nth) => {
    const isFast = kind === "short" || (kind === "warm" && hits(nth));
    return (isFast ? 0.3 : 0.6) * Math.exp(noise() * 0.066);
  };
}

const never = () => false;
const always = () => true;
const third = (nth: number) => nth % 3 === 2;
const ofWarm = (kind: Kind) => kind === "warm";

describe.each([1, 2, 3, 4, 5, 6, 7, 8])("with noise %i", (seed) => {
  it.each<[string, (nth: number) => boolean, World["reads"], string, string]>([
    ["caches, says so", always, ofWarm, "caches-and-says-so", "high"],
    ["caches, says nothing", always, never, "caches-and-does-not-say-so", "high"],
    ["caches nothing, says always", never, always, "says-so-and-does-not", "high"],
    ["caches nothing, says where it would have been", never, ofWarm, "says-so-and-does-not", "fair"],
    ["caches nothing, says nothing", never, never, "does-not-cache", "high"],
    ["scatters, says so", third, (kind, nth) => ofWarm(kind) && third(nth), "scattered", "high"],
    ["scatters, says nothing", third, never, "scattered", "fair"],
    ["caches, and says so of cold calls too", always, always, "caches-and-does-not-say-so", "fair"],
  ])("%s", (_name, hits, reads, kind, sureness) => {
    const verdict = judgeAudit(makeCalls({ time: play(hits, createNoise(seed)), reads }));
    expect(verdict).toMatchObject({ kind, sureness });
    expect(verdict.evidence.length).toBeGreaterThanOrEqual(2);
    for (const sentence of verdict.evidence) expect(ENGLISH.say(sentence)).toMatch(/^[A-Z].*[.)]$/s);
  });
});

describe("times that cannot tell", () => {
  const flat = (): number => 0.5;
  it.each<[string, Partial<World>, string, string]>([
    ["nothing said", {}, "cannot-tell", "none"],
    ["reads said: a word is no evidence", { reads: ofWarm }, "cannot-tell", "none"],
    [
      "reads said and a bill that falls",
      { reads: ofWarm, cost: (kind) => (ofWarm(kind) ? 1 : 10) },
      "caches-and-says-so",
      "fair",
    ],
    [
      "nothing said and a bill that falls",
      { cost: (kind) => (ofWarm(kind) ? 1 : 10) },
      "caches-and-does-not-say-so",
      "fair",
    ],
    ["a bill that stays", { cost: () => 10 }, "cannot-tell", "none"],
    [
      "a bill that only leaves out writing",
      { cost: (kind) => (ofWarm(kind) ? 1 : 1.25) },
      "cannot-tell",
      "none",
    ],
    ["cold calls said to read", { reads: always }, "says-so-and-does-not", "fair"],
    ["some reads", { reads: (kind, nth) => ofWarm(kind) && third(nth) }, "scattered", "fair"],
  ])("%s", (_name, world, kind, sureness) => {
    const calls = makeCalls({ time: flat, reads: never, ...world });
    expect(judgeAudit(calls)).toMatchObject({ kind, sureness });
  });
});

it("forgives a single miss and a single straggler", () => {
  const noise = createNoise(9);
  const reads = (kind: Kind, nth: number) => ofWarm(kind) && nth !== 4;
  const time = play((nth) => nth !== 4, noise);
  expect(judgeAudit(makeCalls({ time, reads })).kind).toBe("caches-and-says-so");
});

it("judges whole answers where some have no words, and reads no usage as no claim", () => {
  const calls = makeCalls({ time: play(always, createNoise(3)), reads: always }).map((call, index) => ({
    ...call,
    usage: null,
    firstToken: index === 3 ? null : call.firstToken,
  }));
  const { kind, evidence } = inEnglish(judgeAudit(calls));
  expect(kind).toBe("caches-and-does-not-say-so");
  expect(evidence[0]).toContain("whole answer");
  expect(evidence[1]).toBe("The answers have no readable usage.");
});

it("tells nothing from too few calls", () => {
  const few = makeCalls({ time: play(always, createNoise(1)), reads: ofWarm }).slice(0, 10);
  const { kind, evidence } = judgeAudit(few);
  expect([kind, evidence.length]).toEqual(["cannot-tell", 1]);
  expect(judgeAudit([]).kind).toBe("cannot-tell");
});

describe("pure noise", () => {
  const RUNS = 2000;
  const rateOf = (time: (noise: () => number) => World["time"]): number => {
    let found = 0;
    for (let seed = 0; seed < RUNS; seed++) {
      const calls = makeCalls({ time: time(createNoise(seed * 7919)), reads: never });
      const { kind } = judgeAudit(calls);
      if (kind !== "cannot-tell" && kind !== "does-not-cache") found += 1;
    }
    return found / RUNS;
  };
  // Three standard errors of a share of one in a hundred.
  const { falseCaches } = THRESHOLDS;
  const most = falseCaches + 3 * Math.sqrt((falseCaches * (1 - falseCaches)) / RUNS);

  it.each([0.05, 0.3, 1])("of width %f makes a cache no more often than stated", (width) => {
    expect(rateOf((noise) => () => 0.5 * Math.exp(noise() * width))).toBeLessThanOrEqual(most);
  });

  it.each([0.05, 0.2, 0.5])("of width %f around a prompt that takes time makes none either", (width) => {
    const time =
      (noise: () => number): World["time"] =>
      (kind) =>
        (kind === "short" ? 0.3 : 0.6) * Math.exp(noise() * width);
    expect(rateOf(time)).toBeLessThanOrEqual(most);
  });
});

it("does not depend on the order of the calls, or on the unit where differences are large", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 1, max: 50 }),
      fc.boolean(),
      (seed, factor, isHit) => {
        const calls = makeCalls({ time: play(isHit ? always : third, createNoise(seed)), reads: ofWarm });
        const verdict = judgeAudit(calls);
        expect(judgeAudit(calls.toReversed())).toEqual(verdict);
        const slower = calls.map((call) => ({
          ...call,
          firstToken: (call.firstToken ?? 0) * factor,
          total: call.total * factor,
        }));
        expect(judgeAudit(slower).kind).toBe(verdict.kind);
      },
    ),
    { numRuns: 60 },
  );
});
