/** Rows of the map: where they stand, which moment lies at which height, where waits and parallel requests are seen. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TurnView } from "../../lib/pipeline/analysis";
import type { EntryLife } from "../../lib/timeline/simulate";
import { findParallel, findWaits, layRows, listEnds } from "./lay-rows";

const turnsAt = (...starts: number[]): TurnView[] =>
  starts.map((at) => ({ at, duration: 3 }) as unknown as TurnView);

const entry = (createdBy: number, createdAt: number, expiresAt: number): EntryLife => ({
  pointer: "/messages/0",
  tokens: 2000,
  model: "qwen3.7-max",
  createdAt,
  readableAt: createdAt + 3,
  expiresAt,
  renewals: [],
  createdBy,
  readBy: [],
});

describe("waits", () => {
  const waitsOf = (turns: TurnView[], entries: EntryLife[]): number[] => [
    ...findWaits(turns, listEnds({ turns, entries })),
  ];

  it("a wait is drawn before a request that comes after the last entry has ended", () => {
    expect(waitsOf(turnsAt(0, 50, 400), [entry(0, 0, 300), entry(1, 50, 350)])).toEqual([2]);
  });

  it("none where one entry still lives, none where nothing was ever cached, none twice", () => {
    expect(waitsOf(turnsAt(0, 320), [entry(0, 0, 300), entry(0, 0, 3600)])).toEqual([]);
    expect(waitsOf(turnsAt(0, 400), [])).toEqual([]);
    expect(waitsOf(turnsAt(0, 400, 800), [entry(0, 0, 300)])).toEqual([1]);
  });

  it("what a request writes itself does not count before it", () => {
    const turns = turnsAt(0, 400);
    expect(listEnds({ turns, entries: [entry(0, 0, 300), entry(1, 400, 700)] })).toEqual([null, 300]);
  });
});

describe("requests in parallel", () => {
  it("are those that start before another has ended", () => {
    const turns = [0, 0, 1, 50, 50, 60].map((at) => ({ at, duration: 3 }));
    expect(findParallel(turns)).toEqual([
      { first: 0, last: 2 },
      { first: 3, last: 4 },
    ]);
  });
});

describe("rows", () => {
  const starts = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 }).map((gaps) => {
    let at = 0;
    return gaps.map((gap, index) => {
      at += index === 0 ? 0 : gap;
      return at;
    });
  });

  it("stand below each other, and later moments never above earlier ones", () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 100, max: 2000 }), fc.boolean(), (times, available, isWide) => {
        const turns = turnsAt(...times);
        const layout = layRows({ turns, waits: new Set([turns.length - 1]), available, isWide });
        layout.rows.forEach((row, index) => {
          expect(row.barTop).toBeGreaterThanOrEqual(row.top);
          expect(row.bottom).toBeGreaterThanOrEqual(row.barBottom);
          const next = layout.rows[index + 1];
          if (next) expect((next.wait ?? next).top).toBeGreaterThanOrEqual(row.bottom);
        });
        expect(layout.rows.at(-1)?.bottom ?? 0).toBeLessThanOrEqual(layout.height);
        const moments = times.flatMap((at) => [at, at + 1, at + 200]).toSorted((a, b) => a - b);
        const heights = moments.map(layout.yAt);
        expect(heights).toEqual(heights.toSorted((a, b) => a - b));
      }),
    );
  });

  it("those in a stretch are found, and no others", () => {
    fc.assert(
      fc.property(
        starts,
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 800 }),
        (times, top, tall) => {
          const layout = layRows({ turns: turnsAt(...times), waits: new Set(), available: 600 });
          const { first, last } = layout.rowsIn(top, top + tall);
          const touching = layout.rows.flatMap((row, index) =>
            row.bottom >= top && row.top <= top + tall ? [index] : [],
          );
          expect(
            Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset),
          ).toEqual(touching);
        },
      ),
    );
  });

  it("thirty fit into seven hundred pixels; an opened one makes room for its messages", () => {
    const turns = turnsAt(...Array.from({ length: 30 }, (_, index) => index * 10));
    expect(layRows({ turns, waits: new Set(), available: 800 }).height).toBeLessThanOrEqual(830);
    const opened = layRows({
      turns,
      waits: new Set(),
      available: 800,
      opened: new Map([
        [4, 300],
        [9, 80],
      ]),
    });
    const [place, next] = [opened.rows[4], opened.rows[5]];
    expect((place?.opened?.top ?? 0) + 300).toBeLessThanOrEqual(next?.top ?? 0);
    const [other, behind] = [opened.rows[9], opened.rows[10]];
    expect((other?.opened?.top ?? 0) + 80).toBeLessThanOrEqual(behind?.top ?? 0);
    expect(opened.rows.filter((row) => row.opened)).toHaveLength(2);
  });
});
