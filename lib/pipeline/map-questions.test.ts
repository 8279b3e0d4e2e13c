/** What the map asks: where a request parts from the one before, what a marker's places cost, how a request is sent. */
import { expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { moveMarker } from "../prompt/marker-edits";
import { parsePrompt } from "../prompt/parse";
import { presets } from "../timeline/presets/presets";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import { findPartings } from "./find-partings";
import { createDocumentOpener } from "./open-document";
import { pricePlaces } from "./price-places";
import { writeBodies } from "./write-bodies";

const counterFor = loadTestCounters();
const open = createDocumentOpener(counterFor);
const [clock] = presets;
const settings = { model: clock.model, region: "intl", scenario: clock.scenario } as const;

it("a request parts at the very token at which its words differ, and whole words are shown", () => {
  const partings = findPartings({ text: clock.text, settings, turns: [1, 5, 7] }, open, counterFor);
  expect(partings.map(({ turn, other, before, after }) => [turn, other, before, after])).toEqual([
    [5, 4, "09:30", "09:31"],
    [7, 6, "09:31", "09:37"],
  ]);
  // Behind the role and "Current time: 2026-11-24 09:3", of which each digit is a token.
  expect(partings[0]?.tokens).toBeGreaterThan(10);
  expect(partings[0]?.tokens).toBeLessThan(25);
});

it("the price of a place is what the conversation costs once the marker stands there", () => {
  const agent = presets.find(({ id }) => id === "agent") ?? clock;
  const played = { model: agent.model, region: "intl", scenario: agent.scenario } as const;
  const marker = parsePrompt(agent.text).prompt?.markers[0]?.pointer ?? "";
  const { request } = analyse(agent.text, played, open);
  const places = request?.segments.map(({ pointer }) => pointer) ?? [];
  const prices = pricePlaces({ text: agent.text, settings: played, marker, places }, open);
  let priced = 0;
  for (const place of places) {
    const moved = moveMarker(agent.text, marker, place);
    const expected = moved.ok
      ? analyse(applyEdits(agent.text, moved.edits), played, open).timeline?.totals.cost
      : null;
    expect(prices[place]).toBe(expected);
    if (expected !== null) priced++;
  }
  expect(priced).toBeGreaterThan(0);
});

it("a later request is written as it would be sent: it reads back as the prompt that was played", () => {
  const bodies = writeBodies({ text: clock.text, settings, turn: 5 }, open);
  const [here, before] = [parsePrompt(bodies?.body ?? "").prompt, parsePrompt(bodies?.before ?? "").prompt];
  const played = open(clock.text, settings).document?.turns[5]?.ready.prompt;
  expect(here?.messages.map(({ role }) => role)).toEqual(played?.messages.map(({ role }) => role));
  expect(here?.messages[0]?.parts[0]?.text).toContain("09:31");
  expect(before?.messages[0]?.parts[0]?.text).toContain("09:30");
  expect(here?.messages.length).toBe((before?.messages.length ?? 0) + 2);
  expect(writeBodies({ text: clock.text, settings, turn: 0 }, open)).toBeNull();
});

it("a later request says where its segments stand, and in which it parts from the one before", () => {
  const bodies = writeBodies({ text: clock.text, settings, turn: 5 }, open);
  const cut = (pointer: string) => {
    const { start = 0, end = 0 } = bodies?.places[pointer] ?? {};
    return JSON.parse(bodies?.body.slice(start, end) ?? "") as { role: string };
  };
  expect(cut("/messages/0").role).toBe("system");
  expect(cut("/messages/2").role).toBe("assistant");
  expect(bodies?.parted).toBe("/messages/0");
  expect(writeBodies({ text: clock.text, settings, turn: 1 }, open)?.parted).toBeNull();
});
