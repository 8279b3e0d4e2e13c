/** What holds for every simulation, whatever the requests. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import { sharePrefix } from "../reasons/first-difference";
import { layOutSegments } from "../systems/lay-out";
import { ENGLISH } from "../words/plain-words";
import { simulate, type TimedRequest } from "./simulate";

interface Sketch {
  readonly at: number;
  readonly duration: number;
  readonly model: string;
  readonly segments: readonly string[];
  readonly markers: readonly number[];
}

/** Few names and times, so that prefixes are often shared and lives often end. */
const sketch: fc.Arbitrary<Sketch> = fc
  .record({
    at: fc.integer({ min: 0, max: 900 }),
    duration: fc.constantFrom(0, 2, 60, 400),
    model: fc.constantFrom("qwen3.7-max", "qwen3-max"),
    segments: fc.array(fc.constantFrom("A", "B", "C"), { minLength: 1, maxLength: 30 }),
  })
  .chain((request) =>
    fc
      .array(fc.nat(request.segments.length - 1), { maxLength: 6 })
      .map((markers) => ({ ...request, markers: markers.sort((a, b) => a - b) })),
  );
const sketches = fc.array(sketch, { minLength: 1, maxLength: 12 });

const TOKENS: Readonly<Record<string, number>> = { A: 1100, B: 300, C: 40 };

function layOut(requests: readonly Sketch[]): TimedRequest[] {
  const index = createPrefixIndex();
  return requests.map(({ at, duration, model, segments, markers }) => {
    const sizes = segments.map((id) => ({ id, tokens: TOKENS[id] ?? 0, blocks: 1 }));
    const laidOut = layOutSegments(
      { model: findModel(model), modelName: model, segments: sizes, markers, tail: 4 },
      index,
    );
    return { at, duration, completion: 7, ...laidOut };
  });
}

const play = (requests: readonly TimedRequest[], implicit: "never" | "always" = "always") =>
  simulate({ requests, region: "intl", implicit });

describe("every ledger", () => {
  it("adds up: read + written + uncached = prompt, none negative, cost from 0", () => {
    fc.assert(
      fc.property(sketches, (given) => {
        const { turns, totals } = play(layOut(given));
        expect(turns).toHaveLength(given.length);
        for (const { read, written, uncached, prompt, cost, costWithoutCache } of turns) {
          expect(read + written + uncached).toBe(prompt);
          expect(Math.min(read, written, uncached, cost ?? 0, costWithoutCache ?? 0)).toBeGreaterThanOrEqual(
            0,
          );
        }
        const input = totals.read + totals.written + totals.uncached;
        expect(input).toBe(turns.reduce((sum, { prompt }) => sum + prompt, 0));
      }),
    );
  });

  it("reads no more than is in common with an earlier request to the same model that has ended", () => {
    fc.assert(
      fc.property(sketches, (given) => {
        const requests = layOut(given);
        const { turns } = play(requests);
        requests.forEach(({ at, layout }, index) => {
          const ended = requests.filter(
            (other) =>
              other.layout.model === layout.model && other.at + other.duration <= at && other.at <= at,
          );
          const common = ended.map((other) =>
            other === requests[index] ? 0 : sharePrefix(layout, other.layout).tokens,
          );
          expect(turns[index]?.read).toBeLessThanOrEqual(Math.max(0, ...common));
        });
      }),
    );
  });

  it("reads from live entries only, as their lives say", () => {
    fc.assert(
      fc.property(sketches, (given) => {
        const requests = layOut(given);
        const { entries, turns } = play(requests, "never");
        for (const { readBy, readableAt, tokens, createdAt, createdBy } of entries) {
          expect(requests[createdBy]?.at).toBe(createdAt);
          for (const reader of readBy) {
            expect(requests[reader]?.at).toBeGreaterThanOrEqual(readableAt);
            expect(turns[reader]?.read).toBe(tokens);
          }
        }
        const reads = turns.filter(({ read }) => read > 0).length;
        expect(entries.flatMap(({ readBy }) => readBy)).toHaveLength(reads);
      }),
    );
  });

  it("reads at least as much when the same request comes again within five minutes", () => {
    fc.assert(
      fc.property(sketches, sketch, (given, last) => {
        const first = { ...last, at: 1000, duration: 2 };
        const turns = play(layOut([...given, first, { ...first, at: 1100 }]), "never").turns;
        const [once, again] = turns.slice(-2);
        expect(again?.read).toBeGreaterThanOrEqual(once?.read ?? 0);
        expect(again?.written).toBe(0);
        expect(again?.read).toBe((once?.read ?? 0) + (once?.written ?? 0));
      }),
    );
  });

  it("explains every request, and gives reports in the order given", () => {
    fc.assert(
      fc.property(sketches, (given) => {
        const { turns } = play(layOut(given));
        for (const { reasons } of turns) {
          expect(reasons.length).toBeGreaterThan(0);
          for (const { message } of reasons) expect(ENGLISH.say(message)).toMatch(/^[A-Z].*\.$/);
        }
        const shuffled = [...given].reverse();
        const distinct = new Set(given.map(({ at }) => at)).size === given.length;
        if (distinct) {
          const figures = play(layOut(shuffled)).turns.map(({ read, written }) => [read, written]);
          expect(figures.reverse()).toEqual(turns.map(({ read, written }) => [read, written]));
        }
      }),
    );
  });
});

describe("what cannot be priced", () => {
  const one: Sketch = { at: 0, duration: 1, model: "qwen3.7-max", segments: ["A"], markers: [0] };

  it("leaves the cost open and says why", () => {
    const { turns, totals } = simulate({ requests: layOut([one]), region: "us", implicit: "never" });
    expect(turns[0]).toMatchObject({ cost: null, costWithoutCache: null });
    const reason = turns[0]?.reasons.at(-1);
    expect([reason?.code, ENGLISH.say(reason?.message ?? "")]).toEqual([
      "price_unknown",
      "No price is known for uncached input and completion of qwen3.7-max in Virginia at 1,104 tokens of input.",
    ]);
    expect(totals).toMatchObject({ cost: null, currency: null, uncached: 1104 });
  });

  it("names the currency of what it adds", () => {
    expect(play(layOut([one])).totals).toMatchObject({ currency: "USD" });
    const cn = simulate({ requests: layOut([one]), region: "cn", implicit: "never" });
    expect(cn.totals.currency).toBe("CNY");
  });
});
