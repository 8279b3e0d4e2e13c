/** Responses bodies through the HTTP API: analysed as they stand, played by the session cache. */
import { expect, it } from "vitest";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { answerAnalyze } from "./analyze-post";
import { compareBody } from "./compare-body";
import { simulateBody } from "./simulate-body";

const counters = loadTestCounters();
const rules = "You keep the desk of a small shop. ".repeat(200);
const first = {
  model: "qwen3.7-max",
  instructions: rules,
  input: "Order 114 is late. What now?",
  text: { format: { type: "json_object" } },
};
const second = {
  ...first,
  input: [
    { role: "user", content: first.input },
    { role: "assistant", content: "Write to the customer." },
    { role: "user", content: "And order 117?" },
  ],
};

function analyze(sent: unknown) {
  const text = JSON.stringify(sent);
  const answer = answerAnalyze(
    {
      text,
      json: { ok: true, value: sent },
      query: new URLSearchParams(),
      origin: "https://cache.example",
      version: "0.1.0",
    },
    counters,
  );
  if (!answer.ok || !("tokens" in answer.value)) throw new Error(JSON.stringify(answer));
  return answer.value;
}

it.each([
  ["as it is", first],
  ["as a body", { body: first }],
  ["as a text", { text: JSON.stringify(first) }],
])("a body posted %s is analysed", (_name, sent) => {
  const { dialect, system, tokens, markers } = analyze(sent);
  expect([dialect, system, markers]).toEqual(["responses", "model-studio-session", []]);
  expect(tokens.segments.map(({ pointer, role }) => [pointer, role])).toEqual([
    ["/instructions", "system"],
    ["/input", "user"],
  ]);
});

it("a chat and the Responses body it converts to count the same", () => {
  const chat = {
    model: first.model,
    messages: [
      { role: "system", content: rules },
      { role: "user", content: first.input },
    ],
  };
  expect(analyze(first).tokens.total).toBe(analyze(chat).tokens.total);
});

it("what is wrong is told with its place", () => {
  const sent = { model: "qwen3.7-max", store: true, input: [] };
  const answer = answerAnalyze(
    {
      text: JSON.stringify(sent),
      json: { ok: true, value: sent },
      query: new URLSearchParams(),
      origin: "https://cache.example",
      version: "0.1.0",
    },
    counters,
  );
  expect(answer.ok ? null : [answer.error.pointer, ENGLISH.say(answer.error.message)]).toEqual([
    "/input",
    "The request has no messages; add at least one.",
  ]);
});

const play = (more: object) => {
  const answer = simulateBody(
    {
      model: "qwen3.7-max",
      requests: [
        { at: 0, duration: 2, completion: 10, body: first },
        { at: 20, duration: 2, completion: 10, body: second },
      ],
      ...more,
    },
    counters,
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value.turns.map(({ read, written }) => ({ read, written }));
};

it("bodies are simulated with the session cache, whether it is named or not", () => {
  const [one, two] = play({});
  expect(one?.read).toBe(0);
  expect(two?.read).toBe(one?.written);
  expect(play({ system: "model-studio-session" })).toEqual([one, two]);
});

it("and with the implicit cache where that is named", () => {
  const [one, two] = play({ system: "model-studio-implicit" });
  expect(one).toEqual({ read: 0, written: 0 });
  expect((two?.read ?? 0) % 128).toBe(0);
  expect(two?.read).toBeGreaterThan(1024);
});

it("chats between them share no entry with them", () => {
  const chat = {
    model: "qwen3.7-max",
    messages: [
      { role: "system", content: [{ type: "text", text: rules, cache_control: { type: "ephemeral" } }] },
      { role: "user", content: first.input },
    ],
  };
  const answer = simulateBody(
    {
      requests: [
        { at: 0, body: first },
        { at: 20, body: chat },
        { at: 40, body: chat },
      ],
    },
    counters,
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const reads = answer.value.turns.map(({ read }) => read);
  expect(reads.slice(0, 2)).toEqual([0, 0]);
  expect(reads[2]).toBeGreaterThan(1024);
});

it("services of the comparison read them too", () => {
  const answer = compareBody(
    {
      systems: [
        { system: "model-studio" },
        { system: "openai", model: "gpt-6-sol" },
        { system: "deepseek", model: "deepseek-flash" },
      ],
      requests: [
        { at: 0, body: first },
        { at: 20, body: second },
      ],
    },
    counters,
  );
  expect(answer).toMatchObject({ ok: true });
});
