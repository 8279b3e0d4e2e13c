/** The bill: from the table's cells, and unknown where a cell it needs is. */
import { describe, expect, it } from "vitest";
import type { Price } from "../offers/model";
import { findPrice } from "../offers/prices";
import { billRequest, type Usage } from "./bill";

const usage = (figures: Partial<Usage>): Usage => ({
  read: 0,
  written: 0,
  uncached: 0,
  completion: 0,
  readKind: "explicit",
  thinking: null,
  ...figures,
});

const max = findPrice("qwen3.7-max", "intl", 1500);
/** No cache prices are known for it. */
const plus = findPrice("qwen3.5-plus", "intl", 1500);

describe("billRequest", () => {
  it("bills the documented increment: 1,200 read, 300 written", () => {
    const bill = billRequest(usage({ read: 1200, written: 300 }), max);
    expect(bill.cost).toBeCloseTo(0.0012375, 10);
    expect(bill.costWithoutCache).toBeCloseTo(0.00375, 10);
  });

  it.each<[string, Partial<Usage>, Price | null, number | null, number | null, string[]]>([
    ["implicit reads have a price of their own", { read: 1e6, readKind: "implicit" }, max, 0.5, 2.5, []],
    ["completion", { uncached: 1e6, completion: 1e6 }, max, 10, 10, []],
    ["an unknown cell that is not needed", { uncached: 1e6 }, plus, 0.4, 0.4, []],
    ["an unknown cell", { read: 10, uncached: 1e6 - 10 }, plus, null, 0.4, ["read input"]],
    ["no price at all", { uncached: 5, completion: 1 }, null, null, null, ["uncached input", "completion"]],
    ["nothing to bill", {}, null, 0, 0, []],
  ])("%s", (_, figures, price, cost, without, unknown) => {
    const bill = billRequest(usage(figures), price);
    expect(bill.unknown).toEqual(unknown);
    expect([bill.cost, bill.costWithoutCache].map((amount) => amount && Number(amount.toFixed(9)))).toEqual([
      cost,
      without,
    ]);
  });

  it("bills what lives an hour at its own price", () => {
    const price = findPrice("qwen4-max", "intl", 10);
    const amounts = [300, 3600].map((life) => billRequest(usage({ written: 1e6, life }), price).cost);
    expect(amounts).toEqual([1.875, 3]);
    expect(billRequest(usage({ written: 1e6, life: 3600 }), max)).toMatchObject({
      unknown: ["written input"],
    });
  });

  it("bills thinking where it has its own price", () => {
    const price = findPrice("qwen-plus", "intl", 10);
    expect(billRequest(usage({ completion: 1e6, thinking: true }), price).cost).toBe(4);
    expect(billRequest(usage({ completion: 1e6, thinking: false }), price).cost).toBe(1.2);
  });
});
