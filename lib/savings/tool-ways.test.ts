/** The ways to offer tools: each row is a replay, the dial joins the two ends, and each change leads to what its row says. */
import { expect, it } from "vitest";
import { answerWhatIf } from "../pipeline/what-if";
import { applyEdits } from "../prompt/apply-edits";
import { open, openPreset, runToEnd } from "./fixtures/ask-savings";
import { MEASURES } from "./measures";
import { settingsAfter } from "./saved-change";
import { reportToolWays, type ToolWayId } from "./tool-ways";

const agent = openPreset("tool-agent");

function play(bonus: number, asked = agent) {
  const report = runToEnd(reportToolWays({ ...asked, bonus }, open));
  const wayOf = (id: ToolWayId) => {
    const way = report?.ways.find((each) => each.id === id);
    if (!way) throw new Error(`${id} is not played.`);
    return way;
  };
  return { report, wayOf };
}

/** What the agent's conversation costs with one measure taken. */
function costWith(id: string): number | null {
  const found = MEASURES.find((measure) => measure.id === id)?.find({ ...agent, open });
  return found?.ok ? (answerWhatIf(found.text, found.settings, open)?.totals.cost ?? null) : null;
}

it("plays each way on one's own list with the calls that are made", () => {
  const { report, wayOf } = play(1);
  expect(report).toMatchObject({ called: 3, offered: 8, currency: "USD" });
  expect(wayOf("now")).toMatchObject({ tools: 8, change: null });
  expect(wayOf("now").changes).toBeGreaterThan(0);
  expect(wayOf("all")).toMatchObject({ tools: 8, changes: 0 });
  expect(wayOf("few")).toMatchObject({ tools: 3, changes: 0 });
  expect(wayOf("search").tools).toBe(1);
  // A search is one more request for each tool that is needed for the first time.
  expect(wayOf("search").requests).toBe(wayOf("now").requests + 2);
  expect(wayOf("few").input).toBeLessThan(wayOf("all").input);
});

it("costs what the measures of the same names cost", () => {
  const { wayOf } = play(0);
  for (const [way, measure] of [
    ["relevant", "relevant-tools"],
    ["search", "search-tools"],
  ] as const)
    expect(wayOf(way).cost).toBe(costWith(measure));
});

it("has a dial from the relevant ones alone to tools that are never dropped", () => {
  const none = play(0);
  expect(none.wayOf("kept")).toMatchObject({
    cost: none.wayOf("relevant").cost,
    changes: none.wayOf("relevant").changes,
  });
  const changes = [0, 1, 2, 9].map((bonus) => play(bonus).wayOf("kept").changes);
  expect(changes.at(-1)).toBeLessThan(changes[0] ?? 0);
  // What is never dropped only grows: no more changes than tools.
  expect(changes.at(-1)).toBeLessThanOrEqual(3);
});

it("gives changes that lead to exactly the figures of their rows", () => {
  for (const { id, change, cost, read, input } of play(2).report?.ways ?? []) {
    if (!change) continue;
    const text = applyEdits(agent.text, change.edits);
    const totals = answerWhatIf(text, settingsAfter(change, agent.settings), open)?.totals;
    expect({ id, cost: totals?.cost, read: totals?.read }).toEqual({ id, cost, read });
    expect((totals?.read ?? 0) + (totals?.written ?? 0) + (totals?.uncached ?? 0)).toBe(input);
  }
});

it("has nothing to say where no tool is called, nor of what is no request", () => {
  expect(play(1, openPreset("function-calling")).report).toBeNull();
  expect(play(1, { ...agent, text: "{" }).report).toBeNull();
});
