/** Words that change make every scenario miss in which they would at the service; behind the marker they cost nothing. */
import { describe, expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { scenarios } from "../timeline/scenarios";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyse } from "./analyse";
import type { Settings } from "./analysis";
import { createDocumentOpener } from "./open-document";

const counterFor = loadTestCounters();
const open = createDocumentOpener(counterFor);
const long = "Answer in the words of the manual and name the page. ".repeat(300);
const marker = { cache_control: { type: "ephemeral" } };

const write = (head: string, question = "How do I reset the device?") =>
  JSON.stringify({
    model: "qwen3.7-max",
    messages: [
      { role: "system", content: [{ type: "text", text: `${head}${long}`, ...marker }] },
      { role: "user", content: question },
    ],
  });

const writeTool = (description: string) =>
  JSON.stringify({
    ...JSON.parse(write("")),
    tools: [{ type: "function", function: { name: "look_up", description, parameters: {} } }],
  });

const settingsOf = (name: string, changes: Partial<Settings> = {}): Settings => {
  const scenario = scenarios.find((each) => each.name === name);
  if (!scenario) throw new Error(`There is no scenario "${name}".`);
  return { model: "qwen3.7-max", region: "intl", scenario, ...changes };
};

const play = (text: string, settings: Settings) => {
  const { timeline } = analyse(text, settings, open);
  return {
    reads: timeline?.turns.map(({ ledger }) => ledger.read) ?? [],
    times: timeline?.turns.map(({ at }) => at) ?? [],
    cost: timeline?.totals.cost ?? Number.NaN,
  };
};

/** Words, the scenario in which they would change at the service, and how many requests read all the same. */
const KINDS: readonly [string, string, string][] = [
  ["a time to the second", "Current time: 2026-11-21 09:30:12", "Same request, five times"],
  ["a time to the minute", "Current time: 2026-11-21 09:30", "Same request after a long break"],
  ["an epoch", "Timestamp: 1795253412", "Same request, five times"],
  ["a request's id", "Request id: 7f3a91c04e", "Same request, five times"],
  ["a nonce", "Nonce: a8f5f167f44f4964", "Same request, five times"],
  ["a counter", "Request number: 41", "Same request, five times"],
  ["a UUID", "Trace 5f0c2a9e-31b4-4c55-9b0e-77a1d2c4e8f1", "Same request, five times"],
];

describe.each(KINDS)("%s", (_, line, name) => {
  const settings = settingsOf(name);

  it("misses before the marker", () => {
    const { reads } = play(write(`${line}\n`), settings);
    expect(reads.length).toBeGreaterThan(2);
    expect(Math.max(...reads)).toBe(0);
  });

  it("costs nothing behind it, which is said in money", () => {
    const before = play(write(`${line}\n`), settings);
    const after = play(write("", `${line}\n\nHow do I reset the device?`), settings);
    expect(after.reads.slice(1).some((read) => read > 2000)).toBe(true);
    expect(after.cost).toBeLessThan(before.cost);
  });

  it("reads again once the mend of the rule is applied", () => {
    const text = write(`${line}\n`);
    const { diagnostics } = analyse(text, settings, open);
    const fix = diagnostics.find(({ rule }) => rule === "volatile-before-marker")?.fix;
    const mended = applyEdits(text, fix?.edits ?? []);
    expect(mended).not.toBe(text);
    expect(play(mended, settings).reads.some((read) => read > 2000)).toBe(true);
  });

  it("stays where the user says that it never changes", () => {
    const words = line.slice(line.search(/[:\s] ?(?=\S*\d)/) + 1).trim();
    const told = { changing: [{ words, change: "never" as const }] };
    expect(play(write(`${line}\n`), { ...settings, ...told }).reads[1]).toBeGreaterThan(2000);
  });
});

it("a date changes at midnight alone", () => {
  const text = write("today: 2026/2/28周六\n");
  const within = play(text, settingsOf("Same request, five times"));
  expect(within.reads.slice(1).every((read) => read > 2000)).toBe(true);
  const turns = [
    { mode: "repeat" as const, gap: 16 * 3600, user: "", reply: "Done." },
    { mode: "repeat" as const, gap: 60, user: "", reply: "Done." },
  ];
  const scenario = { name: "over midnight", duration: 2, reply: "Done.", turns };
  const { timeline } = analyse(text, { model: "qwen3.7-max", region: "intl", scenario }, open);
  expect(timeline?.turns[1]?.ledger.reasons.map(({ code }) => code)).not.toContain("expired");
  expect(timeline?.turns[2]?.ledger.read).toBeGreaterThan(2000);
});

