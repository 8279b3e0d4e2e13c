/** What the session cache, Qwen4 and drawn implicit reads do differently, and what each is billed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import { layOutSegments } from "../systems/lay-out";
import { ENGLISH } from "../words/plain-words";
import { type SimulationInput, simulate, type TimedRequest } from "./simulate";
import { simulateRange } from "./simulate-range";

/** `[at, "A:2000 B:500", markers, more?]` */
type Step = [number, string, number[], Pick<TimedRequest, "ttl" | "automatic">?];

function layOut(modelName: string, steps: readonly Step[]): TimedRequest[] {
  const index = createPrefixIndex();
  const model = findModel(modelName);
  return steps.map(([at, text, markers, more = {}]) => {
    const segments = text.split(" ").map((segment) => {
      const [id = "", tokens] = segment.split(":");
      return { id, tokens: Number(tokens), blocks: 1 };
    });
    const laidOut = layOutSegments({ model, modelName, segments, markers, tail: 6 }, index);
    return { at, duration: 1, completion: 0, ...laidOut, ...more };
  });
}

const play = (modelName: string, steps: readonly Step[], more: Partial<SimulationInput> = {}) =>
  simulate({ requests: layOut(modelName, steps), region: "intl", implicit: "never", ...more });
const figuresOf = (...given: Parameters<typeof play>) =>
  play(...given).turns.map(({ read, written, uncached }) => [read, written, uncached]);

describe("a session", () => {
  const session = { system: "model-studio-session" } as const;

  it("has a breakpoint at the end of each input, without any marker", () => {
    const steps: Step[] = [
      [0, "A:1305", []],
      [30, "A:1305 B:213", []],
      [340, "A:1305 B:213 C:100", []],
    ];
    expect(figuresOf("qwen3.5-plus", steps, session)).toEqual([
      [0, 1305, 6],
      [1305, 213, 6],
      [0, 1618, 6],
    ]);
    expect(
      play("qwen3-max", steps, session).turns.map(({ reasons }) => reasons.map(({ code }) => code)),
    ).toEqual([["first_write"], ["hit", "first_write"], ["expired"]]);
  });

  it("takes no notice of markers", () => {
    const steps: Step[] = [
      [0, "A:2000 B:500", [0]],
      [9, "A:2000 C:500", [0]],
    ];
    expect(figuresOf("qwen3-max", steps, session)).toEqual([
      [0, 2500, 6],
      [0, 2500, 6],
    ]);
  });

  it("keeps nothing below 1,024 tokens, and says so", () => {
    const { turns } = play("qwen3-max", [[0, "A:1023", [0]]], session);
    expect(turns).toMatchObject([{ written: 0, uncached: 1029, reasons: [{ code: "below_minimum" }] }]);
  });

  it("is billed at the implicit price where the region has no explicit cache for the model", () => {
    const steps: Step[] = [
      [0, "A:1000000", []],
      [9, "A:1000000 B:10", []],
    ];
    // Its explicit cache is listed for Beijing alone.
    const there = play(
      "qwen3.7-plus",
      steps.map(([at, , markers]) => [at, "A:200000", markers]),
      session,
    );
    expect(there.turns.map(({ read, written }) => [read, written])).toEqual([
      [0, 0],
      [200000, 0],
    ]);
    expect(there.turns[1]?.cost).toBeCloseTo(0.2 * 0.08 + (6 * 0.4) / 1e6, 9);
    expect(there.turns[0]?.reasons[0]).toMatchObject({ code: "first_write" });
    const here = play("qwen3.7-plus", steps, { ...session, region: "cn" });
    expect(here.turns.map(({ read, written }) => [read, written])).toEqual([
      [0, 1000000],
      [1000000, 10],
    ]);
  });
});

describe("Qwen4", () => {
  it.each<[string, Step[], number[]]>([
    [
      "five minutes by default",
      [
        [0, "A:2000", [0]],
        [300, "A:2000", [0]],
      ],
      [0, 0],
    ],
    [
      "an hour where asked",
      [
        [0, "A:2000", [0], { ttl: 3600 }],
        [3599, "A:2000", [0]],
      ],
      [0, 2000],
    ],
    [
      "no more than an hour",
      [
        [0, "A:2000", [0], { ttl: 3600 }],
        [3600, "A:2000", [0]],
      ],
      [0, 0],
    ],
    [
      "the life of the request that reads",
      [
        [0, "A:2000", [0]],
        [200, "A:2000", [0], { ttl: 3600 }],
        [3700, "A:2000", [0]],
      ],
      [0, 2000, 2000],
    ],
    [
      "also where that is shorter",
      [
        [0, "A:2000", [0], { ttl: 3600 }],
        [200, "A:2000", [0]],
        [600, "A:2000", [0]],
      ],
      [0, 2000, 0],
    ],
  ])("%s", (_, steps, reads) => {
    expect(play("qwen4-max", steps).turns.map(({ read }) => read)).toEqual(reads);
  });

  it("bills an hour at its own price", () => {
    const costOf = (ttl: 300 | 3600) =>
      play("qwen4-max", [[0, "A:500000", [0], { ttl }]]).turns[0]?.cost ?? 0;
    expect(costOf(300)).toBeCloseTo(1.875 / 2 + (6 * 1.5) / 1e6, 9);
    expect(costOf(3600)).toBeCloseTo(1.5 + (6 * 1.5) / 1e6, 9);
  });

  it("places a breakpoint at the end where asked, beside the markers", () => {
    const grown: Step[] = [
      [0, "A:2000 q:50", [], { automatic: true }],
      [9, "A:2000 q:50 a:20 r:30", [], { automatic: true }],
      [18, "A:2000 x:9", [0], { automatic: true }],
      [20, "A:2000 y:9", [0], { automatic: true }],
    ];
    expect(figuresOf("qwen4-max", grown)).toEqual([
      [0, 2050, 6],
      [2050, 50, 6],
      [0, 2009, 6],
      [2000, 9, 6],
    ]);
    expect(figuresOf("qwen3.7-max", [[0, "A:2000", [], { automatic: true }]])).toEqual([[0, 0, 2006]]);
  });

  it("says what a read did, and why an automatic breakpoint made no entry", () => {
    const steps: Step[] = [
      [0, "A:2000", [0]],
      [9, "A:2000", [0], { ttl: 3600 }],
      [12, "B:500", [], { automatic: true }],
    ];
    const messages = play("qwen4-max", steps).turns.map(({ reasons }) =>
      ENGLISH.say(reasons.at(-1)?.message ?? ""),
    );
    expect(messages[1]).toMatch(/it lives an hour from here on\.$/);
    expect(messages[2]).toMatch(/500 tokens, too short/);
  });
});

