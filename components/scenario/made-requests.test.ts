/** What turns made is read off the timeline: numbers, sums, and the tokens of what was said. */
import { expect, it } from "vitest";
import type { TurnView } from "../../lib/pipeline/analysis";
import { addFigures, countSpoken, groupByTurn } from "./made-requests";

const view = (turn: number, bounds: readonly number[], completion = 0, read = 0): TurnView =>
  ({ turn, bounds, ledger: { read, written: 1, uncached: 2, completion } }) as unknown as TurnView;

const call = { name: "search", arguments: "{}", result: "" };

it("numbers requests by their turn, also where those of two turns mix", () => {
  const made = groupByTurn([view(-1, []), view(0, []), view(1, []), view(0, [])]);
  expect(made.get(-1)?.requests).toEqual([0]);
  expect(made.get(0)?.requests).toEqual([1, 3]);
  expect(made.get(1)?.requests).toEqual([2]);
});

it("adds up what a turn's requests were billed", () => {
  expect(addFigures([view(0, [], 0, 10), view(0, [], 0, 5)])).toEqual({ read: 15, written: 2, uncached: 4 });
});

it("counts the question, the results of each round, and the last answer", () => {
  const rounds = [
    { gap: 8, calls: [call, call] },
    { gap: 8, calls: [call] },
  ];
  const views = [
    view(0, [100, 120], 7),
    view(0, [100, 120, 130, 170, 210], 9),
    view(0, [100, 120, 130, 170, 210, 220, 250], 40),
  ];
  expect(countSpoken({ rounds }, views)).toEqual({ user: 20, results: [80, 30], reply: 40 });
});

it("counts one of several copies, and nothing before it is played", () => {
  const views = [view(0, [100, 111], 5), view(0, [100, 112], 6)];
  expect(countSpoken({ copies: 2 }, views)).toEqual({ user: 11, results: [], reply: 5 });
  expect(countSpoken({}, [])).toBeNull();
});