/** Words that differ in any two requests at different times. */
const ALWAYS = KINDS.filter(([name]) => name !== "a time to the minute");
/** Scenarios that send something new within the life of an entry. */
const PLAYED = [
  "Three follow-up turns",
  "Same request, five times",
  "Agent, three tool rounds",
  "Clock in the system text",
  "Ten workers at once",
  "Batch of 50 rows",
];

describe.each(PLAYED)("in %s", (name) => {
  const settings = settingsOf(name);
  const still = play(write(""), settings);
  const isOwnClock = name === "Clock in the system text";

  it.each(ALWAYS)(
    "%s before the marker misses, and the mend reads what a text without it reads",
    (_, line) => {
      const text = write(`${line}\n`);
      const bad = play(text, settings);
      expect(bad.reads.length).toBeGreaterThan(1);
      const isClock = /time/i.test(line);
      // The scenario's own clock is not played where the document has one.
      if (isOwnClock && !isClock) return;
      // Requests at one time show the same time.
      const differs = (at: number): boolean => !isClock || bad.times[at] !== bad.times[at - 1];
      expect(bad.reads.filter((_read, at) => at > 0 && differs(at)).every((read) => read === 0)).toBe(true);
      const fix = analyse(text, settings, open).diagnostics.find(
        ({ rule }) => rule === "volatile-before-marker",
      )?.fix;
      const mended = play(applyEdits(text, fix?.edits ?? []), settings);
      if (!isOwnClock) {
        expect(mended.reads.map((read) => read > 2000)).toEqual(still.reads.map((read) => read > 2000));
      }
      const gain =
        mended.reads.filter((read) => read > 0).length - bad.reads.filter((read) => read > 0).length;
      if (gain > 0) expect(mended.cost).toBeLessThan(bad.cost);
      else expect(mended.cost).toBeCloseTo(bad.cost, 2);
    },
  );

  it.each(ALWAYS)("%s in a tool's description misses as well", (_, line) => {
    if (isOwnClock) return;
    const { reads, times } = play(writeTool(line), settings);
    const isClock = /time/i.test(line);
    const misses = reads.filter((_read, at) => at > 0 && (!isClock || times[at] !== times[at - 1]));
    expect(misses.length === 0 || Math.max(...misses) === 0).toBe(true);
  });
});

/** https://github.com/looplj/axonhub/issues/918: a date before everything else, in the Anthropic dialect. */
describe("a date first", () => {
  const rules = "你负责一家小店的售后。订单迟到时,先说明原因,再给出新的日期,并写进工单。".repeat(80);
  const text = JSON.stringify({
    model: "qwen3.6-plus",
    max_tokens: 64,
    system: [{ text: `today:2026/2/28周六\n${rules}`, type: "text", ...marker }],
    messages: [{ role: "user", content: [{ text: "你好", type: "text" }] }],
  });
  const overnight = settingsOf("Same request, five times", {
    model: "qwen3.6-plus",
    changing: [{ words: "2026/2/28周六", change: "request" }],
  });

  it("reads nothing over midnight, and all of the system text once mended, with the date kept", () => {
    const before = play(text, overnight);
    expect(Math.max(...before.reads)).toBe(0);
    const fix = analyse(text, overnight, open).diagnostics.find(
      ({ rule }) => rule === "volatile-before-marker",
    )?.fix;
    const mended = applyEdits(text, fix?.edits ?? []);
    expect(mended).toContain("today:2026/2/28周六");
    const after = play(mended, overnight);
    expect(after.reads.slice(1).every((read) => read > 1024)).toBe(true);
    expect(after.cost).toBeLessThan(before.cost);
  });

  it("holds within a day", () => {
    const { reads } = play(text, settingsOf("Same request, five times", { model: "qwen3.6-plus" }));
    expect(reads.slice(1).every((read) => read > 1024)).toBe(true);
  });
});

it("a session's id holds for the conversation", () => {
  const { reads } = play(write("Session id: 7f3a91c04e\n"), settingsOf("Same request, five times"));
  expect(reads.slice(1).every((read) => read > 2000)).toBe(true);
});

it("the scenario with a clock runs the document's own, wherever it stands", () => {
  const settings = settingsOf("Clock in the system text");
  const clock = "Current time: 2026-11-21 09:30:12";
  expect(Math.max(...play(write(`${clock}\n`), settings).reads.slice(1))).toBe(0);
  const mended = play(write("", `${clock}\n\nHow do I reset the device?`), settings);
  expect(mended.reads.slice(1).every((read) => read > 2000)).toBe(true);
});