describe("implicit reads", () => {
  const same: Step[] = Array.from({ length: 40 }, (_, order): Step => [order * 5, "A:2000 q:10", []]);

  it("are drawn, each between none and all, and the same again with the same seed", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (probability, seed) => {
        const reads = () =>
          play("qwen3.7-max", same, { implicit: { probability, seed } }).turns.map(({ read }) => read);
        const drawn = reads();
        expect(drawn).toEqual(reads());
        const all = play("qwen3.7-max", same, { implicit: "always" }).turns.map(({ read }) => read);
        for (const [index, read] of drawn.entries()) expect([0, all[index]]).toContain(read);
        if (probability === 0) expect(Math.max(...drawn)).toBe(0);
      }),
      { numRuns: 30 },
    );
    const sure = play("qwen3.7-max", same, { implicit: { probability: 1, seed: 9 } });
    expect(sure.totals.read).toBe(39 * 1920);
  });

  it("tell what a read that was not drawn would have read", () => {
    const { turns } = play("qwen3.7-max", same, { implicit: { probability: 0, seed: 1 } });
    const told = turns[1]?.reasons.map((reason) => ({ ...reason, message: ENGLISH.say(reason.message) }));
    expect(told).toContainEqual({
      code: "implicit_not_promised",
      message: "1,920 tokens could have been read; with a probability of 0 % no read was drawn.",
      tokens: 1920,
    });
  });

  it("give a range that holds every draw", () => {
    const input = { requests: layOut("qwen3.7-max", same), region: "intl", implicit: "never" } as const;
    const { low, high } = simulateRange(input);
    const drawn = simulate({ ...input, implicit: { probability: 0.5, seed: 3 } }).totals;
    expect([low.read, high.read]).toEqual([39 * 1920, 0]);
    expect(drawn.cost).toBeGreaterThan(low.cost ?? Number.NaN);
    expect(drawn.cost).toBeLessThan(high.cost ?? Number.NaN);
  });

  it.each([
    ["2026-08-26", 256],
    ["2026-08-27", 0],
    [undefined, 0],
  ])("on %s read %i of 300 tokens in common", (on, read) => {
    const steps: Step[] = [
      [0, "A:300 q:1", []],
      [9, "A:300 r:1", []],
    ];
    const more = { implicit: "always", ...(on ? { on } : {}) } as const;
    expect(play("qwen3.7-max", steps, more).turns[1]?.read).toBe(read);
  });
});

describe("without explanations", () => {
  it("gives the same figures and entries, and no reasons", () => {
    const steps: Step[] = [
      [0, "A:2000 B:100", [0, 1]],
      [9, "A:2000 C:100", [0, 1]],
      [18, "A:2000 C:100", []],
      [400, "A:2000 C:100", [1]],
    ];
    const told = play("qwen3.7-max", steps);
    const untold = play("qwen3.7-max", steps, { explain: false });
    expect(untold.turns).toEqual(told.turns.map((turn) => ({ ...turn, reasons: [] })));
    expect(untold.entries).toEqual(told.entries);
    expect(untold.totals).toEqual(told.totals);
  });
});

describe("the tokens a miss cost", () => {
  it.each<[string, Step[], [string, number | undefined][]]>([
    [
      "expired",
      [
        [0, "A:2000", [0]],
        [400, "A:2000 B:9", [1]],
      ],
      [["expired", 2000]],
    ],
    [
      "beyond what was read",
      [
        [0, "A:2000 B:500", [1]],
        [200, "A:2000 B:9", [0]],
        [310, "A:2000 B:500", [0, 1]],
      ],
      [
        ["hit", undefined],
        ["expired", 500],
      ],
    ],
    [
      "no marker",
      [
        [0, "A:2000", [0]],
        [9, "A:2000", []],
      ],
      [
        ["no_marker", 2000],
        ["implicit_not_promised", undefined],
      ],
    ],
    [
      "other content",
      [
        [0, "A:2000", [0]],
        [9, "B:2000", [0]],
      ],
      [["messages_changed", undefined]],
    ],
  ])("%s", (_, steps, told) => {
    const reasons = play("qwen3.7-max", steps).turns.at(-1)?.reasons ?? [];
    expect(reasons.map(({ code, tokens }) => [code, tokens])).toEqual(told);
  });
});

it("bills by the user's own prices", () => {
  const prices = [{ model: "qwen3.7-max", region: "us", input: 10, output: 20, create5m: 12 }] as const;
  const { totals, turns } = play("qwen3.7-max", [[0, "A:1000000", [0]]], { region: "us", prices });
  expect(totals).toMatchObject({ currency: "USD" });
  expect(totals.cost).toBeCloseTo(12 + 60 / 1e6, 9);
  expect(turns[0]?.reasons.map(({ code }) => code)).toEqual(["first_write"]);
});
