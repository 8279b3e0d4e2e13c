/** The presets are what the playground recommends, or break a rule on purpose: its validator finds that and nothing else. */
import { expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { presets } from "../timeline/presets/presets";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import { createDocumentOpener } from "./open-document";

const open = createDocumentOpener(loadTestCounters());

it.each(presets.map((preset) => [preset.id, preset] as const))(
  "finds in %s the mistakes it is to show",
  (_, preset) => {
    const settings = { model: preset.model, region: "intl", scenario: preset.scenario } as const;
    const { diagnostics } = analyse(preset.text, settings, open);
    expect(diagnostics.map(({ rule }) => rule).toSorted()).toEqual(preset.mistakes.toSorted());
  },
);

it.each(
  presets.filter(({ mistakes }) => mistakes.length === 0).map((preset) => [preset.id, preset] as const),
)("plays %s long enough for its markers to cost less than the implicit cache at its best", (_, preset) => {
  const settings = { model: preset.model, region: "intl", scenario: preset.scenario } as const;
  const { timeline } = analyse(preset.text, settings, open);
  const atBest = timeline?.implicitAtBest.reduce<number>((sum, cost) => sum + (cost ?? Number.NaN), 0);
  expect(timeline?.turns).toHaveLength(5);
  expect(timeline?.totals.cost).toBeLessThan(atBest ?? 0);
});

it("opens on hits and on a miss that one fix turns into a hit", () => {
  const [{ text, model, scenario }] = presets;
  const settings = { model, region: "intl", scenario } as const;
  const { timeline, diagnostics } = analyse(text, settings, open);
  expect(timeline?.turns.map(({ ledger }) => ledger.read > 0)).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
    true,
    false,
  ]);
  expect(timeline?.misses.map(({ index, code }) => [index, code])).toEqual([
    [5, "system_changed"],
    [7, "system_changed"],
  ]);
  const fix = diagnostics[0]?.fix;
  const mended = analyse(applyEdits(text, fix?.edits ?? []), settings, open);
  expect(mended.diagnostics).toEqual([]);
  // What is left is the long wait.
  expect(mended.timeline?.misses.map(({ index, code }) => [index, code])).toEqual([[7, "expired"]]);
  expect(mended.timeline?.totals.cost).toBeLessThan((timeline?.totals.cost ?? 0) * 0.8);
});
