/** A run from start to end against services that answer, refuse and break off: nothing is sent twice that was answered. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StreamedAnswer } from "../answers/read-stream";
import type { Settings } from "../pipeline/analysis";
import { parsePrompt } from "../prompt/parse";
import { presets } from "../timeline/presets/presets";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { createRunPredictor, type SentRequest } from "./predict-run";
import { nextEffect, type Predicted, reduceRun, scriptOf, startRun } from "./run-scenario";
import { answeredOf, type RunPlan, type RunState } from "./run-state";
import type { SendEvent } from "./sending";
import { writeJsonReport, writeMarkdownReport } from "./write-report";

const multiTurn = presets.find(({ id }) => id === "multi-turn") ?? presets[0];

const counterFor = loadTestCounters();
/** The guide's own three requests. */
const scenario = { ...multiTurn.scenario, turns: multiTurn.scenario.turns.slice(0, 2) };
const settings: Settings = { model: "qwen3.7-max", region: "intl", scenario };
const planOf = (change: Partial<RunPlan> = {}): RunPlan => ({
  text: multiTurn.text,
  settings,
  target: { kind: "emulator", account: "sk-test" },
  gaps: "skip",
  startedAt: 1_790_000_000,
  ...change,
});

const sent = (body: string): SentRequest => ({
  body,
  at: 0,
  duration: 1,
  completion: 40,
  reply: "",
  limit: null,
});
const FACTS = { most: 0.25, added: [] };

type Outcome = "answer" | "refuse" | "break";
const silent: Omit<StreamedAnswer, "usage"> = {
  text: "An answer.",
  reasoning: "",
  calls: [],
  finish: "stop",
  isComplete: true,
  error: null,
};

/** A service that bills what the engine says of all it has received, and a page that does what the run asks for. */
function createWorld(answers: Partial<StreamedAnswer> = {}, lie: object = {}) {
  const received: SentRequest[] = [];
  let clock = 100;
  const bill = (sent: SentRequest): object => {
    const list = [...received, sent];
    const figures = createRunPredictor(counterFor)(list, settings).requests.at(-1);
    return {
      prompt_tokens: figures?.prompt,
      completion_tokens: 40,
      prompt_tokens_details: {
        cached_tokens: figures?.read,
        cache_creation_input_tokens: figures?.written,
        cache_type: "ephemeral",
        ...lie,
      },
    };
  };

  /** Does one thing; null where the run has nothing to do. */
  function step(state: RunState, outcome: Outcome): RunState | null {
    const effect = nextEffect(state, clock);
    const apply = (...events: (SendEvent | Predicted)[]): RunState => events.reduce(reduceRun, state);
    switch (effect.kind) {
      case "none":
        return null;
      case "wait":
        clock = effect.until;
        return state;
      case "dispatch":
        return apply(effect.event);
      case "ask": {
        const prediction = createRunPredictor(counterFor)(effect.question, settings).requests.at(-1) ?? null;
        return apply({ kind: "predicted", prediction, reason: "" });
      }
      case "send": {
        const sent: SendEvent = { ...effect, kind: "sent", clock };
        if (outcome === "refuse")
          return apply(sent, { kind: "refused", clock, sentence: "Too many.", wayOut: "Wait." });
        const request: SentRequest = {
          body: effect.body,
          at: effect.at,
          duration: 0,
          completion: 40,
          reply: "",
          limit: null,
        };
        const usage = bill(request);
        received.push(request);
        clock += 1;
        if (outcome === "break") return apply(sent, { kind: "broke-off", clock, sentence: "It broke off." });
        const answer: StreamedAnswer = { ...silent, usage, ...answers };
        return apply(
          sent,
          { kind: "first-token", clock },
          { kind: "answered", clock, answer, requestId: "id" },
        );
      }
    }
  }

  function play(start: RunState): RunState {
    let state = start;
    for (let next = step(state, "answer"); next; next = step(state, "answer")) state = next;
    return state;
  }
  return { received, step, play, time: () => clock };
}

const bodiesOf = (received: readonly SentRequest[]) => received.map(({ body }) => JSON.parse(body));

