/** Predictions of requests that are really sent agree with the timeline of the same requests. */
import { expect, it } from "vitest";
import { analyse } from "../pipeline/analyse";
import type { Settings } from "../pipeline/analysis";
import { createDocumentOpener } from "../pipeline/open-document";
import { presets } from "../timeline/presets/presets";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ASSUMED_LIMIT, createRunPredictor, type SentRequest } from "./predict-run";

const multiTurn = presets.find(({ id }) => id === "multi-turn") ?? presets[0];

const counterFor = loadTestCounters();
const settings: Settings = { model: "qwen3.7-max", region: "intl", scenario: null };
const sent = (body: string, at = 0): SentRequest => ({
  body,
  at,
  duration: 3,
  completion: 0,
  reply: "",
  limit: null,
});

it("counts and plays a request as the page does, and repeats it from the cache", () => {
  const { timeline } = analyse(multiTurn.text, settings, createDocumentOpener(counterFor));
  const { prompt, read, written, uncached } = timeline?.turns[0]?.ledger ?? {};
  const [first, again, late] = createRunPredictor(counterFor)(
    [sent(multiTurn.text), sent(multiTurn.text, 100), sent(multiTurn.text, 1000)],
    settings,
  ).requests;
  expect(first).toMatchObject({
    prompt,
    read,
    written,
    uncached,
    life: 300,
    readAs: "read",
    currency: "USD",
  });
  expect(again).toMatchObject({ read: written, written: 0 });
  expect(late).toMatchObject({ read: 0, written });
});

it("knows the most a request can cost: its limit, or an assumed one", () => {
  const mostOf = (limit: number | null) =>
    createRunPredictor(counterFor)([{ ...sent(multiTurn.text), limit }], settings).requests[0]?.most ?? 0;
  expect(mostOf(10)).toBeLessThan(mostOf(1000));
  expect(mostOf(null)).toBe(mostOf(ASSUMED_LIMIT));
  const whole = { ...sent(multiTurn.text), completion: 10_000 };
  const [long] = createRunPredictor(counterFor)([whole], settings).requests;
  expect(long?.most).toBeGreaterThan(long?.cost ?? Number.POSITIVE_INFINITY);
});

it("leaves a body that is no request without a prediction", () => {
  const { requests } = createRunPredictor(counterFor)([sent("{"), sent(multiTurn.text)], settings);
  expect(requests[0]).toBeNull();
  expect(requests[1]?.written).toBeGreaterThan(1024);
});
