/** The simulate API: defaults, both request forms, and one clear sentence for what is wrong. */
import { describe, expect, it } from "vitest";
import type { TokenCounter } from "../tokens/token-counter";
import { ENGLISH } from "../words/plain-words";
import { simulateBody } from "./simulate-body";

/** One token a character: the API's own behaviour does not depend on a vocabulary. */
const counter: TokenCounter = {
  name: "characters",
  origin: "built-in",
  count: (text) => text.length,
  encode: (text) => Array.from(text, (character) => character.charCodeAt(0)),
  list: () => ({ text: "", tokens: [], complete: true, changed: false }),
};
const post = (body: unknown) => simulateBody(body, () => counter);

const segments = [
  { id: "A", tokens: 2000 },
  { id: "q", tokens: 10 },
];
const request = { at: 0, segments, markers: [0] };

function turnsOf(body: unknown) {
  const result = post(body);
  if (!result.ok) throw new Error(ENGLISH.say(result.error.message));
  return result.value.turns;
}

describe("defaults", () => {
  it("last 0 s and complete nothing, with one block a segment", () => {
    const turns = turnsOf({ model: "qwen3-max", requests: [request, { ...request, at: 0 }] });
    expect(turns).toMatchObject([
      { read: 0, written: 2000, uncached: 14, completion: 0 },
      { read: 2000, written: 0, uncached: 14 },
    ]);
  });

  it.each([
    ["qwen3-max", 4],
    ["qwen3-coder-plus", 4],
    ["qwen3.7-max", 6],
  ])("%s has a tail of %i tokens", (model, tail) => {
    expect(turnsOf({ model, requests: [request] })[0]?.prompt).toBe(2010 + tail);
    expect(turnsOf({ model, requests: [{ ...request, tail: 1 }] })[0]?.prompt).toBe(2011);
  });

  it("bill in Singapore", () => {
    const result = post({ model: "qwen3.7-max", requests: [request] });
    expect(result).toMatchObject({ ok: true, value: { totals: { currency: "USD" } } });
    const beijing = post({ model: "qwen3.7-max", region: "cn", requests: [request] });
    expect(beijing).toMatchObject({ ok: true, value: { totals: { currency: "CNY" } } });
  });

  it.each([
    [{}, 0],
    [{ implicit: "always" }, 1920],
    [{ system: "model-studio-implicit" }, 1920],
    [{ system: "model-studio-implicit", implicit: "never" }, 0],
    [{ system: "model-studio-explicit" }, 0],
  ])("without markers, %j reads %i", (options, read) => {
    const plain = { ...request, markers: [] };
    const other = { at: 5, segments: [segments[0], { id: "r", tokens: 10 }], markers: [] };
    const turns = turnsOf({ model: "qwen3.7-max", ...options, requests: [plain, other] });
    expect(turns[1]).toMatchObject({ read, written: 0 });
  });
});

it("reports in the order given, whatever the order of time", () => {
  const turns = turnsOf({ model: "qwen3-max", requests: [{ ...request, at: 50 }, request] });
  expect(turns.map(({ read }) => read)).toEqual([2000, 0]);
});

describe("options", () => {
  const plain = { at: 0, segments, markers: [] };

  it("play a session, with its entries billed", () => {
    const turns = turnsOf({
      model: "qwen3-max",
      system: "model-studio-session",
      requests: [plain, { ...plain, at: 9 }],
    });
    expect(turns).toMatchObject([
      { read: 0, written: 2010 },
      { read: 2010, written: 0 },
    ]);
  });

  it("ask Qwen4 for an hour, by a figure or by a marker in the body", () => {
    const body = (ttl: string) => ({
      messages: [
        {
          role: "user",
          content: [{ type: "text", text: "a".repeat(2000), cache_control: { type: "ephemeral", ttl } }],
        },
      ],
    });
    const readsOf = (first: object) =>
      turnsOf({ model: "qwen4-max", requests: [first, { ...first, at: 3000 }] }).map(({ read }) => read > 0);
    expect(readsOf({ ...request, ttl: 3600 })).toEqual([false, true]);
    expect(readsOf(request)).toEqual([false, false]);
    expect(readsOf({ at: 0, body: body("1h") })).toEqual([false, true]);
    expect(readsOf({ at: 0, body: body("5m") })).toEqual([false, false]);
  });

  it("draw implicit reads, bill own prices and leave the reasons out", () => {
    const result = post({
      model: "qwen3-max",
      region: "us",
      implicit: { probability: 1 },
      explain: false,
      prices: [{ model: "qwen3-max", region: "us", input: 1, output: 1, implicitRead: 0 }],
      requests: [plain, { ...plain, at: 9, segments: [segments[0], { id: "r", tokens: 10 }] }],
    });
    expect(result).toMatchObject({
      ok: true,
      value: { turns: [{ reasons: [] }, { read: 1920, reasons: [] }], totals: { currency: "USD" } },
    });
    if (result.ok) expect(result.value.totals.cost).toBeCloseTo((2014 + 94) / 1e6, 12);
  });
});

