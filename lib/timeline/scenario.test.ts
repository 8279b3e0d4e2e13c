/** A scenario from a link is bounded, and what is no scenario is refused. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { MAX_GAP_SECONDS, MAX_TURNS, restoreScenario } from "./scenario";

it("keeps a valid scenario as it is", () => {
  const scenario = {
    name: "Chat",
    duration: 3,
    reply: "A",
    turns: [{ mode: "append" as const, gap: 30, user: "Q", reply: "A" }],
  };
  expect(restoreScenario(scenario)).toEqual(scenario);
});

it("leaves out bad turns and bounds what is out of range", () => {
  const restored = restoreScenario({
    name: 7,
    duration: -5,
    turns: [{ mode: "explode" }, { mode: "repeat", gap: 1e9 }, null],
  });
  expect(restored).toEqual({
    name: "Scenario",
    duration: 0,
    reply: "",
    turns: [{ mode: "repeat", gap: MAX_GAP_SECONDS, user: "", reply: "" }],
  });
});

it("gives null or a bounded scenario for anything", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const restored = restoreScenario(value);
      expect(restored === null || restored.turns.length <= MAX_TURNS).toBe(true);
    }),
  );
});
