/** The comparison says what each system makes of the scenario: the map's own figures first, refusals in words, and no sum of two currencies. */

import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { askForLife } from "../prompt/marker-life";
import { FIRST_HOST } from "../systems/own-host";
import { presets } from "../timeline/presets/presets";
import { loadTestCounters, loadTestServiceCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import type { Settings } from "./analysis";
import { findBestOnSystem } from "./compare-best";
import { type ComparisonReport, reportComparison } from "./compare-report";
import { createDocumentOpener } from "./open-document";
import { answerWhatIf } from "./what-if";

const counterFor = loadTestCounters();
const counters = { counterFor, serviceCounters: loadTestServiceCounters() };
const open = createDocumentOpener(counterFor);

function finish<Value>(work: Generator<unknown, Value>): Value {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

function compare(text: string, settings: Settings): ComparisonReport {
  const report = finish(reportComparison({ text, settings }, open, counters));
  if (!report) throw new Error("There is no report.");
  return report;
}

const agent = presets.find(({ id }) => id === "agent") as (typeof presets)[number];
const settings: Settings = { model: agent.model, region: "intl", scenario: agent.scenario };

const rowOf = (report: ComparisonReport, id: string) => {
  const row = report.rows.find((each) => each.id === id);
  if (!row) throw new Error(`There is no row ${id}.`);
  return row;
};

/** The agent with five markers, one more than most services take. */
const FIVE = JSON.stringify({
  model: agent.model,
  messages: [1, 2, 3, 4, 5].map((number) => ({
    role: number === 1 ? "system" : number % 2 === 0 ? "user" : "assistant",
    content: [
      { type: "text", text: `${number} and many words. `.repeat(600), cache_control: { type: "ephemeral" } },
    ],
  })),
});

describe("a preset on every system", () => {
  it.each(presets)(
    "$id: the third row is what the map shows, after no cache and the implicit one",
    ({ text, model, scenario }) => {
      const own: Settings = { model, region: "intl", scenario };
      const { rows } = compare(text, own);
      const [none, , first] = rows;
      const map = answerWhatIf(text, own, open);
      expect(rows.map(({ isOwn }) => isOwn).lastIndexOf(true)).toBe(2);
      expect(none?.totals).toMatchObject({ read: 0, written: 0, cost: map?.totals.costWithoutCache });
      expect(first?.isYours).toBe(true);
      expect(first?.requests).toEqual(
        map?.rows.map(({ read, written, uncached, completion, cost }) => ({
          ...{ read, written, uncached, completion, cost },
        })),
      );
      expect(first?.totals.cost).toBe(map?.totals.cost);
    },
  );

  it("sets a second model beside the document's own, three rows each", () => {
    const { rows } = compare(agent.text, { ...settings, comparedModels: { "model-studio": "qwen3-max" } });
    const own = rows.filter(({ isOwn }) => isOwn);
    expect(own.map(({ model }) => model)).toEqual([
      ...Array(3).fill(agent.model),
      ...Array(3).fill("qwen3-max"),
    ]);
    expect(own.filter(({ isYours }) => isYours).map(({ id }) => id)).toEqual(["yours"]);
    expect(new Set(own.map(({ id }) => id)).size).toBe(6);
  });

  it("has each row once, on a model that it can be asked for, in one currency", () => {
    const { rows } = compare(agent.text, settings);
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    for (const { id, models, model, totals, requests } of rows) {
      if (models.length > 0) expect(models, id).toContain(model);
      expect(requests, id).toHaveLength(5);
      const { read, written, uncached } = totals;
      expect(read + written + uncached, id).toBeGreaterThan(30_000);
    }
    expect(new Set(rows.map(({ currency }) => currency))).toEqual(new Set(["USD", "CNY", null]));
    expect(rows.flatMap(({ refusals }) => refusals)).toEqual([]);
  });

  it("says which requests are refused, and why", () => {
    const report = compare(FIVE, { ...settings, scenario: null });
    const { rows } = report;
    const refusing = rows.filter(({ refusals }) => refusals.length > 0).map(({ id }) => id);
    expect(refusing).toContain("anthropic");
    expect(refusing).toContain("amazon-bedrock");
    expect(refusing).not.toContain("deepseek");
    const { refusals, totals } = rowOf(report, "anthropic");
    expect(refusals.map((refusal) => ({ ...refusal, message: ENGLISH.say(refusal.message) }))).toEqual([
      { message: "At most 4 markers are allowed; there are 5.", requests: [0] },
    ]);
    expect(totals.cost).toBe(0);
  });
});

describe("what a service makes of the markers themselves", () => {
  const refusedOf = ({ judgements }: ComparisonReport) =>
    Object.entries(judgements).flatMap(([id, found]) =>
      found.some(({ outcome }) => outcome === "refused") ? [id] : [],
    );

  it("stands by its row: what is refused, and what is left out", () => {
    const report = compare(agent.text, settings);
    // Its last marker ends the request, and a call needs something beside its object.
    expect(refusedOf(report)).toEqual(["gemini-rented-objects"]);
    expect(report.judgements.anthropic).toBeUndefined();
    const [only, ...others] = report.judgements.deepseek ?? [];
    expect(others).toEqual([]);
    expect(only?.outcome).toBe("ignored");
    expect(ENGLISH.say(only?.message ?? "")).toMatch(/all 3 markers are left out/);
  });

  it("says of an hour who has none, as the conversation does", () => {
    const asked = askForLife(agent.text, "hour");
    if (!asked.ok) throw new Error(ENGLISH.say(asked.reason));
    const report = compare(applyEdits(agent.text, asked.edits), settings);
    const refusing = report.rows.filter(({ refusals }) => refusals.length > 0).map(({ id }) => id);
    expect(refusing).toEqual(["anthropic-automatic", "amazon-bedrock-nova", "minimax-active"]);
    expect(refusedOf(report).toSorted()).toEqual([...refusing, "gemini-rented-objects"].toSorted());
    for (const id of refusing) expect(rowOf(report, id).refusals[0]?.requests).toHaveLength(5);
    expect(rowOf(report, "anthropic").totals.cost).toBeGreaterThan(
      rowOf(compare(agent.text, settings), "anthropic").totals.cost ?? Number.NaN,
    );
  });
});

describe("what the reader chooses", () => {
  it("is the model of a row, where the row has it", () => {
    const chosen = { anthropic: "claude-opus-5", deepseek: "no-such-model" };
    const report = compare(agent.text, { ...settings, comparedModels: chosen });
    expect(rowOf(report, "anthropic").model).toBe("claude-opus-5");
    expect(rowOf(report, "deepseek").model).toBe("deepseek-v4-pro");
    const plain = rowOf(compare(agent.text, settings), "anthropic").totals.cost ?? Number.NaN;
    expect(rowOf(report, "anthropic").totals.cost).toBeGreaterThan(plain);
  });

  it("is a host of one's own: its prices, and reads that fall apart over replicas", () => {
    const host = { ...FIRST_HOST, input: 2, output: 0, readMultiplier: 0 };
    const one = rowOf(compare(agent.text, { ...settings, ownHost: host }), "own-host");
    expect(one).toMatchObject({ kind: "own-hardware", currency: "USD" });
    expect(one.totals.cost).toBeCloseTo((one.totals.uncached * 2) / 1e6, 12);
    expect(one.totals.read % host.step).toBe(0);
    const many = { ...host, replicas: 3, policy: "round-robin" } as const;
    const spread = rowOf(compare(agent.text, { ...settings, ownHost: many }), "own-host");
    expect(spread.kind).toBe("routed");
    expect(spread.totals.read).toBeLessThan(one.totals.read);
    const short = { ...host, life: 1 };
    expect(rowOf(compare(agent.text, { ...settings, ownHost: short }), "own-host").totals.read).toBe(0);
  });
});

describe("the best placement on a system", () => {
  const find = (row: string, text = agent.text, own = settings) =>
    finish(findBestOnSystem({ text, settings: own, row }, open, counters));

  it.each([
    "anthropic",
    "amazon-bedrock-nova",
    "openai-markers-only",
    "gemini-rented-objects",
    "minimax-active",
  ])("%s: costs no more than the markers as drawn, by the same rules", (id) => {
    const drawn = rowOf(compare(agent.text, settings), id).totals.cost ?? Number.NaN;
    const best = find(id);
    expect(best?.row.totals.cost).toBeLessThanOrEqual(drawn + 1e-12);
    expect(best?.row.requests).toHaveLength(5);
    expect(ENGLISH.say(best?.sentence ?? "")).toMatch(/^Best /);
  });

  it("has none where a system looks at no marker", () => {
    expect(find("deepseek")).toBeNull();
    expect(find("no-such-row")).toBeNull();
  });

  it("is never one that is refused", () => {
    const best = find("anthropic", FIVE, { ...settings, scenario: agent.scenario });
    expect(best?.row.refusals).toEqual([]);
    expect(best?.row.totals.cost).toBeGreaterThan(0);
  });
});

it("has no report for a text that is no request", () => {
  expect(finish(reportComparison({ text: "{", settings }, open, counters))).toBeNull();
});