describe("what is refused", () => {
  const long = { at: 0, body: { messages: [{ role: "user", content: "hello" }] } };
  it.each<[string, unknown, string, RegExp]>([
    ["no object", [], "", /^The request must be a JSON object/],
    ["null", null, "", /JSON object/],
    [
      "no requests",
      { model: "m" },
      "/requests",
      /^\/requests is missing; it must be an array of requests\.$/,
    ],
    ["empty requests", { model: "m", requests: [] }, "/requests", /at least one/],
    ["too many", { model: "m", requests: new Array(10_001).fill(request) }, "/requests", /more than 10000/],
    ["no model", { requests: [request] }, "/model", /^\/model is missing/],
    [
      "no model in a body either",
      { requests: [long] },
      "/model",
      /the body of \/requests\/0 does not name one/,
    ],
    ["a model that is no name", { model: 3, requests: [request] }, "/model", /must be a string/],
    ["a region", { model: "m", region: "mars", requests: [request] }, "/region", /one of cn, intl/],
    ["a system", { model: "m", system: "x", requests: [request] }, "/system", /model-studio-implicit/],
    ["implicit", { model: "m", implicit: true, requests: [request] }, "/implicit", /never, always or/],
    [
      "a probability",
      { model: "m", implicit: { probability: 2 }, requests: [request] },
      "/implicit/probability",
      /must be a number from 0 to 1/,
    ],
    ["a day", { model: "m", on: "today", requests: [request] }, "/on", /must be a day, such as/],
    ["a life", { model: "m", requests: [{ ...request, ttl: 60 }] }, "/requests/0/ttl", /must be 300 or 3600/],
    [
      "a price",
      { model: "m", prices: [{ model: "m", region: "cn", read: -1 }], requests: [request] },
      "/prices/0/read",
      /must be 0 or more/,
    ],
    [
      "no time",
      { model: "m", requests: [{ segments, markers: [] }] },
      "/requests/0/at",
      /missing; it must be a number/,
    ],
    [
      "a time",
      { model: "m", requests: [{ ...request, at: "1" }] },
      "/requests/0/at",
      /must be a number of seconds/,
    ],
    [
      "a duration",
      { model: "m", requests: [{ ...request, duration: -1 }] },
      "/requests/0/duration",
      /0 s or more/,
    ],
    [
      "tokens",
      { model: "m", requests: [request, { ...request, segments: [{ id: "A", tokens: 1.5 }] }] },
      "/requests/1/segments/0/tokens",
      /whole number of tokens/,
    ],
    [
      "a marker",
      { model: "m", requests: [{ ...request, markers: [2] }] },
      "/requests/0/markers/0",
      /index of a segment, 0 to 1/,
    ],
    ["no markers", { model: "m", requests: [{ at: 0, segments }] }, "/requests/0/markers", /is missing/],
    ["both forms", { model: "m", requests: [{ ...request, body: {} }] }, "/requests/0", /both/],
    ["neither form", { model: "m", requests: [{ at: 0 }] }, "/requests/0", /neither/],
    [
      "a body",
      { model: "m", requests: [{ at: 0, body: "text" }] },
      "/requests/0/body",
      /must be a request body/,
    ],
    [
      "a body without messages",
      { model: "m", requests: [{ at: 0, body: {} }] },
      "/requests/0/body",
      /messages/,
    ],
  ])("%s", (_, body, pointer, message) => {
    const result = post(body);
    expect(result).toMatchObject({ ok: false, error: { pointer } });
    if (!result.ok) expect(ENGLISH.say(result.error.message)).toMatch(message);
  });
});
