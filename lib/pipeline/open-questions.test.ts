/** Every reading of every open question plays other figures than the first one does, on a small conversation made for it. */
import { describe, expect, it } from "vitest";
import { isOfAccounts } from "../offers/open-questions";
import { type Readings, SWITCH_IDS, SWITCHES, type SwitchId } from "../offers/readings";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { MARKER_CASES } from "./fixtures/marker-cases";
import { PREFIX_CASES } from "./fixtures/prefix-cases";
import type { Conversation } from "./fixtures/write-conversation";
import { createDocumentOpener } from "./open-document";

const open = createDocumentOpener(loadTestCounters());

const CASES = [...MARKER_CASES, ...PREFIX_CASES];

/** What each request read and wrote, as `read+written`; what it holds where that is what differs. */
function play(
  { model = "qwen3-max", bodies, gaps = [], duration = 2, implicit = "never" }: Conversation,
  readings: Readings,
): string {
  const [first, ...later] = bodies.map((body) => JSON.stringify({ model, ...body }));
  const settings: Settings = {
    model,
    region: "intl",
    implicit,
    readings,
    scenario: {
      name: "given",
      duration,
      reply: "",
      turns: later.map((body, order) => ({
        mode: "body",
        gap: gaps[order] ?? 10,
        user: "",
        reply: "",
        body,
      })),
    },
  };
  const turns = analyse(first ?? "", settings, open).timeline?.turns ?? [];
  expect(turns).toHaveLength(bodies.length);
  return turns.map(({ ledger: { read, written, prompt } }) => `${read}+${written} of ${prompt}`).join(", ");
}

describe.each(CASES)("$switch", ({ switch: id, played, ...conversation }) => {
  it.each(Object.entries(played))("%s", (reading, figures) => {
    expect(play(conversation, { [id]: reading })).toBe(figures);
  });

  it("plays the first reading where nothing is chosen", () => {
    const [first] = SWITCHES[id].readings;
    expect(play(conversation, {})).toBe(played[first]);
  });
});

it("every reading of every question changes a figure, save those of several keys, workspaces and regions", () => {
  const changing = new Map<SwitchId, Set<string>>();
  for (const { switch: id, played } of CASES) {
    const [first] = SWITCHES[id].readings;
    for (const [reading, figures] of Object.entries(played)) {
      if (figures !== played[first]) changing.set(id, (changing.get(id) ?? new Set()).add(reading));
    }
  }
  for (const id of SWITCH_IDS) {
    const [, ...others] = SWITCHES[id].readings;
    const expected = isOfAccounts(id) ? [] : others;
    expect([...(changing.get(id) ?? [])].sort(), id).toEqual([...expected].sort());
  }
});
