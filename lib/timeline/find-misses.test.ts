/** Which requests paid for what they could have read. */
import { expect, it } from "vitest";
import type { LedgerRow, Reason } from "../bill/ledger";
import { findMisses } from "./find-misses";

const row = (read: number, written: number, ...reasons: Reason[]): LedgerRow => ({
  prompt: read + written,
  read,
  written,
  uncached: 0,
  completion: 0,
  cost: null,
  costWithoutCache: null,
  lines: [],
  currency: null,
  system: "model-studio-explicit",
  life: 300,
  reasons,
});
const reason = (code: Reason["code"], tokens?: number, pointer?: string): Reason => ({
  code,
  message: "",
  ...(tokens === undefined ? {} : { tokens }),
  ...(pointer === undefined ? {} : { pointer }),
});
const first = row(0, 2000, reason("first_write"));

it("names request, cause and place", () => {
  const rows = [first, row(2000, 100, reason("hit")), row(0, 2100, reason("expired", 2100, "/messages/1"))];
  expect(findMisses(rows)).toEqual([
    { index: 2, code: "expired", pointer: "/messages/1", tokens: 2100, money: null, about: false },
  ]);
});

it("counts an opening in other words, or for another model, by what had been cached", () => {
  for (const code of ["system_changed", "tools_changed", "model_changed"] as const) {
    expect(findMisses([first, row(0, 2500, reason(code))])).toEqual([
      { index: 1, code, tokens: 2000, money: null, about: true },
    ]);
  }
});

it("finds none in first writes, in reads of everything, and in words that could not have been read", () => {
  const rows = [
    first,
    row(0, 1500, reason("first_write")),
    row(2000, 0, reason("hit")),
    row(2000, 50, reason("hit"), reason("messages_changed")),
  ];
  expect(findMisses(rows)).toEqual([]);
});
