/** Rows of Model Studio play what is chosen where its documentation leaves it open; those of other services do not change. */
import { describe, expect, it } from "vitest";
import type { Readings } from "../offers/readings";
import { presets } from "../timeline/presets/presets";
import { loadTestCounters, loadTestServiceCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import type { Settings } from "./analysis";
import { reportComparison, type SystemRow } from "./compare-report";
import { MARK, part, system, user, words } from "./fixtures/write-conversation";
import { reportKeepAlive } from "./keep-alive-report";
import { createDocumentOpener } from "./open-document";
import { SECOND_MODEL } from "./own-rows";
import { answerWhatIf } from "./what-if";

const counterFor = loadTestCounters();
const counters = { counterFor, serviceCounters: loadTestServiceCounters() };
const open = createDocumentOpener(counterFor);

function compare(text: string, settings: Settings): readonly SystemRow[] {
  const work = reportComparison({ text, settings }, open, counters);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value?.rows ?? [];
  }
}

const chat = presets.find(({ id }) => id === "agent") as (typeof presets)[number];
const SECOND = "qwen3-max";
/** One pause outlives an entry, unless that lives an hour. */
const turns = chat.scenario.turns.map((turn, index) => (index === 1 ? { ...turn, gap: 400 } : turn));
const settings: Settings = {
  model: chat.model,
  region: "intl",
  scenario: { ...chat.scenario, turns },
  comparedModels: { [SECOND_MODEL]: SECOND },
};
const READINGS: Readings = { life: "hour", "implicit-step": "to-the-token" };

describe("rows of the comparison", () => {
  const plain = compare(chat.text, settings);
  const read = compare(chat.text, { ...settings, readings: READINGS });

  it("of Model Studio follow, on the second model too", () => {
    const own = read.filter(({ isOwn }) => isOwn);
    expect(own.map(({ id }) => id)).toEqual([
      "model-studio-none",
      "model-studio-implicit",
      "yours",
      "second-model-studio-none",
      "second-model-studio-implicit",
      "second-yours",
    ]);
    for (const id of ["model-studio-implicit", "yours", "second-model-studio-implicit", "second-yours"]) {
      expect(read.find((row) => row.id === id)?.totals, id).not.toEqual(
        plain.find((row) => row.id === id)?.totals,
      );
    }
    const played = answerWhatIf(chat.text, { ...settings, readings: READINGS }, open)?.totals;
    expect(read.find(({ id }) => id === "yours")?.totals.cost).toBe(played?.cost);
  });

  it("of other services stay", () => {
    expect(read.filter(({ isOwn }) => !isOwn)).toEqual(plain.filter(({ isOwn }) => !isOwn));
  });

  it("follow what was observed of their own model alone", () => {
    const observed = { [SECOND]: { life: "hour" } } as const;
    const rows = compare(chat.text, { ...settings, observed });
    const changed = rows.filter(({ id, totals }) => {
      const before = plain.find((row) => row.id === id)?.totals;
      return JSON.stringify(totals) !== JSON.stringify(before);
    });
    expect(changed.map(({ id }) => id)).toEqual(["second-yours"]);
  });

  it("say which requests are refused by a reading", () => {
    const five = JSON.stringify({
      model: "qwen3-max",
      messages: [
        system(part(words(150), MARK)),
        ...["a", "b", "c", "d"].map((about) => user([part(words(5, about), MARK)])),
      ],
    });
    const alone: Settings = { model: "qwen3-max", region: "intl", scenario: null };
    const rows = compare(five, { ...alone, readings: { "extra-markers": "refused" } });
    const own = rows.find(({ id }) => id === "yours");
    expect(own?.refusals.map(({ requests }) => requests)).toEqual([[0]]);
    expect(ENGLISH.say(own?.refusals[0]?.message ?? "")).toContain("5 markers, and 4 are allowed");
    expect(compare(five, alone).find(({ id }) => id === "yours")?.refusals).toEqual([]);
  });
});

describe("pings", () => {
  const report = (readings: Readings) => reportKeepAlive(chat.text, { ...settings, readings }, open);

  it("are priced as what is written, however long it lives", () => {
    expect(report({ life: "hour" })?.rates).toEqual(report({})?.rates);
    expect(report({ life: "hour" })?.life).toBe(3600);
  });

  it("keep nothing where use starts no life again", () => {
    expect(report({})?.renews).toBe(true);
    expect(report({ "life-renewed": "never" })?.renews).toBe(false);
  });
});
