/** `readings` of the HTTP API: played, repeated in the answer, and refused in one sentence where they are wrong. */
import { describe, expect, it } from "vitest";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { analyzeBody } from "./analyze-body";
import { compareBody } from "./compare-body";
import { simulateBody } from "./simulate-body";

const counterFor = loadTestCounters();
const LONG = "The quick brown fox jumps over the lazy dog. ".repeat(200);
const body = {
  model: "qwen3-max",
  messages: [
    { role: "system", content: [{ type: "text", text: LONG, cache_control: { type: "ephemeral" } }] },
    { role: "user", content: "Hi" },
  ],
};
const requests = [
  { at: 0, body },
  { at: 400, body },
];

it("simulate plays them and says so", () => {
  const played = simulateBody({ requests, readings: { life: "hour" } }, counterFor);
  expect(played).toMatchObject({ ok: true, value: { readings: { life: "hour" }, totals: { read: 2005 } } });
  const plain = simulateBody({ requests }, counterFor);
  expect(plain).toMatchObject({ ok: true, value: { totals: { read: 0 } } });
  expect(plain.ok && "readings" in plain.value).toBe(false);
  expect(simulateBody({ requests, readings: {} }, counterFor)).toEqual(plain);
});

it("analyze reads markers by them and says so", () => {
  const marked = structuredClone(body);
  marked.messages.unshift(
    ...["a", "b", "c", "d"].map((text) => ({
      role: "system",
      content: [{ type: "text", text: `${text}${LONG}`, cache_control: { type: "ephemeral" } }],
    })),
  );
  const markers = (readings?: object) => {
    const answer = analyzeBody({ body: marked, ...(readings ? { readings } : {}) }, counterFor);
    return answer.ok ? answer.value.markers.map(({ status }) => status) : [];
  };
  expect(markers().indexOf("dropped")).toBe(0);
  expect(markers({ "extra-markers": "first-four" }).indexOf("dropped")).toBe(4);
  expect(analyzeBody({ body, readings: { life: "hour" } }, counterFor)).toMatchObject({
    value: { readings: { life: "hour" } },
  });
});

it("compare plays them on Model Studio's systems alone and says so", () => {
  const systems = [
    { system: "model-studio" },
    { system: "model-studio", model: "qwen3.7-max" },
    { system: "deepseek", model: "deepseek-v4-pro" },
  ];
  const play = (readings?: object) => {
    const answer = compareBody({ requests, systems, ...(readings ? { readings } : {}) }, counterFor);
    if (!answer.ok) throw new Error("It is sound.");
    return answer.value;
  };
  const [plain, played] = [play(), play({ life: "hour" })];
  expect(plain.systems.map(({ totals }) => totals.read)).toEqual([0, 0, expect.any(Number)]);
  expect(played.systems.map(({ totals }) => totals.read)).toEqual([2005, 2004, expect.any(Number)]);
  expect(played.systems[2]).toEqual(plain.systems[2]);
  expect(played.readings).toEqual({ life: "hour" });
  expect("readings" in plain).toBe(false);
  expect(play({})).toEqual(plain);
});

describe.each([
  [
    { life: "day" },
    "/readings/life",
    /^(\/readings\/life is no reading of life; it must be one of|The open question life has no such reading; it has) five-minutes, ten-minutes, hour/,
  ],
  [
    { lives: "hour" },
    "/readings/lives",
    /^(\/readings\/lives is no open question: lives|lives is no open question); those are extra-markers/,
  ],
  [
    "hour",
    "/readings",
    /^(\/readings|`readings`) must be an object that gives open questions one of their readings, such as { "life": "hour" }/,
  ],
])("%j", (readings, pointer, sentence) => {
  it.each([
    ["simulate", simulateBody({ requests, readings }, counterFor)],
    ["analyze", analyzeBody({ body, readings }, counterFor)],
    ["compare", compareBody({ requests, systems: [{ system: "model-studio" }], readings }, counterFor)],
  ])("is refused by %s in one sentence", (_, answer) => {
    if (answer.ok) throw new Error("it was taken");
    expect(answer.error.pointer).toBe(pointer);
    expect(ENGLISH.say(answer.error.message)).toMatch(sentence);
  });
});
