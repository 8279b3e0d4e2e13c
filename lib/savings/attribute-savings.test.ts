/** Several measures on one conversation: what they save is counted once and sums to the whole, in any order. */
import { expect, it } from "vitest";
import { answerWhatIf } from "../pipeline/what-if";
import { applyEdits } from "../prompt/apply-edits";
import { attributeSavings } from "./attribute-savings";
import {
  ask,
  attribute,
  findBestTogether,
  open,
  openPreset,
  runToEnd,
  savingOf,
} from "./fixtures/ask-savings";
import { MEASURES } from "./measures";
import { settingsAfter } from "./saved-change";
import { SPLIT_UNITS } from "./split-saving";

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
const agent = openPreset("tool-agent");

it("mark the newest message, move the clock, keep tools in order: each little alone, −71 % together", () => {
  const report = ask(agent);
  const ids = ["move-changing-text", "order-tools", "best-placement"];
  const together = findBestTogether(agent);
  expect(together?.measures.map(({ id }) => id)).toEqual(ids);
  const shared = attribute(agent, ids);
  const alone = sum(ids.map((id) => savingOf(report, id).saved ?? 0)) * SPLIT_UNITS;
  const whole = shared.before - shared.after;
  expect(whole).toBeGreaterThan(3 * alone);
  expect(shared.after / shared.before).toBeCloseTo(1 - 0.71, 3);
  // The headline is the same sum, and the same act.
  expect(together?.totals).toEqual(shared.totals);
  expect(together?.change).toEqual(shared.change);
  for (const parts of Object.values(shared.parts)) expect(sum(parts)).toBe(whole);
  // The first in order has what it saves alone, the last what it saves on top.
  expect(shared.parts["in-order"][0]).toBeCloseTo(
    (savingOf(report, "move-changing-text").saved ?? 0) * SPLIT_UNITS,
    -1,
  );
}, 60_000);

it("caching first, then what compression saves on top; the other way round compression has the larger part", () => {
  const ids = ["move-changing-text", "order-tools", "best-placement", "shorten-results"];
  const { parts, before, after, measures } = attribute(agent, ids);
  const at = measures.findIndex(({ id }) => id === "shorten-results");
  expect(at).toBe(3);
  for (const split of Object.values(parts)) expect(sum(split)).toBe(before - after);
  expect(parts["in-order"][at]).toBeLessThan(parts.reversed[at] ?? 0);
});

it("gives the change that leads to exactly what was counted", () => {
  const shared = attribute(agent, ["move-changing-text", "order-tools", "stable-few-tools"]);
  const text = applyEdits(agent.text, shared.change.edits);
  const done = answerWhatIf(text, settingsAfter(shared.change, agent.settings), open);
  expect(done?.totals).toEqual(shared.totals);
  expect(Math.round((done?.totals.cost ?? 0) * SPLIT_UNITS)).toBe(shared.after);
});

it("gives one measure all of it, and no part to one that finds nothing to do", () => {
  const one = attribute(agent, ["move-changing-text"]);
  expect(one.parts.shapley).toEqual([one.before - one.after]);
  const idle = attribute(agent, ["move-changing-text", "pings"]);
  expect(idle.parts.shapley).toEqual([one.before - one.after, 0]);
});

it("splits neither nothing nor more than eight, nor what is no request", () => {
  const split = (ids: readonly string[], text = agent.text) =>
    runToEnd(attributeSavings({ ...agent, text, ids }, open));
  expect(split([])).toBeNull();
  expect(split(MEASURES.slice(0, 9).map(({ id }) => id))).toBeNull();
  expect(split(["order-tools"], "{")).toBeNull();
});
