/** The compare API: defaults, both request forms, routes, and one clear sentence for what is wrong. */
import { describe, expect, it } from "vitest";
import type { TokenCounter } from "../tokens/token-counter";
import { ENGLISH } from "../words/plain-words";
import { compareBody } from "./compare-body";

/** One token a character. */
const counter: TokenCounter = {
  name: "characters",
  origin: "built-in",
  count: (text) => text.length,
  encode: (text) => Array.from(text, (character) => character.charCodeAt(0)),
  list: () => ({ text: "", tokens: [], complete: true, changed: false }),
};
const post = (body: unknown) => compareBody(body, () => counter);

function systemsOf(body: unknown) {
  const result = post(body);
  if (!result.ok) throw new Error(ENGLISH.say(result.error.message));
  return result.value.systems;
}

const segments = [{ id: "A", tokens: 2000 }];
const request = { at: 0, segments, markers: [0] };
const requests = [request, { ...request, at: 10 }];
const glm = { system: "glm", model: "glm-5" };

it("answers in the order asked, with names, grades, currencies and assumptions", () => {
  const systems = systemsOf({
    requests,
    systems: [glm, { system: "moonshot-v1", model: "moonshot-v1-8k", name: "Mine" }, { system: "vllm" }],
  });
  expect(systems).toMatchObject([
    {
      system: "glm",
      model: "glm-5",
      name: "GLM",
      currency: "USD",
      tokens: "given",
      totals: { storage: null },
    },
    { system: "moonshot-v1", name: "Mine", currency: "CNY", objects: [{ tokens: 2000 }] },
    { system: "vllm", model: null, currency: null, totals: { cost: null } },
  ]);
  expect(systems[0]?.assumptions).toContain("life-by-load");
  expect(systems[0]).not.toHaveProperty("objects");
});

it("leaves out reasons where none are asked for", () => {
  const [told, bare] = [true, false].map((explain) => systemsOf({ explain, requests, systems: [glm] })[0]);
  expect(told?.turns[1]?.reasons[0]?.code).toBe("hit");
  expect(bare?.turns.every(({ reasons }) => reasons.length === 0)).toBe(true);
});

describe("bodies", () => {
  const long = "x".repeat(2000);
  const body = (question: string, ttl?: string) => ({
    model: "qwen3-max",
    messages: [
      {
        role: "system",
        content: [
          { type: "text", text: long, cache_control: { type: "ephemeral", ...(ttl ? { ttl } : {}) } },
        ],
      },
      { role: "user", content: question },
    ],
  });
  const asked = (ttl?: string) => [
    { at: 0, body: body("one", ttl) },
    { at: 400, body: body("two", ttl) },
  ];

  it("are counted for each system, with the life that their markers ask for", () => {
    const systems = [{ system: "anthropic", model: "claude-opus-5" }, glm, { system: "model-studio" }];
    const [claude, prefix, own] = systemsOf({ requests: asked("1h"), systems });
    expect(claude?.turns).toMatchObject([
      { read: 0, written: 2604, life: 3600 },
      { read: 2604, written: 0 },
    ]);
    expect(claude).toMatchObject({ tokens: "estimate" });
    expect(claude?.assumptions).toEqual(
      expect.arrayContaining(["frame-of-four", "nearest-vocabulary", "claude-later-vocabulary"]),
    );
    expect(prefix?.turns[1]?.read).toBe(2004);
    expect(own?.turns[1]?.prompt).toBeGreaterThan(2000);
    expect(systemsOf({ requests: asked(), systems })[0]?.turns[1]?.read).toBe(0);
  });

  it("live an hour at Anthropic where markers that ask for none are to", () => {
    const system = { system: "anthropic", model: "claude-opus-4-1" };
    const asks = [
      { at: 0, body: body("one") },
      { at: 3000, body: body("two") },
    ];
    const [short, long] = systemsOf({
      requests: asks,
      systems: [system, { ...system, options: { ttl: 3600 } }],
    });
    expect(short?.turns.map(({ read, life }) => [read, life])).toEqual([
      [0, 300],
      [0, 300],
    ]);
    expect(long?.turns.map(({ read, life }) => [read, life])).toEqual([
      [0, 3600],
      [2004, undefined],
    ]);
  });

  it("make an object of Moonshot's up to their last marker, which later requests use", () => {
    const [moonshot] = systemsOf({
      requests: asked(),
      systems: [{ system: "moonshot-v1", model: "moonshot-v1-32k" }],
    });
    expect(moonshot?.objects).toMatchObject([{ tokens: 2004, createdAt: 0, expiresAt: 600 }]);
    expect(moonshot?.turns.map(({ read }) => read)).toEqual([2004, 2004]);
  });

  it("are refused by a service that has no such life", () => {
    const [claude] = systemsOf({
      requests: asked("2h"),
      systems: [{ system: "anthropic", model: "claude-opus-5" }],
    });
    expect(ENGLISH.say(claude?.turns[0]?.refused ?? "")).toContain("7200 s");
  });
});

it("keeps a conversation behind a sticky router where it was until it was idle too long", () => {
  const all = Array.from({ length: 40 }, (_, order) => ({
    at: order * 10,
    conversation: `c${order % 8}`,
    segments: [{ id: `${order % 8}`, tokens: 100 }],
    markers: [],
  }));
  const route = (idle: number) => ({
    system: "route",
    options: { members: [{ ...glm, replicas: 6 }], policy: "sticky", seed: 3, idle },
  });
  const [stays, moves] = systemsOf({ requests: all, systems: [route(81), route(80)] });
  expect(stays?.totals.read).toBe(32 * 100);
  expect(moves?.totals.read).toBeLessThan(32 * 100);
});

