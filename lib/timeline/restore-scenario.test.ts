/** A scenario from a link comes back as it was, is bounded, and what is no scenario is refused. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { PlayEvent } from "./play-event";
import { restoreScenario } from "./restore-scenario";
import {
  MAX_BODY_LENGTH,
  MAX_COPIES,
  MAX_EVENTS,
  MAX_FILLER_TOKENS,
  MAX_GAP_SECONDS,
  MAX_TEXT_LENGTH,
  MAX_TIMES,
  MAX_TURNS,
  type Scenario,
  type ScriptedCall,
  type ToolRound,
  type Turn,
} from "./scenario";
import { scenarios } from "./scenarios";

const text = fc.string({ maxLength: 40 });
const name = fc.string({ minLength: 1, maxLength: 40 });
const gap = fc.double({ min: 0, max: MAX_GAP_SECONDS, noNaN: true }).map((seconds) => seconds + 0);
const tokens = fc.nat(MAX_FILLER_TOKENS);
const event: fc.Arbitrary<PlayEvent> = fc.oneof(
  fc.record({ kind: fc.constant("edit-system" as const), text, at: fc.constantFrom("start", "end") }),
  fc.constantFrom<PlayEvent>({ kind: "clock" }, { kind: "reorder-tool-keys" }),
  fc.record({ kind: fc.constant("shuffle-tools" as const), seed: fc.integer() }),
  fc.record(
    { kind: fc.constant("add-tool" as const), name, definition: text },
    { requiredKeys: ["kind", "name"] },
  ),
  fc.record({ kind: fc.constant("drop-results" as const), keep: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ kind: fc.constant("remove-tool" as const), name }, { requiredKeys: ["kind"] }),
  fc.record({ kind: fc.constant("switch-knowledge" as const), text }, { requiredKeys: ["kind"] }),
  fc.record({ kind: fc.constant("compact" as const), summary: text }),
  fc.record({ kind: fc.constant("switch-model" as const), model: name }),
);
const call: fc.Arbitrary<ScriptedCall> = fc.record(
  { name, arguments: text, result: text, resultTokens: tokens },
  { requiredKeys: ["name", "arguments", "result"] },
);
const round: fc.Arbitrary<ToolRound> = fc.record(
  { gap, calls: fc.array(call, { minLength: 1, maxLength: 3 }), thinking: text },
  { requiredKeys: ["gap", "calls"] },
);
const common = {
  gap,
  user: text,
  reply: text,
  userTokens: tokens,
  replyTokens: tokens,
  thinking: text,
  rounds: fc.array(round, { maxLength: 3 }),
  events: fc.array(event, { maxLength: 3 }),
  copies: fc.integer({ min: 1, max: MAX_COPIES }),
  times: fc.integer({ min: 1, max: MAX_TIMES }),
  lane: name,
};
const turn: fc.Arbitrary<Turn> = fc.oneof(
  fc.record(
    { ...common, mode: fc.constantFrom("append", "replace", "repeat", "ping") },
    { requiredKeys: ["mode", "gap", "user", "reply"] },
  ),
  fc.record(
    { ...common, mode: fc.constant("body" as const), body: text },
    { requiredKeys: ["mode", "gap", "user", "reply", "body"] },
  ),
);
const scenario: fc.Arbitrary<Scenario> = fc.record(
  { name: text, duration: gap, reply: text, turns: fc.array(turn, { maxLength: 5 }), lane: name },
  { requiredKeys: ["name", "duration", "reply", "turns"] },
);

it("gives back every valid scenario", () => {
  fc.assert(
    fc.property(scenario, (valid) => {
      expect(restoreScenario(JSON.parse(JSON.stringify(valid)))).toEqual(valid);
    }),
  );
});

it("gives back the ready ones", () => {
  expect(scenarios.map((ready) => restoreScenario(JSON.parse(JSON.stringify(ready))))).toEqual(scenarios);
});

it("reads a scenario of an old link, which has none of the newer fields", () => {
  const old = {
    name: "Chat",
    duration: 3,
    reply: "A",
    turns: [{ mode: "append", gap: 30, user: "Q", reply: "A" }],
  };
  expect(restoreScenario(old)).toEqual(old);
});

it("leaves out bad turns and bounds what is out of range", () => {
  const restored = restoreScenario({
    name: 7,
    duration: -5,
    turns: [
      { mode: "explode" },
      { mode: "repeat", gap: 1e9, copies: 1e9, times: 0.5, userTokens: "7" },
      null,
    ],
  });
  expect(restored).toEqual({
    name: "Scenario",
    duration: 0,
    reply: "",
    turns: [{ mode: "repeat", gap: MAX_GAP_SECONDS, user: "", reply: "", copies: MAX_COPIES, times: 1 }],
  });
});

it("leaves out bad events, rounds and calls", () => {
  const [restored] =
    restoreScenario({
      turns: [
        {
          mode: "append",
          events: [{ kind: "clock", more: 1 }, { kind: "nothing" }, { kind: "add-tool" }, 3],
          rounds: [{ calls: [{ name: "look" }, { name: 7 }] }, { calls: [] }, "round"],
        },
      ],
    })?.turns ?? [];
  expect(restored?.events).toEqual([{ kind: "clock" }]);
  expect(restored?.rounds).toEqual([{ gap: 5, calls: [{ name: "look", arguments: "{}", result: "" }] }]);
});

it("leaves out a recorded request that is missing or too long", () => {
  const long = "x".repeat(MAX_BODY_LENGTH + 1);
  const turns = [{ mode: "body" }, { mode: "body", body: long }, { mode: "body", body: "{}" }];
  expect(restoreScenario({ turns })?.turns.map(({ body }) => body)).toEqual(["{}"]);
});

it("gives null or a bounded scenario for anything", () => {
  const anyTurn = fc.record({ mode: fc.constant("append"), events: fc.anything(), rounds: fc.anything() });
  const value = fc.oneof(fc.anything(), fc.record({ turns: fc.array(fc.oneof(anyTurn, fc.anything())) }));
  fc.assert(
    fc.property(value, (anything) => {
      const turns = restoreScenario(anything)?.turns ?? [];
      expect(turns.length).toBeLessThanOrEqual(MAX_TURNS);
      for (const each of turns) {
        expect(each.user.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH);
        expect(each.events?.length ?? 0).toBeLessThanOrEqual(MAX_EVENTS);
      }
    }),
  );
});
