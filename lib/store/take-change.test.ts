/** Each measure's preview is what happens when it is done, on every example; the ranking is by money. */
import { expect, it } from "vitest";
import { analyse } from "../pipeline/analyse";
import { settingsToWeigh } from "../pipeline/what-if";
import { createPlaygroundStore } from "../store/playground-store";
import { presets } from "../timeline/presets/presets";
import { scenarios } from "../timeline/scenarios";
import { type Asked, ask, open, openPreset } from "./fixtures/ask-savings";
import { MEASURES } from "./measures";
import type { SavedChange } from "./saved-change";

const cases: readonly (readonly [string, Asked])[] = [
  ...presets.map(({ id }) => [id, openPreset(id)] as const),
  ...scenarios.map((scenario) => [scenario.name, openPreset("function-calling", { scenario })] as const),
];

/** What the page would show after the measure is done by its button, and after it is taken back. */
function doIt({ text, settings }: Asked, change: SavedChange) {
  const { store, actions } = createPlaygroundStore(
    { text, settings, presetId: null, name: "A test" },
    { analyse: () => new Promise(() => undefined), receive: () => undefined, fail: () => undefined },
    { ask: async () => ({ ok: false, reason: "" }) },
  );
  actions.takeChange(change, "Done.");
  const done = { text: store.getState().text, settings: store.getState().settings };
  actions.undo();
  return { done, back: { text: store.getState().text, settings: store.getState().settings } };
}

it.each(cases)("%s: done is what was previewed, and one undo takes it back", (_, asked) => {
  const report = ask(asked);
  expect(report.savings.length + report.refused.length).toBe(MEASURES.length);
  for (const saving of report.savings) {
    const { done, back } = doIt(asked, saving.change);
    const after = analyse(done.text, settingsToWeigh(done.settings), open).timeline;
    expect({ id: saving.id, ...after?.totals }).toEqual({ id: saving.id, ...saving.after });
    expect(after?.problems).toEqual([]);
    expect(back).toEqual(asked);
  }
});

it.each(cases)(
  "%s: the largest saving stands first, and it is the difference of the two costs",
  (_, asked) => {
    const { savings, before } = ask(asked);
    const amounts = savings.map(({ saved }) => saved ?? 0);
    expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));
    for (const { saved, after } of savings)
      expect(saved).toBeCloseTo((before.cost ?? 0) - (after.cost ?? 0), 11);
  },
);

it("leaves the open document open, and has no answer for what is no request", () => {
  const asked = openPreset("support-agent");
  const { document } = open(asked.text, asked.settings);
  ask(asked);
  expect(open(asked.text, asked.settings).document).toBe(document);
  expect(() => ask({ ...asked, text: "{" })).toThrow("no request");
});

it("weighs a lone request as sent five times, and leaves it alone when a measure is done", () => {
  const asked = openPreset("function-calling", { scenario: null });
  const report = ask(asked);
  expect(report.isRepeated).toBe(true);
  const model = report.savings.find(({ id }) => id === "another-model");
  expect(model?.change.settings).toEqual({ model: "qwen3.7-plus" });
});
