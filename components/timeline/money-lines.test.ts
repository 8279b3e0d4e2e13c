/** Money adds up to the bill, a line without a price says why it ends, and no label lies over another. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { LedgerRow } from "../../lib/bill/ledger";
import type { TimelineView, TurnView } from "../../lib/pipeline/analysis";
import { ENGLISH } from "../../lib/words/plain-words";
import { listMoneyLines, spreadLabels } from "./money-lines";

const turnOf = (cost: number | null, plain: number | null, lines: LedgerRow["lines"] = []): TurnView => ({
  at: 0,
  duration: 1,
  turn: 0,
  kind: "request",
  label: "next message",
  events: [],
  model: "qwen3.7-max",
  bounds: [],
  breakpoints: [],
  implicitAtBest: 0,
  ledger: {
    prompt: 10,
    read: 0,
    written: 0,
    uncached: 10,
    completion: 1,
    cost,
    costWithoutCache: plain,
    lines,
    currency: "USD",
    system: "model-studio-explicit",
    life: 0,
    reasons: [],
  },
});

const viewOf = (turns: readonly TurnView[], implicitAtBest: readonly (number | null)[]): TimelineView => ({
  playedBy: null,
  changing: [],
  turns,
  entries: [],
  totals: { read: 0, written: 0, uncached: 0, completion: 0, cost: 0, costWithoutCache: 0 },
  misses: [],
  implicitAtBest,
  costAtBest: null,
  problems: [],
});

it("adds up what each request costs", () => {
  const [laid, plain, implicit] = listMoneyLines(viewOf([turnOf(0.1, 0.3), turnOf(0.2, 0.3)], [0.3, 0.05]));
  expect(laid).toMatchObject({ sums: [0.1, 0.3], missing: null });
  expect(plain).toMatchObject({ sums: [0.3, 0.6], missing: null });
  expect(implicit).toMatchObject({ sums: [0.3, 0.35] });
  expect(ENGLISH.say(implicit?.caution ?? "")).toBe("may happen, not promised");
});

it("a line without a price ends there and says for what", () => {
  const written = { kind: "write:300", tokens: 2000, rate: null, amount: null } as const;
  const free = { kind: "read", tokens: 0, rate: null, amount: 0 } as const;
  const turns = [turnOf(0.1, 0.3), turnOf(null, 0.3, [written, free])];
  const [laid, plain, implicit] = listMoneyLines(viewOf(turns, [null, null]));
  expect(laid?.sums).toEqual([0.1]);
  expect(ENGLISH.say(laid?.missing ?? "")).toBe("no price known for written");
  expect(plain?.missing).toBeNull();
  expect(implicit?.sums).toEqual([]);
  expect(ENGLISH.say(implicit?.missing ?? "")).toBe("no price known for implicit reads");
});

it("what was not played with an implicit cache has no line for it", () => {
  expect(listMoneyLines(viewOf([turnOf(0.1, 0.3)], [])).map(({ id }) => id)).toEqual(["laid", "plain"]);
});

it("labels keep their places where there is room, and part where there is none", () => {
  const label = (at: number) => ({ at, height: 12 });
  expect(spreadLabels([label(50), label(20)], 0, 100)).toEqual([50, 20]);
  expect(spreadLabels([label(98), label(99)], 0, 100)).toEqual([82, 94]);
});

it("never puts one label over another, nor out of the strip that holds them all", () => {
  const labels = fc.array(
    fc.record({ at: fc.integer({ min: -50, max: 250 }), height: fc.integer({ min: 8, max: 30 }) }),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(labels, (drawn) => {
      const middles = spreadLabels(drawn, 0, 200);
      const boxes = drawn
        .map(({ height }, index) => ({
          from: (middles[index] ?? 0) - height / 2,
          to: (middles[index] ?? 0) + height / 2,
        }))
        .sort((a, b) => a.from - b.from);
      for (const [index, box] of boxes.entries()) {
        expect(box.from).toBeGreaterThanOrEqual(boxes[index - 1]?.to ?? 0);
        expect(box.to).toBeLessThanOrEqual(200);
      }
    }),
  );
});
