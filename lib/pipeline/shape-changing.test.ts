/** A layout without words plays its changing texts as the original does, and says nothing of them. */
import { describe, expect, it } from "vitest";
import type { ChangingText } from "../changing/changing-text";
import { writeShape } from "../share/shape-only";
import { DEFAULT_LAYOUT, type SharedLayout } from "../share/shared-layout";
import type { Scenario } from "../timeline/scenario";
import { scenarios } from "../timeline/scenarios";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import { createDocumentOpener } from "./open-document";

const counterFor = loadTestCounters();
const open = createDocumentOpener(counterFor);
const KEY = Uint8Array.from({ length: 16 }, (_, index) => index * 29 + 5);
const long = "Answer in the words of the manual and name the page. ".repeat(150);
const marker = { cache_control: { type: "ephemeral" } };

const layoutOf = (
  head: string,
  scenario: Scenario | null,
  changing?: readonly ChangingText[],
): SharedLayout => ({
  ...DEFAULT_LAYOUT,
  model: "qwen3-max",
  scenario,
  play: changing ? { changing } : {},
  text: JSON.stringify({
    model: "qwen3-max",
    messages: [
      { role: "system", content: [{ type: "text", text: `You are terse.\n${head}\n${long}`, ...marker }] },
      { role: "user", content: "Hello" },
    ],
  }),
});

function play({ text, model, region, scenario, play: settings }: SharedLayout) {
  const { timeline } = analyse(text, { model: model ?? "", region, scenario, ...settings }, open);
  return {
    rows: timeline?.turns.map(({ at, ledger: { read, prompt, reasons } }) => ({
      at,
      prompt,
      hasRead: read > 0,
      codes: reasons.map(({ code }) => code),
    })),
    changing: timeline?.changing.map(({ kind, change, prefix }) => ({ kind, change, prefix })),
  };
}

const played = scenarios.filter(({ turns }) => turns.length > 0 && turns.length < 12);

describe.each([
  ["a time", "Current time: 2026-11-21 09:30:12"],
  ["an epoch", "Timestamp: 1795253412"],
  ["a counter", "Request number: 4711"],
])("%s", (_, head) => {
  it.each(played.map((scenario) => [scenario.name, scenario] as const))(
    "plays the same in %s",
    (_name, scenario) => {
      const layout = layoutOf(head, scenario);
      expect(play(writeShape(layout, counterFor, KEY))).toEqual(play(layout));
    },
  );
});

it.each([
  ["Request id: 7f3a91c04e", "7f3a91c04e"],
  ["Trace 5f0c2a9e-31b4-4c55-9b0e-77a1d2c4e8f1", "5f0c2a9e-31b4-4c55-9b0e-77a1d2c4e8f1"],
  ["today: 2026/2/28周六", "2026/2/28周六"],
  ["Current time: 2026-11-21 09:30:12", "2026-11-21"],
])("tells nothing of %s", (head, words) => {
  const layout = layoutOf(head, played[0] ?? null);
  const shape = writeShape(layout, counterFor, KEY);
  expect(JSON.stringify(shape)).not.toContain(words);
  const misses = (each: SharedLayout) => play(each).rows?.map(({ hasRead }) => hasRead);
  expect(misses(shape)).toEqual(misses(layout));
  expect(shape.play.changing).toHaveLength(1);
});

it("keeps words that the user has named at their place, as other words", () => {
  const told: readonly ChangingText[] = [
    { words: "Tenant Alpha", change: "request" },
    { words: "2026-11-21", change: "never" },
  ];
  const layout = layoutOf("Tenant Alpha. Today: 2026-11-21", played[0] ?? null, told);
  const shape = writeShape(layout, counterFor, KEY);
  expect(JSON.stringify(shape)).not.toMatch(/Tenant|Alpha|2026-11-21/);
  expect(play(shape).changing).toEqual([expect.objectContaining({ kind: "other", change: "request" })]);
  expect(play(shape).rows?.map(({ hasRead }) => hasRead)).toEqual(
    play(layout).rows?.map(({ hasRead }) => hasRead),
  );
});

it("says nothing of changing words where requests are given verbatim", () => {
  const body = layoutOf("Tenant Alpha", null).text;
  const turns = [{ mode: "body" as const, gap: 60, user: "", reply: "Yes.", body }];
  const told = [{ words: "Tenant Alpha", change: "request" as const }];
  const layout = layoutOf("Tenant Alpha", { name: "Recorded", duration: 1, reply: "Yes.", turns }, told);
  const shape = writeShape(layout, counterFor, KEY);
  expect(JSON.stringify(shape)).not.toMatch(/Tenant|Alpha/);
  expect(play(shape).rows).toEqual(play(layout).rows);
});
