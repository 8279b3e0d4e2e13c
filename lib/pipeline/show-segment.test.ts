/** What is shown of a segment is what is counted of it. */
import { expect, it } from "vitest";
import { presets } from "../timeline/presets/presets";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { createDocumentOpener } from "./open-document";
import { showSegment, TAIL } from "./show-segment";

const counterFor = loadTestCounters();
const open = createDocumentOpener(counterFor);
const [preset] = presets;
const settings: Settings = { model: preset.model, region: "intl", scenario: preset.scenario };

it("shows as many tokens as every segment and the tail of every turn have", () => {
  const { timeline } = analyse(preset.text, settings, open);
  const turns = timeline?.turns ?? [];
  expect(turns).toHaveLength(8);
  for (const turn of turns.keys()) {
    const request = analyse(preset.text, settings, open, turn).shown?.request;
    if (!request) throw new Error(`Request ${turn} is not shown.`);
    const show = (segment: string) =>
      showSegment({ text: preset.text, settings, turn, segment, limit: 100_000 }, open, counterFor)?.tokens
        .length;
    for (const { pointer, tokens } of request.segments) expect(show(pointer)).toBe(tokens);
    expect(show(TAIL)).toBe(request.tail);
  }
});

it("stops at the limit and says so", () => {
  const shown = showSegment(
    { text: preset.text, settings, turn: 0, segment: "/messages/0", limit: 50 },
    open,
    counterFor,
  );
  expect(shown?.tokens).toHaveLength(50);
  expect(shown?.complete).toBe(false);
});

it.each([
  ["a text that is no request", { text: "{", turn: 0, segment: "/messages/0" }],
  ["a turn there is not", { text: preset.text, turn: 9, segment: "/messages/0" }],
  ["a segment there is not", { text: preset.text, turn: 0, segment: "/messages/9" }],
])("shows nothing of %s", (_, asked) => {
  expect(showSegment({ ...asked, settings, limit: 10 }, open, counterFor)).toBeNull();
});