describe("a run", () => {
  it("plays every request once, with the real replies, and is billed as predicted", () => {
    const world = createWorld();
    const done = world.play(startRun(planOf(), null));
    expect(done.status).toBe("done");
    const bodies = bodiesOf(world.received);
    expect(bodies).toHaveLength(3);
    expect(bodies[0]).toMatchObject({ stream: true, stream_options: { include_usage: true } });
    expect(bodies[2].messages[2]).toEqual({ role: "assistant", content: "An answer." });
    expect(parsePrompt(world.received[2]?.body ?? "").prompt?.markers).toHaveLength(1);
    expect(done.records.map(({ difference }) => difference)).toEqual([null, null, null]);
    expect(done.records.map(({ billed }) => (billed?.read ?? 0) > 0)).toEqual([false, true, true]);
    expect(done.records.map(({ sentAt }) => sentAt)).toEqual([0, 50, 120]);
  });

  it("waits as the scenario does where gaps are honoured", () => {
    const world = createWorld();
    const done = world.play(startRun(planOf({ gaps: "honour" }), null));
    expect(done.records.map(({ sentAt }) => sentAt)).toEqual([100, 150, 220]);
  });

  it("never sends an answered request again, whatever fails, and comes to its end", () => {
    const outcomes = fc.array(fc.constantFrom<Outcome>("answer", "refuse", "break"), { maxLength: 12 });
    const whiles = fc.array(fc.constantFrom("pause", "keep", "nothing"), { maxLength: 12 });
    fc.assert(
      fc.property(outcomes, whiles, (fates, moments) => {
        const world = createWorld();
        let state = startRun(planOf(), null);
        let broken = 0;
        for (let count = 0; count < 80 && state.status !== "done"; count++) {
          if (moments[count] === "pause") state = reduceRun(state, { kind: "pause" });
          // A reload: the state goes through its text form.
          if (moments[count] === "keep")
            state = reduceRun(JSON.parse(JSON.stringify(state)), { kind: "restore" });
          if (state.status !== "running") {
            const kind = state.problem?.kind === "maybe-billed" ? "again" : "resume";
            state = reduceRun(state, { kind, ceiling: null });
            continue;
          }
          const before = world.received.length;
          const fate = fates[count] ?? "answer";
          state = world.step(state, fate) ?? state;
          if (world.received.length > before && fate === "break") broken += 1;
        }
        expect(state.status).toBe("done");
        expect(answeredOf(state).map(({ order }) => order)).toEqual([0, 1, 2]);
        expect(world.received).toHaveLength(3 + broken);
        expect(state.records.filter(({ outcome }) => outcome === "broken")).toHaveLength(broken);
      }),
      { numRuns: 40 },
    );
  });

  it("stops before the request that would pass the ceiling, and goes on with the ceiling that it names", () => {
    const world = createWorld();
    const [first] = createRunPredictor(counterFor)([sent(multiTurn.text)], settings).requests;
    const stopped = world.play(startRun(planOf(), (first?.cost ?? 0) * 1.5));
    expect(stopped).toMatchObject({ status: "stopped", problem: { kind: "ceiling" } });
    expect(ENGLISH.say(stopped.problem?.sentence ?? "")).toMatch(
      /^[\d.]+ USD is left, and the next request can cost up to [\d.]+ USD even if its output is held to [\d,]+ tokens: it would pass the ceiling of [\d.]+ USD\.$/,
    );
    const wayOut = ENGLISH.say(stopped.problem?.wayOut ?? "");
    const enough = /^Raise the ceiling to ([\d.]+) USD or more and resume, or cancel the run\.$/.exec(
      wayOut,
    )?.[1];
    const before = world.received.length;
    const raised = reduceRun(stopped, { kind: "resume", ceiling: Number(enough) });
    expect(world.play(raised).records.length).toBeGreaterThan(before);
    expect(world.play(reduceRun(stopped, { kind: "resume", ceiling: null })).status).toBe("done");
  });

  it("says of a request that was cancelled midway that it may have been billed", () => {
    const world = createWorld();
    let state = startRun(planOf(), null);
    state = world.step(state, "answer") ?? state;
    state = reduceRun(state, { kind: "sent", at: 0, clock: 1, ...FACTS });
    state = reduceRun(state, { kind: "cancel", clock: 2 });
    expect(state).toMatchObject({ status: "cancelled", records: [{ outcome: "broken" }] });
    expect(state.records[0]?.notes.map(ENGLISH.say).join()).toMatch(/may have been billed/);
    expect(world.step(state, "answer")).toBeNull();
  });

  it("cannot start with a document that is no request", () => {
    const state = createWorld().play(startRun(planOf({ text: "{" }), null));
    expect(state).toMatchObject({ status: "stopped", problem: { kind: "script" } });
  });
});

describe("tools", () => {
  const call = { name: "search", arguments: "{}", result: "Nothing found." };
  const rounds = [
    { gap: 5, calls: [call] },
    { gap: 5, calls: [call, call] },
  ];
  const turn = { mode: "append" as const, gap: 30, user: "Look it up.", reply: "Done.", rounds };
  const scenario = { name: "Tools", duration: 2, reply: "Hello.", turns: [turn, { ...turn, rounds: [] }] };
  const plan = planOf({ settings: { ...settings, scenario } });
  const scripted = scriptOf({ plan, records: [] }).requests;

  it("goes on with the script's calls on the emulator, which plays no model", () => {
    const done = createWorld().play(startRun(plan, null));
    expect(done.records).toHaveLength(scripted.length);
    expect(done.records.every(({ difference }) => difference === null)).toBe(true);
    expect(done.records[1]?.notes.map(ENGLISH.say)).toContainEqual(
      expect.stringMatching(/the script's calls/),
    );
  });

  it("goes on with a plain reply where a model calls none", () => {
    const target = { kind: "service", host: "intl", name: "Singapore", workspace: "" } as const;
    const done = createWorld().play(startRun({ ...plan, target }, null));
    expect(done.status).toBe("done");
    expect(done.records.length).toBeLessThan(scripted.length);
    expect(
      done.records.some(({ notes }) => notes.some((note) => /called no tool/.test(ENGLISH.say(note)))),
    ).toBe(true);
  });

  it("answers real calls with the scripted results", () => {
    const world = createWorld({ text: "", calls: [{ name: "own_tool", arguments: '{"a": 1}' }] });
    const done = world.play(startRun(plan, null));
    expect(done.records).toHaveLength(scripted.length);
    const texts = world.received.map(({ body }) => body);
    expect(texts.some((body) => body.includes('"name":"own_tool"') && body.includes("tool_call_id"))).toBe(
      true,
    );
    expect(done.records.flatMap(({ notes }) => notes.map(ENGLISH.say)).join()).toMatch(/own_tool instead of/);
  });
});

it("flags a bill that differs, with the likely reason", () => {
  const lie = { cached_tokens: 0, cache_creation_input_tokens: 0 };
  const done = createWorld({}, lie).play(startRun(planOf(), null));
  expect(ENGLISH.say(done.records[0]?.difference ?? "")).toMatch(/markers had no effect/);
  const report = writeMarkdownReport(done, ENGLISH);
  expect(report).toContain("markers had no effect");
  expect(report.split("\n").filter((line) => line.startsWith("|"))).toHaveLength(5);
  expect(JSON.parse(writeJsonReport(done, ENGLISH)).records).toHaveLength(3);
});
