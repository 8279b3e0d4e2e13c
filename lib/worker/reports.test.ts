/** Questions about a whole scenario: the best placement, pings, and what differs. */
import { beforeAll, expect, it } from "vitest";
import type { Settings } from "../pipeline/analysis";
import type { DocumentComparison } from "../pipeline/compare-turns";
import type { KeepAliveReport } from "../pipeline/keep-alive-report";
import { createDocumentOpener, type DocumentOpener } from "../pipeline/open-document";
import type { PlacementReport } from "../pipeline/placement-report";
import type { BakeOff } from "../placement/bake-off";
import type { Attribution } from "../savings/attribute-savings";
import type { SavingsReport } from "../savings/report-savings";
import { presets } from "../timeline/presets/presets";
import { scenarios } from "../timeline/scenarios";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import type { TokenCounter } from "../tokens/token-counter";
import { ENGLISH } from "../words/plain-words";
import { answerQuestion, type DocumentQuestion } from "./answer-question";

const counters = loadTestCounters();
let open: DocumentOpener;
beforeAll(() => {
  open = createDocumentOpener(counters);
});

const chat = presets.find(({ id }) => id === "multi-turn") ?? presets[0];
const settings: Settings = { model: chat.model, region: "intl", scenario: chat.scenario };
const scenario = (name: string) => {
  const found = scenarios.find((each) => each.name === name);
  if (!found) throw new Error(`There is no scenario ${name}.`);
  return found;
};

/** Runs a question to its end; gives its answer and how often it reported progress. */
function ask(question: DocumentQuestion): { answer: unknown; steps: number } {
  const work = answerQuestion(question, open, (model): TokenCounter => counters(model));
  for (let steps = 0; ; steps++) {
    const next = work.next();
    if (next.done) return { answer: next.value, steps };
    expect(next.value.done).toBeLessThanOrEqual(next.value.total);
  }
}

it("ranks placements on the conversation, the best first", () => {
  const { answer, steps } = ask({ kind: "placements", text: chat.text, settings });
  const { bakeOff, search } = answer as PlacementReport;
  expect(steps).toBeGreaterThan(0);
  const costs = bakeOff.rows.map(({ totals }) => totals.cost ?? Number.NaN);
  expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  expect(search.proven).toBe(true);
  expect(costs[0]).toBeCloseTo(search.ranked[0]?.totals.cost ?? Number.NaN, 12);
});

it("lets the document's own markers compete as they are drawn, whatever placement is chosen", () => {
  const placed: Settings = { ...settings, placement: { kind: "none" } };
  const drawn = ({ answer }: { answer: unknown }) =>
    (answer as PlacementReport).bakeOff.rows.find(({ entrants }) =>
      entrants.some(({ name }) => ENGLISH.say(name) === "As drawn"),
    )?.totals.cost;
  const own = drawn(ask({ kind: "placements", text: chat.text, settings }));
  expect(own).toBeGreaterThan(0);
  expect(drawn(ask({ kind: "placements", text: chat.text, settings: placed }))).toBe(own);
});

it("plays the same placements on another model, by its own prices", () => {
  const best = null;
  const on = (model: string): BakeOff =>
    ask({ kind: "placements-on-model", text: chat.text, settings, model, best }).answer as BakeOff;
  const bare = ({ rows }: BakeOff) =>
    rows.find(({ entrants }) => entrants.some(({ name }) => ENGLISH.say(name) === "No markers"))?.totals
      .cost ?? Number.NaN;
  const { answer } = ask({ kind: "placements", text: chat.text, settings });
  expect(bare(on(chat.model))).toBe(bare((answer as PlacementReport).bakeOff));
  expect(bare(on("qwen3.6-flash"))).toBeLessThan(bare(on(chat.model)));
  // A recorded request goes to the other model too.
  const recorded: Settings = {
    ...settings,
    scenario: {
      name: "Recorded",
      duration: 1,
      reply: "",
      turns: [{ mode: "body", gap: 5, user: "", reply: "", body: chat.text }],
    },
  };
  const mixed = ask({
    kind: "placements-on-model",
    text: chat.text,
    settings: recorded,
    model: "qwen3.6-flash",
    best,
  }).answer as BakeOff;
  const alone = { ...settings, scenario: null };
  const single = ask({
    kind: "placements-on-model",
    text: chat.text,
    settings: alone,
    model: "qwen3.6-flash",
    best,
  }).answer as BakeOff;
  expect(bare(mixed)).toBeCloseTo(2 * bare(single), 4);
});

it("reports on savings step by step, and shares out what several save", () => {
  const clock: Settings = { ...settings, scenario: scenario("Clock in the system text") };
  const document = { text: chat.text, settings: clock };
  const { answer, steps } = ask({ kind: "savings", ...document });
  const { savings, refused } = answer as SavingsReport;
  expect(steps).toBe(savings.length + refused.length);
  expect(savings.map(({ id }) => id)).toContain("move-changing-text");
  const ids = ["move-changing-text", "another-model"];
  const shared = ask({ kind: "attribute-savings", ...document, ids });
  expect(shared.steps).toBe(3);
  expect((shared.answer as Attribution).measures.map(({ id }) => id)).toEqual(ids);
});

it("says whether pings pay", () => {
  const long: Settings = { ...settings, scenario: scenario("Same request after a long break") };
  const { answer } = ask({ kind: "keep-alive", text: chat.text, settings: long });
  const { longPauses, horizon, rows, life } = answer as KeepAliveReport;
  expect(life).toBe(300);
  expect(longPauses).toEqual([420]);
  expect(horizon).toBe(3450);
  expect(rows).toHaveLength(16);
  expect(rows[1]?.written).toBeLessThan(rows[0]?.written ?? 0);
});

it("finds the clock that ends the match", () => {
  const clock: Settings = { ...settings, scenario: scenario("Clock in the system text") };
  const { answer } = ask({ kind: "compare-turns", text: chat.text, settings: clock, turn: 3, other: null });
  const { strip, first, other } = answer as DocumentComparison;
  expect(other).toBe(2);
  expect(strip[0]?.state).toBe("changed");
  expect(first).toMatchObject({ role: "system", line: 1 });
});

it("tells an answer that was edited from one the template writes anew", () => {
  const compare = (name: string, turn: number) =>
    ask({
      kind: "compare-turns",
      text: chat.text,
      settings: { ...settings, scenario: scenario(name) },
      turn,
      other: null,
    }).answer as DocumentComparison;
  // The question after the tool rounds makes the template drop the thinking before the calls.
  expect(compare("Agent, three tool rounds", 5)).toMatchObject({
    rerendered: true,
    first: { role: "assistant" },
  });
  expect(compare("Clock in the system text", 3).rerendered).toBe(false);
});

it.each([0, 9])("has nothing to compare request %i with", (turn) => {
  expect(ask({ kind: "compare-turns", text: chat.text, settings, turn, other: null }).answer).toBeNull();
});

it("writes a request out as the model reads it", () => {
  const { answer } = ask({ kind: "write-turn", text: chat.text, settings, turn: 1 });
  expect(answer).toMatch(/^<\|im_start\|>system\n/);
  expect(answer).toContain("<|im_start|>assistant\n");
});

it.each(["placements", "keep-alive"] as const)("%s of a text that is no request are none", (kind) => {
  expect(ask({ kind, text: "{", settings }).answer).toBeNull();
});
