/** The simulator and a second, naive one agree on random conversations, in every cache system. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addAmounts, figureOf } from "../bill/bill";
import type { Blocks } from "../layout/blocks";
import { createPrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import { layOutSegments } from "../systems/lay-out";
import { type NaiveModel, type NaiveRequest, simulateNaively } from "./fixtures/naive-simulate";
import { type SimulationInput, simulate, type TimedRequest } from "./simulate";

const MODELS: Readonly<Record<string, NaiveModel>> = {
  "qwen3.7-max": { qwen4: false, explicitHere: true },
  "qwen3-max": { qwen4: false, explicitHere: true },
  "qwen4-max": { qwen4: true, explicitHere: true },
  // Listed for Beijing alone.
  "qwen3.7-flash": { qwen4: false, explicitHere: false },
};
const modelOf = (name: string): NaiveModel => MODELS[name] ?? { qwen4: false, explicitHere: false };

const segment = fc.record({
  id: fc.constantFrom("A", "B", "C", "D"),
  tokens: fc.constant(0),
  blocks: fc.constant(0),
});
const TOKENS: Readonly<Record<string, readonly [number, number]>> = {
  A: [1100, 1],
  B: [300, 3],
  C: [40, 12],
  D: [7, 0],
};

/** What a request does to the conversation before it. */
const change = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("append" as const),
      added: fc.array(segment, { maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      place: fc.nat(40),
      added: fc.array(segment, { maxLength: 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("trim" as const),
      place: fc.nat(40),
      added: fc.array(segment, { maxLength: 1 }),
    }),
  },
);

const step = fc.record({
  change,
  gap: fc.constantFrom(0, 0, 1, 5, 100, 299, 300, 301, 2000, 3599, 3600),
  duration: fc.constantFrom(0, 0, 2, 60, 400),
  model: fc.constantFrom("same", "same", "same", ...Object.keys(MODELS)),
  markers: fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.nat(40), { maxLength: 6 }) },
    { weight: 2, arbitrary: fc.constant("end" as const) },
  ),
  ttl: fc.constantFrom(undefined, 300 as const, 3600 as const),
  automatic: fc.boolean(),
});

const conversation: fc.Arbitrary<readonly NaiveRequest[]> = fc
  .tuple(fc.constantFrom(...Object.keys(MODELS)), fc.array(step, { minLength: 2, maxLength: 14 }))
  .map(([first, steps]) => {
    let at = 0;
    let segments: NaiveRequest["segments"] = [{ id: "A", tokens: 1100, blocks: 1 }];
    return steps.map(
      ({ change: { kind, added, ...rest }, gap, duration, model, markers, ttl, automatic }) => {
        const sized = added.map(({ id }) => {
          const [tokens = 0, blocks = 0] = TOKENS[id] ?? [];
          return { id, tokens, blocks };
        });
        const place = "place" in rest ? rest.place % segments.length : segments.length;
        segments =
          kind === "append"
            ? [...segments, ...sized]
            : [...segments.slice(0, place), ...sized, ...segments.slice(place + (kind === "edit" ? 1 : 3))];
        if (segments.length === 0) segments = [{ id: "A", tokens: 1100, blocks: 1 }];
        at += gap;
        const marked =
          markers === "end" ? [segments.length - 1] : markers.map((one) => one % segments.length);
        return {
          at,
          duration,
          model: model === "same" ? first : model,
          segments,
          markers: marked.sort((a, b) => a - b),
          tail: 6,
          ...(ttl ? { ttl } : {}),
          automatic,
        };
      },
    );
  });

/** Laid out one after the other, each sharing the cuts of the one before. */
function layOut(requests: readonly NaiveRequest[]): TimedRequest[] {
  const index = createPrefixIndex();
  let previous: Blocks | undefined;
  return requests.map(({ at, duration, model, segments, markers, tail, ttl, automatic }) => {
    const laidOut = layOutSegments(
      { model: findModel(model), modelName: model, segments, markers, tail },
      index,
      previous,
    );
    previous = laidOut.blocks;
    return {
      at,
      duration,
      completion: 0,
      ...laidOut,
      ...(ttl ? { ttl } : {}),
      ...(automatic ? { automatic } : {}),
    };
  });
}

const SETTINGS: readonly [string, Pick<SimulationInput, "implicit" | "system">][] = [
  ["explicit, implicit never", { implicit: "never" }],
  ["explicit, implicit always", { implicit: "always" }],
  ["session", { implicit: "never", system: "model-studio-session" }],
];

describe.each(SETTINGS)("%s", (_, setting) => {
  const playNaively = (requests: readonly NaiveRequest[]) =>
    simulateNaively(requests, {
      implicit: setting.implicit === "always" ? "always" : "never",
      session: setting.system === "model-studio-session",
      modelOf,
    });

  it("reads, writes and leaves the same, explained or not", () => {
    fc.assert(
      fc.property(conversation, fc.boolean(), (requests, explain) => {
        const { turns } = simulate({ requests: layOut(requests), region: "intl", explain, ...setting });
        const figures = turns.map(({ read, written, uncached }) => ({ read, written, uncached }));
        expect(figures).toEqual(playNaively(requests));
      }),
      { numRuns: 400 },
    );
  });

  it("bills what it says: lines add up to the row's figures and cost, rows to the totals", () => {
    fc.assert(
      fc.property(conversation, (requests) => {
        const { turns, totals } = simulate({
          requests: layOut(requests),
          region: "intl",
          explain: false,
          ...setting,
        });
        for (const row of turns) {
          const tokens = { read: 0, written: 0, uncached: 0, completion: 0 };
          for (const { kind, tokens: count } of row.lines) tokens[figureOf(kind) ?? "completion"] += count;
          const { read, written, uncached, completion } = row;
          expect(tokens).toEqual({ read, written, uncached, completion });
          expect(addAmounts(row.lines.map(({ amount }) => amount))).toBe(row.cost);
        }
        expect(totals.cost).toBe(addAmounts(turns.map(({ cost }) => cost)));
      }),
    );
  });

  it("does so whatever the order in which the requests are given", () => {
    fc.assert(
      fc.property(conversation, (given) => {
        const requests = given.toReversed();
        const { turns } = simulate({
          requests: layOut(requests),
          region: "intl",
          explain: false,
          ...setting,
        });
        const figures = turns.map(({ read, written, uncached }) => ({ read, written, uncached }));
        expect(figures).toEqual(playNaively(requests));
      }),
    );
  });
});

it("makes reads, misses and hours happen at all", () => {
  const seen = { reads: 0, misses: 0, hours: 0, implicit: 0 };
  for (const requests of fc.sample(conversation, 600)) {
    const { turns, entries } = simulate({ requests: layOut(requests), region: "intl", implicit: "always" });
    seen.hours += entries.filter(({ createdAt, expiresAt }) => expiresAt - createdAt >= 3600).length;
    turns.forEach(({ read, written }, index) => {
      if (read > 0) seen.reads++;
      if (read === 0 && written > 0) seen.misses++;
      if (read > 0 && requests[index]?.markers.length === 0) seen.implicit++;
    });
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
});
