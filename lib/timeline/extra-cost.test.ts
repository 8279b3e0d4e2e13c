/** What a miss cost more than a hit, from its reasons and the price table. */
import { expect, it } from "vitest";
import { billRequest } from "../bill/bill";
import type { LedgerRow, Reason } from "../bill/ledger";
import type { Band } from "../offers/offer";
import { findExtraCost } from "./extra-cost";

const band: Band = {
  currency: "USD",
  upTo: null,
  rates: {
    input: { amount: 2, per: "Mtok" },
    "write:300": { amount: 2.5, per: "Mtok" },
    read: { amount: 0.2, per: "Mtok" },
  },
};
const row = (
  read: number,
  written: number,
  uncached: number,
  reasons: Reason[],
  price: Band | null = band,
): LedgerRow => ({
  prompt: read + written + uncached,
  read,
  written,
  uncached,
  completion: 0,
  ...billRequest(
    [
      { kind: "read", tokens: read },
      { kind: "write:300", tokens: written },
      { kind: "input", tokens: uncached },
    ],
    price,
  ),
  currency: price?.currency ?? null,
  system: "model-studio-explicit",
  life: 300,
  reasons,
});
const expired = (tokens: number): Reason => ({ code: "expired", message: "", tokens });

it("tokens written again cost creation instead of a read", () => {
  const extra = findExtraCost(row(0, 1_000_000, 0, [expired(1_000_000)]), null);
  expect(extra).toEqual({ tokens: 1_000_000, money: 2.5 - 0.2, about: false });
});

it("tokens left uncached cost plain input", () => {
  const extra = findExtraCost(row(0, 0, 1_000_000, [expired(1_000_000)]), null);
  expect(extra?.money).toBeCloseTo(1.8);
});

it("only what follows the read part was lost", () => {
  const extra = findExtraCost(row(500, 300, 200, [expired(400)]), null);
  expect(extra?.money).toBeCloseTo((300 * 2.5 + 100 * 2 - 400 * 0.2) / 1e6);
});

it("several misses of the same tokens count once", () => {
  expect(findExtraCost(row(0, 900, 0, [expired(700), expired(900)]), null)?.tokens).toBe(900);
});

it("a changed opening costs about what the request before had cached", () => {
  const changed = row(0, 1200, 10, [{ code: "system_changed", message: "" }]);
  expect(findExtraCost(changed, { read: 0, written: 1100 })).toMatchObject({
    tokens: 1100,
    about: true,
  });
});

it("says nothing where nothing was lost or no size is known, and no money without prices", () => {
  expect(findExtraCost(row(900, 0, 0, [{ code: "hit", message: "" }]), null)).toBeNull();
  expect(findExtraCost(row(0, 900, 0, [expired(900)], null), null)).toMatchObject({
    tokens: 900,
    money: null,
  });
});
