/** The bill: from the table's cells, line by line, and unknown where a cell it needs is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findOffer } from "../offers/model-studio-offer";
import { type Band, findBand, type TokenLine } from "../offers/offer";
import { addAmounts, billRequest, ratesOf, roundAmount } from "./bill";

const bandOf = (model: string): Band | null => findBand(findOffer(model, "intl").tariff, 1500);
const max = bandOf("qwen3.7-max");
/** No cache prices are known for it. */
const plus = bandOf("qwen3.5-plus");

describe("billRequest", () => {
  it("bills the documented increment: 1,200 read, 300 written", () => {
    const increment: TokenLine[] = [
      { kind: "read", tokens: 1200 },
      { kind: "write:300", tokens: 300 },
    ];
    const { cost, costWithoutCache, lines } = billRequest(increment, max);
    expect([cost, costWithoutCache]).toEqual([0.0012375, 0.00375]);
    expect(lines.map(({ rate, amount }) => [rate, amount])).toEqual([
      [0.25, 0.0003],
      [3.125, 0.0009375],
    ]);
  });

  it.each<[string, TokenLine[], Band | null, number | null, number | null, string[]]>([
    ["implicit reads have a price of their own", [{ kind: "read:implicit", tokens: 1e6 }], max, 0.5, 2.5, []],
    [
      "completion",
      [
        { kind: "input", tokens: 1e6 },
        { kind: "output", tokens: 1e6 },
      ],
      max,
      10,
      10,
      [],
    ],
    [
      "an unknown cell that is not needed",
      [
        { kind: "read", tokens: 0 },
        { kind: "input", tokens: 1e6 },
      ],
      plus,
      0.4,
      0.4,
      [],
    ],
    [
      "an unknown cell",
      [
        { kind: "read", tokens: 10 },
        { kind: "input", tokens: 1e6 - 10 },
      ],
      plus,
      null,
      0.4,
      ["read"],
    ],
    [
      "no price at all",
      [
        { kind: "input", tokens: 5 },
        { kind: "output", tokens: 1 },
      ],
      null,
      null,
      null,
      ["input", "output"],
    ],
    ["nothing to bill", [{ kind: "read", tokens: 0 }], null, 0, 0, []],
  ])("%s", (_, tokens, band, cost, without, unknown) => {
    expect(billRequest(tokens, band)).toMatchObject({ cost, costWithoutCache: without, unknown });
  });

  it("bills what lives an hour at its own price", () => {
    const band = bandOf("qwen4-max");
    const costOf = (kind: TokenLine["kind"], of: Band | null) => billRequest([{ kind, tokens: 1e5 }], of);
    expect([costOf("write:300", band).cost, costOf("write:3600", band).cost]).toEqual([0.1875, 0.3]);
    expect(costOf("write:3600", max).unknown).toEqual(["write:3600"]);
  });
});

const tokens = fc.array(
  fc.record({
    kind: fc.constantFrom<TokenLine["kind"]>("read", "read:implicit", "write:300", "input", "output"),
    tokens: fc.nat(2_000_000),
  }),
);

it("lines add up to the cost, in twelve significant digits", () => {
  fc.assert(
    fc.property(tokens, (given) => {
      const { lines, cost } = billRequest(given, max);
      expect(addAmounts(lines.map(({ amount }) => amount))).toBe(cost);
      for (const amount of [cost ?? 0, ...lines.map((line) => line.amount ?? 0)])
        expect(amount).toBe(Number(amount.toPrecision(12)));
    }),
  );
});

it.each([0.00020240000000000001, 1 / 3, 1.0000000000005, 123456.789, 2e-15, 4e15, -1 / 7, 0])(
  "rounds %f as its decimal digits say",
  (amount) => expect(roundAmount(amount)).toBe(Number(amount.toPrecision(12))),
);

it("averages the rates of what is written for two lives", () => {
  const { lines } = billRequest(
    [
      { kind: "write:300", tokens: 3e5 },
      { kind: "write:3600", tokens: 1e5 },
      { kind: "input", tokens: 0 },
    ],
    bandOf("qwen4-max"),
  );
  expect(ratesOf(lines)).toEqual({
    read: null,
    written: (1.875 * 3 + 3) / 4,
    uncached: 1.5,
    completion: null,
  });
});
