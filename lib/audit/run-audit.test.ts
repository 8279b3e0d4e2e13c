/** An audit goes through its calls, stops at errors and its ceiling, and never judges a disturbed pair. */
import { expect, it } from "vitest";
import { spentOf } from "../run/money";
import type { SendEvent } from "../run/sending";
import { inEnglish } from "../words/fixtures/in-english";
import { type AuditPlan, listCalls } from "./audit-plan";
import { type AuditState, countedOf, moneyOf, startAudit } from "./audit-state";
import { estimateAudit } from "./estimate-audit";
import { addressCall, nextCall, nextEffect, reduceAudit } from "./run-audit";

const plan: AuditPlan = {
  target: { kind: "emulator", account: "sk-audit", behaviour: "honest" },
  dialect: "openai",
  model: "qwen3.7-max",
  region: "intl",
  marked: true,
  promptTokens: 2000,
  pairs: 5,
  warmCalls: 2,
  salt: "salt",
  startedAt: 0,
};
const FACTS = { most: 0.5, added: [] };
const usage = (read: number, more: object = {}) => ({
  prompt_tokens: 2000,
  completion_tokens: 4,
  prompt_tokens_details: { cached_tokens: read },
  ...more,
});
const silent = { text: "1", reasoning: "", calls: [], finish: "stop", isComplete: true, error: null };
const play = (state: AuditState, ...events: SendEvent[]): AuditState => events.reduce(reduceAudit, state);
const answer = (clock: number, given: unknown = usage(0)): SendEvent[] => [
  { kind: "sent", at: clock, clock, ...FACTS },
  { kind: "first-token", clock: clock + 0.25 },
  { kind: "first-token", clock: clock + 0.3 },
  { kind: "answered", clock: clock + 0.5, answer: { ...silent, usage: given }, requestId: "id" },
];
const answerMany = (state: AuditState, count: number): AuditState =>
  Array.from({ length: count }, (_, index) => answer(index)).reduce(
    (now, events) => play(now, ...events),
    state,
  );

it("sends an opening, then short, cold and warm calls, and is done", () => {
  const kinds = listCalls({ pairs: 2, warmCalls: 2 }).map(({ kind }) => kind);
  expect(kinds).toEqual(["opening", "short", "cold", "warm", "warm", "short", "cold", "warm", "warm"]);
  const state = answerMany(startAudit(plan, null), 21);
  expect(state.status).toBe("done");
  expect(nextEffect(state, 100)).toEqual({ kind: "none" });
  expect(countedOf(state)).toHaveLength(21);
});

it("notes times, usage, price and reported cost of a call", () => {
  const [call] = play(startAudit(plan, null), ...answer(10, usage(1500, { cost: 0.002 }))).calls;
  expect(call).toMatchObject({ firstToken: 0.25, total: 0.5, reportedCost: 0.002, outcome: "answered" });
  expect(call?.usage?.read).toBe(1500);
  expect(call?.cost).toBeGreaterThan(0);
});

it("sends one call at a time", () => {
  const state = play(startAudit(plan, null), { kind: "sent", at: 0, clock: 0, ...FACTS });
  expect(nextEffect(state, 100)).toEqual({ kind: "none" });
  expect(play(state, { kind: "sent", at: 1, clock: 1, ...FACTS })).toBe(state);
});

it("keeps the head of a pair's prompts alike, and every other head and every end different", () => {
  let state = startAudit(plan, null);
  const bodies: { pair: number; kind: string; head: string; end: string }[] = [];
  for (let effect = nextEffect(state, 100); effect.kind === "send"; effect = nextEffect(state, 100)) {
    const { messages } = JSON.parse(effect.body);
    const { pair, kind } = effect.call;
    bodies.push({ pair, kind, head: messages[0].content[0].text, end: messages[1].content });
    state = play(state, ...answer(0));
  }
  const long = bodies.filter(({ kind }) => kind === "cold" || kind === "warm");
  expect(new Set(long.map(({ head }) => head)).size).toBe(plan.pairs);
  expect(new Set(bodies.map(({ head }) => head.slice(0, 30))).size).toBe(1 + 2 * plan.pairs);
  expect(new Set(bodies.map(({ end }) => end)).size).toBe(bodies.length);
});

it("stops where it is refused, and begins the pair again with a new prompt", () => {
  const begun = answerMany(startAudit(plan, null), 4);
  const stopped = play(
    begun,
    { kind: "sent", at: 9, clock: 9, ...FACTS },
    { kind: "refused", clock: 9, sentence: "No.", wayOut: "Wait." },
  );
  expect(stopped).toMatchObject({ status: "stopped", problem: { sentence: "No.", wayOut: "Wait." } });
  expect(stopped.calls).toHaveLength(4);
  const before = nextEffect(answerMany(startAudit(plan, null), 2), 100);
  const resumed = play(stopped, { kind: "resume", ceiling: null });
  expect(nextCall(resumed)).toMatchObject({ pair: 1, kind: "short" });
  const again = nextEffect(play(resumed, ...answer(0)), 100);
  expect(again).toMatchObject({ kind: "send", call: { kind: "cold", pair: 1 } });
  expect(again).not.toEqual(before);
  expect(countedOf(answerMany(resumed, 20))).toHaveLength(21);
});

