/** Where a price tier ends: figures that people checked against their bills, asked of the HTTP API. */
import { expect, it } from "vitest";
import { readField } from "../import/fixtures/read-field";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { simulateBody } from "./simulate-body";

it("32K ends with 32,768 tokens, and 252K with 258,048", () => {
  const answer = simulateBody(JSON.parse(readField("35-simulate.json")), loadTestCounters());
  if (!answer.ok) throw new Error("refused");
  const { turns } = answer.value;
  const rates = turns.map(({ prompt, cost }) => (cost === null ? null : (cost / prompt) * 1e6));
  expect(rates.map((rate) => rate && Number(rate.toFixed(6)))).toEqual([1.2, 1.2, 2.4, 3, 3]);
  expect(turns.slice(0, 2).map(({ cost }) => cost?.toFixed(4))).toEqual(["0.0390", "0.0393"]);
});
