/** The presets are what the playground recommends: its own validator has nothing to say against them. */
import { expect, it } from "vitest";
import { presets } from "../timeline/presets/presets";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import { createDocumentOpener } from "./open-document";

const open = createDocumentOpener(loadTestCounters());

it.each(presets.map((preset) => [preset.id, preset] as const))("finds no problem in %s", (_, preset) => {
  const settings = { model: preset.model, region: "intl", scenario: preset.scenario } as const;
  expect(analyse(preset.text, settings, open).diagnostics).toEqual([]);
});

it.each(presets.map((preset) => [preset.id, preset] as const))(
  "plays %s long enough for its markers to cost less than the implicit cache at its best",
  (_, preset) => {
    const settings = { model: preset.model, region: "intl", scenario: preset.scenario } as const;
    const { timeline } = analyse(preset.text, settings, open);
    const atBest = timeline?.implicitAtBest.reduce<number>((sum, cost) => sum + (cost ?? Number.NaN), 0);
    expect(timeline?.turns).toHaveLength(5);
    expect(timeline?.totals.cost).toBeLessThan(atBest ?? 0);
  },
);
