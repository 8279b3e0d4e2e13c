/** Edits of a scenario give a new valid one and leave the old one alone. */
import { describe, expect, it } from "vitest";
import * as edit from "./edit-scenario";
import type { PlayEvent } from "./play-event";
import { MAX_COPIES, MAX_EVENTS, MAX_GAP_SECONDS, MAX_TURNS, type Scenario, type Turn } from "./scenario";

const turn = (user: string): Turn => ({ mode: "append", gap: 10, user, reply: "" });
const scenario: Scenario = { name: "n", duration: 1, reply: "", turns: [turn("a"), turn("b"), turn("c")] };
const users = ({ turns }: Scenario): string => turns.map(({ user }) => user).join("");
const clock: PlayEvent = { kind: "clock" };

it.each<[string, Scenario, string]>([
  ["adds at the end", edit.addTurn(scenario, turn("x")), "abcx"],
  ["adds before another", edit.addTurn(scenario, turn("x"), 1), "axbc"],
  ["adds no further than the end", edit.addTurn(scenario, turn("x"), 99), "abcx"],
  ["removes", edit.removeTurn(scenario, 1), "ac"],
  ["moves down", edit.moveTurn(scenario, 0, 2), "bca"],
  ["moves up", edit.moveTurn(scenario, 2, 0), "cab"],
])("%s", (_name, changed, expected) => {
  expect(users(changed)).toBe(expected);
  expect(users(scenario)).toBe("abc");
});

it("adds no turn beyond the most", () => {
  const full = { ...scenario, turns: Array.from({ length: MAX_TURNS }, () => turn("a")) };
  expect(edit.addTurn(full, turn("x"))).toBe(full);
});

describe("a place that does not exist", () => {
  it.each<[string, Scenario]>([
    ["remove", edit.removeTurn(scenario, 3)],
    ["move from", edit.moveTurn(scenario, 3, 0)],
    ["move to", edit.moveTurn(scenario, 0, 3)],
    ["gap", edit.changeGap(scenario, -1, 5)],
    ["event", edit.removeEvent(scenario, 0, 0)],
    ["event of no turn", edit.addEvent(scenario, 3, clock)],
  ])("%s: leaves the scenario as it is", (_name, changed) => {
    expect(changed).toBe(scenario);
  });
});

it.each<[number, number]>([
  [5, 5],
  [-1, 0],
  [Number.NaN, 0],
  [1e9, MAX_GAP_SECONDS],
])("changes a gap to %d within bounds", (gap, expected) => {
  expect(edit.changeGap(scenario, 1, gap).turns.map((each) => each.gap)).toEqual([10, expected, 10]);
});

it("sets copies and times, and drops them at one", () => {
  const many = edit.setTimes(edit.setCopies(scenario, 0, 1e9), 0, 7);
  expect(many.turns[0]).toEqual({ ...turn("a"), copies: MAX_COPIES, times: 7 });
  const one = edit.setTimes(edit.setCopies(many, 0, 1), 0, 0);
  expect(Object.keys(one.turns[0] ?? {})).toEqual(Object.keys(turn("a")));
});

it("adds and removes events", () => {
  const two = edit.addEvent(edit.addEvent(scenario, 1, clock), 1, { kind: "compact", summary: "s" });
  expect(two.turns[1]?.events?.map(({ kind }) => kind)).toEqual(["clock", "compact"]);
  const one = edit.removeEvent(two, 1, 0);
  expect(one.turns[1]?.events?.map(({ kind }) => kind)).toEqual(["compact"]);
  expect(edit.removeEvent(one, 1, 0)).toEqual(scenario);
  const full = edit.changeTurn(scenario, 0, { events: Array.from({ length: MAX_EVENTS }, () => clock) });
  expect(edit.addEvent(full, 0, clock)).toBe(full);
});

it("sets rounds of tools, and drops them where there are none", () => {
  const rounds = [{ gap: 5, calls: [{ name: "look", arguments: "{}", result: "" }] }];
  const changed = edit.setRounds(scenario, 0, rounds);
  expect(changed.turns[0]?.rounds).toEqual(rounds);
  expect(edit.setRounds(changed, 0, [])).toEqual(scenario);
});
