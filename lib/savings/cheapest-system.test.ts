/** The cheapest other system: in one currency only, among those that answer every request, never the document's own. */

import { describe, expect, it } from "vitest";
import { type ComparisonReport, reportComparison } from "../pipeline/compare-report";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { NO_SERVICE_COUNTERS } from "../tokens/service-counters";
import { ENGLISH } from "../words/plain-words";
import { findCheapestSystem } from "./cheapest-system";
import { open, openPreset, runToEnd } from "./fixtures/ask-savings";

function compare(region: "intl" | "cn"): ComparisonReport {
  const { text, settings } = openPreset("tool-agent", { region });
  const report = runToEnd(
    reportComparison({ text, settings }, open, {
      counterFor: loadTestCounters(),
      serviceCounters: NO_SERVICE_COUNTERS,
    }),
  );
  if (!report) throw new Error("The text is no request.");
  return report;
}

describe("in a region billed in dollars", () => {
  const report = compare("intl");
  const found = findCheapestSystem(report);
  if (!found.ok) throw new Error(ENGLISH.say(found.reason));

  it("costs less than the document's own, and no other of its currency costs less still", () => {
    expect(found.currency).toBe("USD");
    expect(found.cost).toBeLessThan(found.before);
    const rivals = report.rows.filter(
      ({ currency, refusals, totals, isOwn }) =>
        currency === "USD" && refusals.length === 0 && totals.cost !== null && !isOwn,
    );
    expect(found.among).toBe(rivals.length);
    expect(rivals).toContain(found.row);
    expect(Math.min(...rivals.map(({ totals }) => totals.cost ?? 0))).toBe(found.cost);
  });

  it("says so where none costs less, has a price, or is known at all", () => {
    const own = report.rows.filter(({ isYours }) => isYours);
    const reasonOf = (rows: ComparisonReport["rows"]) => {
      const none = findCheapestSystem({ rows });
      return none.ok ? null : ENGLISH.say(none.reason);
    };
    expect(reasonOf(own)).toBe("No other system has a price in USD.");
    expect(reasonOf([])).toBe("No price of this conversation is known to compare with.");
    const cheap = own.map((row) => ({ ...row, totals: { ...row.totals, cost: 1e-9 } }));
    const rest = report.rows.filter(({ isOwn }) => !isOwn);
    expect(reasonOf([...cheap, ...rest])).toMatch(/^None of the \d+ other systems priced in USD costs less/);
  });
});

it("does not weigh yuan against dollars", () => {
  const report = compare("cn");
  const found = findCheapestSystem(report);
  if (found.ok) expect(found.row.currency).toBe("CNY");
  else expect(ENGLISH.say(found.reason)).toMatch(/CNY/);
  // Some row in dollars has the smaller number.
  const own = report.rows.find(({ isYours }) => isYours)?.totals.cost ?? 0;
  const inDollars = report.rows.filter(({ currency }) => currency === "USD");
  expect(inDollars.some(({ totals }) => totals.cost !== null && totals.cost < own)).toBe(true);
});
