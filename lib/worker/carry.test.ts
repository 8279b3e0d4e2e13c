/** What is large travels to a worker once, and arrives as it was. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Settings } from "../pipeline/analysis";
import type { RecordedExchange, RecordedSession } from "../sessions/recorded-exchange";
import type { Scenario } from "../timeline/scenario";
import { createScenarioSender, createScenarioTaker } from "./carry-scenario";
import { createSessionSender, createSessionTaker } from "./carry-session";
import { createTextSender, createTextTaker } from "./carry-text";
import type { WorkerJob } from "./messages";
import type { SessionJob } from "./session-messages";

const scenarios: readonly Scenario[] = Array.from({ length: 7 }, (_, index) => ({
  name: `${index}`,
  duration: 3,
  reply: "",
  turns: [{ mode: "append", gap: 20, user: "long ".repeat(index), reply: "" }],
}));
const base = { model: "qwen3.7-max", region: "intl" } as const;

const job = fc
  .tuple(fc.constantFrom(null, ...scenarios), fc.boolean(), fc.boolean())
  .map(([scenario, isAnalysis, hasSettings]): WorkerJob => {
    const settings: Settings = { ...base, scenario };
    if (isAnalysis)
      return { kind: "analyse", id: 1, text: "[]", settings: hasSettings ? settings : null, turn: 0 };
    return hasSettings
      ? { kind: "ask", id: 2, question: { kind: "savings", text: "[]", settings } }
      : { kind: "ask", id: 2, question: { kind: "drop-vocabulary" } };
  });

it("gives every job as it was, whatever scenarios take turns", () => {
  fc.assert(
    fc.property(fc.array(job, { maxLength: 30 }), (jobs) => {
      const [send, take] = [createScenarioSender(), createScenarioTaker()];
      for (const each of jobs) expect(take(structuredClone(send(each)))).toEqual(each);
    }),
  );
});

it("sends a scenario once, and gives it as one object to analyses and questions", () => {
  const [send, take] = [createScenarioSender(), createScenarioTaker()];
  const settings: Settings = { ...base, scenario: scenarios[0] ?? null };
  const first = send({ kind: "analyse", id: 1, text: "[]", settings, turn: 0 });
  const second = send({
    kind: "ask",
    id: 2,
    question: { kind: "savings", text: "[]", settings: { ...settings } },
  });
  expect(first.carried?.scenario).toBe(settings.scenario);
  expect(second.carried).toEqual({ number: first.carried?.number });
  const [analysis, question] = [take(first), take(second)];
  const taken = analysis.kind === "analyse" ? analysis.settings?.scenario : undefined;
  expect(taken).toBe(settings.scenario);
  expect(question).toMatchObject({ question: { settings: { scenario: taken } } });
});

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  // As keys leave a text: pieces of a few alike ones.
  fc
    .array(fc.constantFrom("aaaa", "aab", "\n", "\u{1f600}", "\ud83d"), { maxLength: 12 })
    .map((all) => all.join("")),
);
const textJob = fc
  .tuple(text, fc.constantFrom("analyse", "what-if", "savings", "cancel"))
  .map(([all, kind]): WorkerJob => {
    const settings: Settings = { ...base, scenario: scenarios[all.length % 3] ?? null };
    if (kind === "cancel") return { kind, id: 3 };
    if (kind === "analyse") return { kind, id: 1, text: all, settings, turn: 0 };
    return { kind: "ask", id: 2, question: { kind: kind as "savings", text: all, settings } };
  });

it("gives every job with its text, whatever was typed, tried or opened in between", () => {
  fc.assert(
    fc.property(fc.array(textJob, { maxLength: 30 }), (jobs) => {
      const [sendScenario, sendText] = [createScenarioSender(), createTextSender()];
      const [takeScenario, takeText] = [createScenarioTaker(), createTextTaker()];
      for (const each of jobs)
        expect(takeScenario(takeText(structuredClone(sendText(sendScenario(each)))))).toEqual(each);
    }),
  );
});

it("posts of a long text that is typed on what was typed", () => {
  const send = createTextSender();
  const long = "cache ".repeat(10_000);
  const ask = (all: string) =>
    send({ kind: "analyse", id: 1, text: all, settings: { ...base, scenario: null }, turn: 0 });
  expect(ask(long)).toMatchObject({ text: long });
  expect(ask(`${long}7`)).toMatchObject({
    text: "",
    textEdits: [{ range: { start: long.length, end: long.length }, text: "7" }],
  });
  expect(ask(`${long}7`)).toMatchObject({ text: "", textEdits: [] });
});

const exchange = (number: number, text = ""): RecordedExchange => ({
  number,
  kind: "chat",
  dialect: "openai",
  method: "POST",
  path: "/chat/completions",
  at: number,
  firstByte: null,
  firstToken: null,
  duration: null,
  status: null,
  body: { messages: [{ role: "user", content: text }] },
  bytes: 1,
  answer: null,
  usage: null,
  requestId: null,
  redacted: [],
  missing: null,
});

function ask(exchanges: readonly RecordedExchange[]): SessionJob {
  const session: RecordedSession = {
    startedAt: 1,
    expiresAt: null,
    target: "emulator",
    exchanges,
    forgotten: 0,
    unstored: 0,
  };
  return { kind: "ask", id: 1, question: { kind: "explain-session", session, settings: base } };
}

it("sends of a recording what is new or has changed, and gives the rest as the same objects", () => {
  const [send, take] = [createSessionSender(), createSessionTaker()];
  const [one, two, three] = [exchange(1), exchange(2), exchange(3)];
  const answered = { ...two, status: 200 };
  const held = take(structuredClone(send(ask([one, two]))));
  const grown = send(ask([one, answered, three]));
  expect(grown.carried?.exchanges.map(({ number }) => number)).toEqual([2, 3]);
  const taken = take(structuredClone(grown));
  expect(taken).toEqual(ask([one, answered, three]));
  const listed = [held, taken].map((each) => (each.kind === "ask" ? each.question.session.exchanges : []));
  expect(listed[1]?.[0]).toBe(listed[0]?.[0]);
});