it("counts a call that broke off as maybe billed, does not judge it, and goes on only when told", () => {
  const state = play(
    startAudit(plan, null),
    { kind: "sent", at: 0, clock: 0, ...FACTS },
    { kind: "broke-off", clock: 1, sentence: "The answer broke off midway." },
  );
  expect(state.status).toBe("stopped");
  expect(countedOf(state)).toEqual([]);
  expect(moneyOf(state)).toEqual({ billed: 0, maybe: 0.5, open: 1 });
});

it("begins a pair again only where that is chosen, with new prompts", () => {
  const sent = play(answerMany(startAudit(plan, null), 4), { kind: "sent", at: 9, clock: 9, ...FACTS });
  const back = play(JSON.parse(JSON.stringify(sent)), { kind: "restore" });
  expect(inEnglish(back.problem)).toMatchObject({
    kind: "maybe-billed",
    sentence:
      "The page was left before the answer arrived. Call 5 was sent and its whole answer never came: a service may have billed it, up to 0.5000 USD, while the emulator bills nothing.",
    choices: { again: "Start pair 1 again with new prompts", skip: null },
  });
  expect(play(back, { kind: "resume", ceiling: null })).toBe(back);
  expect(play(back, { kind: "skip", ceiling: null })).toBe(back);
  const again = play(back, { kind: "again", ceiling: null });
  expect(again).toMatchObject({ status: "running", attempt: 1 });
  expect(nextCall(again)).toMatchObject({ pair: 1, kind: "short" });
});

it("stops before the call that could pass the ceiling", () => {
  const state = startAudit(plan, 0.000001);
  const effect = nextEffect(state, 100);
  expect(inEnglish(effect)).toMatchObject({
    kind: "dispatch",
    event: { kind: "stop", problem: { sentence: expect.stringMatching(/would pass the ceiling/) } },
  });
  if (effect.kind !== "dispatch") return;
  const stopped = play(state, effect.event);
  expect(nextEffect(stopped, 100).kind).toBe("none");
  expect(nextEffect(play(stopped, { kind: "resume", ceiling: 5 }), 100).kind).toBe("send");
});

it("keeps no ceiling where no price is known", () => {
  const unknown = startAudit({ ...plan, region: null }, 1);
  expect(inEnglish(nextEffect(unknown, 100))).toMatchObject({
    kind: "dispatch",
    event: { kind: "stop", problem: { sentence: expect.stringMatching(/price.*unknown/) } },
  });
  expect(nextEffect(startAudit({ ...plan, region: null }, null), 100).kind).toBe("send");
  expect(estimateAudit({ ...plan, region: null })).toMatchObject({ low: null, most: null });
});

it("never spends more than it said at most", () => {
  const written = { prompt_tokens_details: { cached_tokens: 0, cache_creation_input_tokens: 1900 } };
  let state = startAudit(plan, null);
  while (state.status === "running") {
    const isLong = ["cold", "warm"].includes(nextCall(state)?.kind ?? "");
    state = play(
      state,
      ...answer(0, isLong ? usage(0, written) : { prompt_tokens: 40, completion_tokens: 4 }),
    );
  }
  const { low, most } = estimateAudit(plan);
  expect(spentOf(moneyOf(state))).toBeLessThanOrEqual(most ?? 0);
  expect(low).toBeLessThan(most ?? 0);
});

it("is over once it is cancelled, whatever comes later", () => {
  const state = play(
    startAudit(plan, null),
    { kind: "sent", at: 0, clock: 0, ...FACTS },
    { kind: "cancel", clock: 1 },
  );
  expect(state).toMatchObject({ status: "cancelled", underWay: null, calls: [{ outcome: "broken" }] });
  expect(play(state, ...answer(2), { kind: "resume", ceiling: null })).toEqual(state);
});

const emulator = { kind: "emulator", account: "sk-audit", behaviour: "says-none" } as const;
const service = {
  kind: "service",
  endpoint: "intl-anthropic",
  name: "Singapore",
  workspace: "",
} as const;

it("steers the emulator, and never sends it the user's key", () => {
  const { url, headers } = addressCall({ target: emulator, dialect: "anthropic", marked: true }, "sk-own");
  expect(url).toBe("/emulator/apps/anthropic/v1/messages");
  expect(headers).toMatchObject({
    authorization: "Bearer sk-audit",
    "x-emulator-latency": "real",
    "x-emulator-lie": "says-none",
  });
  expect(JSON.stringify(headers)).not.toContain("sk-own");
  const honest = { ...emulator, behaviour: "honest" } as const;
  const bare = addressCall({ target: honest, dialect: "openai", marked: false }, "").headers;
  expect(bare).not.toHaveProperty("x-emulator-lie");
  expect(bare).toHaveProperty("x-emulator-implicit", "always");
});

it("sends no steering to a service, and no key where there is none", () => {
  const { url, headers } = addressCall({ target: service, dialect: "anthropic", marked: false }, "sk-own");
  expect(url).toBe("/api/relay");
  expect(headers).toEqual({
    "content-type": "application/json",
    "x-relay-endpoint": "intl-anthropic",
    authorization: "Bearer sk-own",
  });
  const own = { ...service, workspace: "my-place" };
  const keyless = addressCall({ target: own, dialect: "openai", marked: true }, "").headers;
  expect(keyless).not.toHaveProperty("authorization");
  expect(keyless).toHaveProperty("x-relay-workspace", "my-place");
});
