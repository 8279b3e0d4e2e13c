/** A document's requests come out as segments that share prefixes as far as the requests do. */
import { expect, it } from "vitest";
import { readRequests } from "../layers/scene";
import { presets } from "../timeline/presets/presets";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import type { Settings } from "./analysis";
import { listPrefixes } from "./list-prefixes";
import { createDocumentOpener } from "./open-document";

const counterFor = loadTestCounters();
const open = createDocumentOpener(counterFor);

it.each(presets)("$title: each request, and what it shares with the first", ({ text, model, scenario }) => {
  const settings: Settings = { model, region: "intl", scenario };
  const listed = listPrefixes({ text, settings, most: 500 }, open, counterFor);
  const turns = open(text, settings).document?.turns ?? [];
  expect(listed?.all).toBe(turns.length);
  const requests = readRequests(listed?.requests ?? []);
  expect(requests).toHaveLength(turns.length);
  for (const [order, { prompt, at }] of requests.entries()) {
    const turn = turns[order];
    expect(at).toBe(turn?.timed.at);
    // Another template frames messages, and tools above all.
    expect(Math.abs(prompt - (turn?.ready.measured.total ?? 0)) / prompt).toBeLessThan(0.15);
  }
  // Every preset is there to be cached: the second request begins as the first does.
  const keys = new Set(requests[0]?.points.map(({ key }) => key));
  const shared = requests[1]?.points.filter(({ key }) => keys.has(key)).at(-1)?.prefix ?? 0;
  expect(shared).toBeGreaterThan(500);
});

it("lists no more than is asked for, and nothing of what is no request", () => {
  const [{ text, model, scenario }] = presets;
  const settings: Settings = { model, region: "intl", scenario };
  expect(listPrefixes({ text, settings, most: 2 }, open, counterFor)?.requests).toHaveLength(2);
  expect(listPrefixes({ text: "{", settings, most: 2 }, open, counterFor)).toBeNull();
});
