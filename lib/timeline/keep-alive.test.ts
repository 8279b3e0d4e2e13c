/** Pings pay while a pause is shorter than the horizon, and only then. */
import { expect, it } from "vitest";
import { createPrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import { layOutSegments } from "../systems/lay-out";
import { insertPings, keepAliveHorizon, pingInterval, replayKeepAlive } from "./keep-alive";
import type { TimedRequest } from "./simulate";

const modelName = "qwen3.7-max";
const index = createPrefixIndex();
const requestAt = (at: number): TimedRequest => ({
  at,
  duration: 2,
  completion: 0,
  layout: layOutSegments(
    {
      model: findModel(modelName),
      modelName,
      segments: [{ id: "prefix", tokens: 10_000, blocks: 1 }],
      markers: [0],
      tail: 0,
    },
    index,
  ).layout,
});
const replay = (...times: number[]) =>
  replayKeepAlive({ requests: times.map(requestAt), region: "intl", implicit: "never" }, 300);

it("the horizon follows from the rates and the life of an entry", () => {
  // 300 s · (12.5 − 1), and for entries of an hour of a price of their own 3,600 s · (40 − 1).
  expect(keepAliveHorizon({ written: 3.125, read: 0.25 }, 300)).toBe(3450);
  expect(keepAliveHorizon({ written: 3, read: 0.075 }, 3600)).toBe(140_400);
  expect(keepAliveHorizon({ written: null, read: 1 }, 300)).toBeNull();
  expect(keepAliveHorizon({ written: 1, read: 0 }, 300)).toBeNull();
});

it("pings stop when the next request comes, and go on after the last", () => {
  const { requests, sent } = insertPings([requestAt(0), requestAt(600)], 3, pingInterval(300));
  expect(requests.map(({ at }) => at)).toEqual([0, 240, 480, 600, 840, 1080, 1320]);
  expect(sent).toBe(5);
});

it("without pings it is the plain replay", () => {
  expect(replay(0, 600)[0]).toMatchObject({ pings: 0, sent: 0, read: 0, written: 20_000 });
});

it("two pings carry an entry over ten minutes: written once", () => {
  const [none, one, two] = replay(0, 600);
  expect(one?.written).toBe(20_000);
  expect(two?.written).toBe(10_000);
  // Two pings in the pause, two after the end: 5 reads of 10,000 tokens.
  expect(two).toMatchObject({ sent: 4, read: 50_000 });
  expect(two?.cost).toBeLessThan(none?.cost ?? 0);
  expect(one?.cost).toBeGreaterThan(none?.cost ?? 0);
});

it("where no pause is long, every ping is money lost", () => {
  const rows = replay(0, 60, 120);
  const costs = rows.map(({ cost }) => cost ?? Number.NaN);
  expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  expect(new Set(costs).size).toBe(costs.length);
});
