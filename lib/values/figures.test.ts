/** Figures as the page writes them. */
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  formatBytes,
  formatClock,
  formatColumn,
  formatCount,
  formatDuration,
  formatMoney,
  formatPercent,
  formatShortCount,
} from "./figures";

it.each([
  [0, "$0"],
  [0.0012375, "$0.001238"],
  [0.0000004321, "$0.0000004321"],
  [0.05614, "$0.05614"],
  [1.5, "$1.500"],
  [123.456, "$123.46"],
  [12345.6, "$12,346"],
  [-0.25, "−$0.2500"],
])("writes %d dollars as %s", (amount, text) => {
  expect(formatMoney(amount, "USD")).toBe(text);
});

it("writes yuan, counts, shares, times and sizes", () => {
  expect(formatMoney(12, "CNY")).toBe("¥12.00");
  expect(formatCount(8739)).toBe("8,739");
  expect(formatPercent(0.723)).toBe("72.3%");
  expect(formatClock(95)).toBe("1:35");
  expect(formatBytes(812)).toBe("812 B");
  expect(formatBytes(6400)).toBe("6.4 KB");
  expect(formatBytes(2_500_000)).toBe("2.5 MB");
});

it.each([
  [0, "0 s"],
  [45, "45 s"],
  [2.5, "2.5 s"],
  [60, "1 min"],
  [300, "5 min"],
  [400, "6 min 40 s"],
  [3450, "57 min 30 s"],
  [3661, "1 h 1 min 1 s"],
  [3900, "1 h 5 min"],
  [86_400, "24 h"],
])("writes %d seconds as %s", (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});

it.each([
  [
    [0.0282, 0.0026, 0.0058, null],
    ["$0.0282", "$0.0026", "$0.0058", "unknown"],
  ],
  [
    [0, 12.5],
    ["$0.00", "$12.50"],
  ],
  [
    [0.00002, 2.5],
    ["$0.00002", "$2.50000"],
  ],
  [
    [1234.5, -3],
    ["$1,234.50", "−$3.00"],
  ],
  [
    [null, null],
    ["unknown", "unknown"],
  ],
])("writes the column %j with one precision", (amounts, texts) => {
  expect(amounts.map(formatColumn(amounts, "USD"))).toEqual(texts);
});

it("keeps the decimal points of a column below each other, and no amount becomes zero by far", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1 }), (millionths) => {
      const amounts = millionths.map((count) => count / 1e6);
      const texts = amounts.map(formatColumn(amounts, "USD"));
      expect(new Set(texts.map((text) => text.length - text.indexOf("."))).size).toBe(1);
      expect(texts.filter((text) => !/[1-9]/.test(text))).toEqual([]);
    }),
  );
});

it.each([
  [0, "0"],
  [850, "850"],
  [2000, "2k"],
  [2500, "2.5k"],
  [1_500_000, "1.5M"],
])("writes %d at a scale as %s", (count, text) => {
  expect(formatShortCount(count)).toBe(text);
});
