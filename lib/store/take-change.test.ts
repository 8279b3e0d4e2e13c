/** Each measure's preview is what happens when it is done, on every example; the ranking is by money. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { analyse } from "../pipeline/analyse";
import { settingsToWeigh } from "../pipeline/what-if";
import { type Asked, ask, findBestTogether, open, openPreset } from "../savings/fixtures/ask-savings";
import { MEASURES } from "../savings/measures";
import type { SavedChange } from "../savings/saved-change";
import type { PlayEvent } from "../timeline/play-event";
import { presets } from "../timeline/presets/presets";
import type { Turn } from "../timeline/scenario";
import { scenarios } from "../timeline/scenarios";
import { createPlaygroundStore } from "./playground-store";

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

it.each(cases)(
  "%s: ranked by money; done is what was previewed, and one undo takes it back",
  (_, asked) => {
    const report = ask(asked);
    expect(report.savings.length + report.refused.length).toBe(MEASURES.length);
    const amounts = report.savings.map(({ saved }) => saved ?? 0);
    expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));
    const together = findBestTogether(asked);
    if (together) {
      const { done, back } = doIt(asked, together.change);
      expect(analyse(done.text, settingsToWeigh(done.settings), open).timeline?.totals).toEqual(
        together.totals,
      );
      expect(together.totals.cost ?? 0).toBeLessThan(report.before.cost ?? 0);
      expect(back).toEqual(asked);
    }
    for (const saving of report.savings) {
      const { done, back } = doIt(asked, saving.change);
      const after = analyse(done.text, settingsToWeigh(done.settings), open).timeline;
      expect({ id: saving.id, ...after?.totals }).toEqual({ id: saving.id, ...saving.after });
      expect(saving.saved).toBeCloseTo((report.before.cost ?? 0) - (saving.after.cost ?? 0), 11);
      expect(after?.problems).toEqual([]);
      expect(back).toEqual(asked);
    }
  },
  120_000,
);

const event: fc.Arbitrary<PlayEvent> = fc.oneof(
  fc.constant<PlayEvent>({ kind: "clock" }),
  fc.record({ kind: fc.constant("shuffle-tools" as const), seed: fc.nat(50) }),
  fc.constant<PlayEvent>({ kind: "reorder-tool-keys" }),
  fc.record({ kind: fc.constant("add-tool" as const), name: fc.constantFrom("book_hotel", "send_mail") }),
  fc.record({
    kind: fc.constant("edit-system" as const),
    text: fc.string(),
    at: fc.constant("end" as const),
  }),
);

const turn: fc.Arbitrary<Turn> = fc.record({
  mode: fc.constantFrom("append" as const, "repeat" as const, "replace" as const),
  gap: fc.integer({ min: 1, max: 900 }),
  user: fc.string({ maxLength: 40 }),
  reply: fc.constant("Done."),
  events: fc.array(event, { maxLength: 2 }),
});

it("any conversation: each measure done is what was previewed, alone and together", () => {
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 4 }), (turns) => {
      const asked = openPreset("function-calling", {
        scenario: { name: "Any", duration: 3, reply: "Done.", turns },
      });
      const report = ask(asked);
      const best = findBestTogether(asked);
      const together = best ? [{ change: best.change, after: best.totals }] : [];
      for (const { change, after } of [...report.savings, ...together]) {
        const { done, back } = doIt(asked, change);
        expect(analyse(done.text, settingsToWeigh(done.settings), open).timeline?.totals).toEqual(after);
        expect(back).toEqual(asked);
      }
    }),
    { numRuns: 6 },
  );
}, 120_000);

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
