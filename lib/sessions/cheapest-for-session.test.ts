/** The cheapest markers of a session cost no more than those that were sent, and the search can be left. */
import { expect, it } from "vitest";
import type { RunSettings } from "../run/predict-run";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import type { JsonValue } from "../values/json";
import { inEnglish } from "../words/fixtures/in-english";
import { cheapestForSession } from "./cheapest-for-session";
import { AGENT_LOOP, LOOP_MODEL } from "./fixtures/agent-loop";
import { exchangeOf, recordLoop, recordUsages, sessionOf } from "./fixtures/record-loop";
import type { RecordedSession } from "./recorded-exchange";
import { createSessionMemory } from "./session-memory";

const counterFor = loadTestCounters();
const settings: RunSettings = { model: LOOP_MODEL, region: "intl" };

function search(session: RecordedSession) {
  const work = cheapestForSession(session, settings, createSessionMemory(counterFor));
  const steps: { readonly done: number; readonly total: number }[] = [];
  let next = work.next();
  while (!next.done) {
    steps.push(next.value);
    next = work.next();
  }
  return { found: inEnglish(next.value), steps };
}

it("finds markers for every lane, no dearer than those that were sent", () => {
  const { found, steps } = search(recordLoop([]));
  expect(found.requests).toBe(20);
  expect(found.lanes.map(({ lane }) => lane)).toEqual([0, 1, 2, 3]);
  expect(found.cheapest ?? 1).toBeLessThanOrEqual(found.asSent ?? 0);
  expect(found.cheapest ?? 1).toBeLessThan(found.withoutCache ?? 0);
  // A single request that nothing follows is cheapest without a marker.
  expect(found.lanes[1]).toMatchObject({ placement: "No markers", anchors: [] });
  expect(steps.length).toBeGreaterThan(20);
  expect(steps.every(({ done, total }) => done >= 0 && done <= total)).toBe(true);
});

/** Every marker taken out, as by a client that does not know the provider. */
const unmark = (value: JsonValue): JsonValue =>
  JSON.parse(JSON.stringify(value, (key, held) => (key === "cache_control" ? undefined : held)));

it("shows what an agent that sends no markers gives away", () => {
  const bare = AGENT_LOOP.map(({ number, at, body }) => exchangeOf(number, at, unmark(body), null));
  const { found } = search(sessionOf(bare));
  expect(found.asSent).toBeCloseTo(found.withoutCache ?? 0, 12);
  expect(found.cheapest ?? 1).toBeLessThan((found.asSent ?? 0) / 2);
  expect(found.sentence).toMatch(/would cost \d\d\.\d % less/);
  // The markers make no difference to the search, only to what it is held against.
  expect(found.cheapest).toBeCloseTo(search(recordLoop([])).found.cheapest ?? 0, 12);
});

it("has nothing to search without bodies", () => {
  const { found } = search(recordUsages([{ read: 0, written: 2000, uncached: 4 }]));
  expect(found).toMatchObject({ lanes: [], requests: 0 });
});