it("asks for no marker of its own where a service would not count it", () => {
  const tools = [{ at: 0, segments: [{ id: "T", tokens: 3000, role: "tools" }], markers: [] }];
  const automatic = (system: string, model: string) => ({ system, model, options: { automatic: true } });
  const systems = [automatic("anthropic", "claude-opus-5"), automatic("bedrock", "nova-pro")];
  expect(systemsOf({ requests: tools, systems }).map(({ totals }) => totals.written)).toEqual([3000, 0]);
});

it("lets Qwen4's entries live as the last marker asks", () => {
  const later = [0, 400].map((at) => ({ ...request, at, markers: [{ after: 0, ttl: 3600 }] }));
  const systems = ["qwen4-max", "qwen3.7-max"].map((model) => ({ system: "model-studio", model }));
  expect(systemsOf({ requests: later, systems }).map(({ totals }) => totals.read)).toEqual([2000, 0]);
});

it("adds no amounts in different currencies", () => {
  const members = [glm, { system: "moonshot-v1", model: "moonshot-v1-8k" }];
  const [route] = systemsOf({
    requests,
    systems: [{ system: "route", options: { members, policy: "round-robin" } }],
  });
  expect(route?.turns.every(({ cost }) => cost !== null)).toBe(true);
  expect(route).toMatchObject({ currency: null, totals: { cost: null, costWithoutCache: null } });
});

describe("refuses", () => {
  const systems = [glm];
  const route = (options: unknown) => ({ requests, systems: [{ system: "route", options }] });
  it.each<[string, unknown, string, string]>([
    ["what is no object", 7, "", "must be a JSON object"],
    ["no requests", { requests: [], systems }, "/requests", "at least one request"],
    ["no systems", { requests }, "/systems", "is missing"],
    ["too many systems", { requests, systems: Array(41).fill(glm) }, "/systems", "more than 40"],
    ["too many requests", { requests: Array(10_001).fill(request), systems }, "/requests", "more than 10000"],
    [
      "another system",
      { requests, systems: [{ system: "abacus" }] },
      "/systems/0/system",
      "must be one of anthropic",
    ],
    [
      "another model",
      { requests, systems: [{ system: "glm", model: "x" }] },
      "/systems/0/model",
      "one of glm-5.3",
    ],
    ["no model", { requests, systems: [{ system: "glm" }] }, "/systems/0/model", "is missing"],
    [
      "no model for Model Studio",
      { requests, systems: [{ system: "qwen4" }] },
      "/systems/0/model",
      "is missing, and /requests/0 does not name one",
    ],
    [
      "another option",
      { requests, systems: [{ ...glm, options: { pages: 3 } }] },
      "/systems/0/options/pages",
      "not an option of this system",
    ],
    [
      "an option that is no option's name but a word of the language",
      { requests, systems: [{ ...glm, options: { toString: 3 } }] },
      "/systems/0/options/toString",
      "not an option of this system",
    ],
    [
      "a probability above 1",
      { requests, systems: [{ ...glm, options: { probability: 2 } }] },
      "/systems/0/options/probability",
      "must be a number from 0 to 1",
    ],
    ["a day that is none", { requests, systems, on: "2026-02-30" }, "/on", "must be a day"],
    [
      "a marker without a segment",
      { requests: [{ ...request, markers: [{ after: 1 }] }], systems },
      "/requests/0/markers/0/after",
      "index of a segment",
    ],
    [
      "a role that is none",
      { requests: [{ ...request, segments: [{ id: "A", tokens: 1, role: "judge" }] }], systems },
      "/requests/0/segments/0/role",
      "must be one of tools",
    ],
    ["both forms", { requests: [{ ...request, body: {} }], systems }, "/requests/0", "give one of the two"],
    ["a body without messages", { requests: [{ at: 0, body: {} }], systems }, "/requests/0/body", "messages"],
    ["a route without a policy", route({ members: [glm] }), "/systems/0/options/policy", "is missing"],
    [
      "a route in a route",
      route({ members: [{ system: "route" }], policy: "pinned" }),
      "/systems/0/options/members/0/system",
      "must not be a route",
    ],
    [
      "a member that is none",
      route({ members: [{ system: "x" }], policy: "pinned" }),
      "/systems/0/options/members/0/system",
      "must be one of",
    ],
    [
      "picks that are too few",
      route({ members: [glm], policy: "given", picks: [0] }),
      "/systems/0/options/picks",
      "for each request",
    ],
    [
      "a pick that is none",
      route({ members: [glm], policy: "given", picks: [0, 1] }),
      "/systems/0/options/picks/1",
      "0 to 0",
    ],
    [
      "more blocks than can be gone through",
      {
        requests: [{ ...request, segments: [{ id: "A", tokens: 1e9 }] }],
        systems: [{ system: "vllm", options: { block: 1, capacity: 1e9 } }],
      },
      "/systems/0/options/block",
      "more than 100000000 blocks",
    ],
  ])("%s", (_, body, pointer, message) => {
    const result = post(body);
    expect(result).toMatchObject({ ok: false, error: { code: expect.any(String), pointer } });
    if (!result.ok) {
      expect(ENGLISH.say(result.error.message)).toContain(message);
      expect(ENGLISH.say(result.error.message)).toMatch(/\.$/);
    }
  });
});
