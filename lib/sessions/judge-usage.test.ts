/** Requests without bodies are judged by their usages as far as these tell. */

import { expect, it } from "vitest";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { explainInWords } from "./fixtures/explain-whole";
import { type LoopFigures, recordUsages } from "./fixtures/record-loop";
import type { RecordedSession } from "./recorded-exchange";
import type { SessionView } from "./session-view";

const counterFor = loadTestCounters();
const explain = (session: RecordedSession): SessionView =>
  explainInWords(session, { model: "qwen3.7-max", region: "intl" }, counterFor);

/** Recorded by others: uncached, written, read. */
const SERIES = [
  [9, 27176, 0],
  [7, 2617, 27176],
  [7, 1916, 29793],
  [7, 821, 31709],
  [7, 484, 32530],
  [7, 481, 33014],
  [7, 478, 33495],
  [7, 369, 33973],
  [7, 926, 34342],
  [7, 529, 35268],
  [7, 523, 35797],
  [7, 268, 36320],
  [7, 227, 36588],
  [7, 1770, 36815],
  [9, 545, 38585],
  [9, 185, 38838],
] as const;
const rowsOf = (series: readonly (readonly [number, number, number])[]): LoopFigures[] =>
  series.map(([uncached, written, read]) => ({ uncached, written, read }));

it("reads a long series of usages alone: all hits until a tail is replaced", () => {
  const { requests, lanes } = explain(recordUsages(rowsOf(SERIES)));
  expect(lanes.map(({ name }) => name)).toEqual(["main"]);
  expect(requests.map(({ reason }) => reason.code)).toEqual([
    "first_write",
    ...Array.from({ length: 14 }, () => "hit"),
    "messages_changed",
  ]);
  expect(ENGLISH.say(requests.at(-1)?.reason.sentence ?? "")).toContain(
    "Read 38,838 tokens of the 39,130 tokens that request 15 left: the last 292 tokens were replaced",
  );
  // No more than the request paid for: 185 written and 9 uncached.
  expect(requests.at(-1)?.lost).toBe(194);
});

it("names what a later request read where one in between found nothing", () => {
  const series = [
    [4, 16784, 0],
    [4, 16801, 0],
    [4, 36, 16784],
  ] as const;
  const { requests } = explain(recordUsages(rowsOf(series)));
  expect(requests.map(({ reason }) => reason.code)).toEqual(["first_write", "unknown", "messages_changed"]);
  expect(ENGLISH.say(requests[1]?.reason.sentence ?? "")).toContain(
    "Nothing was read of the 16,784 tokens that request 1 left",
  );
  expect(ENGLISH.say(requests[2]?.reason.sentence ?? "")).toContain("just what request 1 left");
  const late = explain(recordUsages(rowsOf(series), 400));
  expect(late.requests[1]?.reason.code).toBe("expired");
});

it("attributes a read to the request that left just so much, not to the one before", () => {
  const rows = [
    { uncached: 5, written: 9000, read: 0 },
    { uncached: 5, written: 2000, read: 0 },
    { uncached: 5, written: 100, read: 9000 },
  ];
  const { requests } = explain(recordUsages(rows));
  expect(requests[2]?.reason.code).toBe("hit");
  expect(ENGLISH.say(requests[2]?.reason.sentence ?? "")).toContain("from the entry that request 1 left");
});
