/** Pings pay, do not pay, or cannot be judged; each time a sentence says why. */
import { describe, expect, it } from "vitest";
import type { KeepAliveRow } from "../../lib/timeline/keep-alive";
import { ENGLISH } from "../../lib/words/plain-words";
import { findCheapest, judgePings } from "./judge-pings";

const rowsOf = (costs: readonly (number | null)[], tokens = 2000): KeepAliveRow[] =>
  costs.map((cost, pings) => ({ pings, sent: pings, cost, read: tokens, written: tokens }));

describe("the cheapest number of pings", () => {
  it.each([
    { costs: [3, 2, 1, 2], pings: 2 },
    { costs: [1, 1, 1], pings: 0 },
    { costs: [3, 2, 2, 2 - 1e-15], pings: 1 },
    { costs: [1, null], pings: undefined },
    { costs: [], pings: undefined },
  ])("$costs: $pings", ({ costs, pings }) => {
    expect(findCheapest(rowsOf(costs))?.pings).toBe(pings);
  });
});

describe("the conclusion", () => {
  it.each([
    { costs: [4, 3, 2], longPauses: [420], says: "Up to 2 pings per pause save 50%." },
    { costs: [4, 3, 5], longPauses: [420], says: "One ping per pause saves 25%." },
    { costs: [1, 2], longPauses: [], says: "Pings do not pay here: no pause is longer than 5 min." },
    {
      costs: [1, 2],
      longPauses: [9000],
      says: "Pings do not pay here: they cost more than they save.",
    },
    { costs: [null, null], longPauses: [], says: "Costs cannot be compared: no price is known." },
  ])("$costs after $longPauses: $says", ({ costs, longPauses, says }) => {
    expect(ENGLISH.say(judgePings({ rows: rowsOf(costs), longPauses, life: 300 }))).toBe(says);
  });

  it("says that nothing is cached", () => {
    expect(ENGLISH.say(judgePings({ rows: rowsOf([1, 2], 0), longPauses: [420], life: 300 }))).toBe(
      "Pings do not pay here: there is no entry to keep alive.",
    );
  });
});
