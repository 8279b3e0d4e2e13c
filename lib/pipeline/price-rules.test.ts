/** A marker that is moved in a recorded request may stay that request's own; one that follows from the document may not. */
import { expect, it } from "vitest";
import { NEUTRAL_SCENARIO } from "../timeline/scenarios";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import type { Settings } from "./analysis";
import { createDocumentOpener } from "./open-document";
import { priceRules } from "./price-rules";
import { answerWhatIf } from "./what-if";

const open = createDocumentOpener(loadTestCounters());
const LONG = "Follow the handbook to the letter, and say what you have done. ".repeat(140);
const marked = (text: string) => [{ type: "text", text, cache_control: { type: "ephemeral" } }];
const bodyOf = (...said: readonly unknown[]) =>
  JSON.stringify({ model: "qwen3.7-max", messages: [{ role: "system", content: LONG }, ...said] });
const first = { role: "user", content: marked("Where do I begin?") };
const later = [
  { role: "user", content: "Where do I begin?" },
  { role: "assistant", content: "At the top." },
  { role: "user", content: marked("And then?") },
];
const text = bodyOf(first);
const turn = { mode: "body" as const, gap: 30, user: "", reply: "Done.", body: bodyOf(...later) };
const settings: Settings = {
  model: "qwen3.7-max",
  region: "intl",
  scenario: { name: "Recorded", duration: 3, reply: "Done.", turns: [turn, { ...turn, gap: 40 }] },
};
const marker = "/messages/3/content/0/cache_control";
const question = { text, turn: 1, stay: [], to: "/messages/1", marker };

it("moves it in that request alone, and what it costs is what is played", () => {
  const { own, rules } = priceRules({ ...question, settings }, open);
  expect(rules.length).toBeGreaterThan(0);
  const [moved, untouched] = own?.scenario.turns ?? [];
  const messages = JSON.parse(moved?.body ?? "{}").messages as { content: unknown }[];
  expect(JSON.stringify(messages[1])).toContain("cache_control");
  expect(JSON.stringify(messages[3])).not.toContain("cache_control");
  expect(untouched?.body).toBe(turn.body);
  const played = answerWhatIf(text, { ...settings, scenario: own?.scenario ?? null }, open);
  expect(own?.outcome.totals.cost).toBe(played?.totals.cost);
  // The first request has marked that very place: now it is read.
  expect(own?.outcome.rows[1]?.read).toBeGreaterThan(1000);
});

it.each([
  ["follows from the document", { ...settings, scenario: NEUTRAL_SCENARIO }],
  ["has its markers from a rule", { ...settings, placement: { kind: "none" } as const }],
])("offers nothing of its own where the request %s", (_, other) => {
  expect(priceRules({ ...question, settings: other }, open).own).toBeNull();
});

it("prices the rules of the document's own request, too", () => {
  const { rules, own } = priceRules({ text, settings, turn: 0, stay: [], to: "/messages/0" }, open);
  expect(rules.map(({ words }) => ENGLISH.say(words))).toContain("end of system");
  expect(own).toBeNull();
});
