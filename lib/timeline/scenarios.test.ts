/** The ready scenarios play on any document, and what they write is consistent. */
import { describe, expect, it } from "vitest";
import type { Marker, Prompt } from "../prompt/prompt";
import { ENGLISH } from "../words/plain-words";
import { anthropic, openai, read } from "./fixtures/play-request";
import { presets } from "./presets/presets";
import { listFitting, scenarios } from "./scenarios";
import { playScenario, type Script } from "./script-prompts";

const tools = [{ name: "a", input_schema: { type: "object" } }];
const documents: readonly (readonly [string, Prompt])[] = [
  ["openai", read(openai)],
  ["anthropic", read({ ...anthropic, tools })],
  ["bare", read([{ role: "user", content: "Q1" }])],
  ...presets.map(({ id, text }) => [id, read(JSON.parse(text))] as const),
];
const named = (name: string): Script => {
  const scenario = scenarios.find((each) => each.name === name);
  if (!scenario) throw new Error(`There is no scenario ${name}.`);
  return playScenario(read(openai), scenario);
};
const pointersOf = (markers: readonly (Marker | null)[]) =>
  markers.flatMap((marker) => marker?.pointer ?? []);

it("have names of their own", () => {
  const names = [...scenarios, ...presets.map(({ scenario }) => scenario)].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(documents)("on %s", (_name, document) => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", (_title, scenario) => {
    const { requests, problems } = playScenario(document, scenario);
    expect(requests.map(({ at }) => at)).toEqual(requests.map(({ at }) => at).toSorted((a, b) => a - b));
    for (const { prompt } of requests) {
      const pointers = prompt.messages.map(({ pointer }) => pointer);
      expect(new Set(pointers).size).toBe(pointers.length);
      const inParts = pointersOf(prompt.messages.flatMap(({ parts }) => parts.map(({ marker }) => marker)));
      expect(pointersOf(prompt.markers.filter(({ place }) => place === "part"))).toEqual(inParts);
      for (const { pointer, parts } of prompt.messages)
        expect(parts.every((part) => part.pointer.startsWith(pointer))).toBe(true);
    }
    // A document without tools says so; nothing else goes wrong.
    expect(problems.filter(({ message }) => !/fewer than two tools/.test(ENGLISH.say(message)))).toEqual([]);
  });
});

it("shares messages between the requests of a growing conversation", () => {
  const prompts = named("Agent, three tool rounds").requests.map(({ prompt }) => prompt);
  for (const [index, prompt] of prompts.slice(1).entries()) {
    const before = prompts[index]?.messages ?? [];
    // The last one gives its marker away.
    const shared = before.slice(0, -1).every((message, at) => message === prompt.messages[at]);
    expect(shared).toBe(true);
    expect(prompt.messages.length).toBeGreaterThan(before.length);
  }
});

it.each([
  ["Ten workers at once", [0, ...Array.from({ length: 10 }, () => 10), 55]],
  ["Pings over a coffee break", [0, 45, 285, 525, 765, 1005, 1125]],
])("%s: keeps its times", (name, times) => {
  expect(named(name).requests.map(({ at }) => at)).toEqual(times);
});

it("Batch of 50 rows: is 50 requests that end alike but for their row", () => {
  const { requests } = named("Batch of 50 rows");
  expect(requests).toHaveLength(50);
  expect(new Set(requests.map(({ prompt }) => prompt.messages.at(-1)?.parts[0]?.text)).size).toBe(50);
});

it.each([
  ["Ten turns, 60 s apart", 10],
  ["Ten agent turns, a tool call in each", 19],
])("%s: asks ten times, in %s requests", (name, count) => {
  const { requests } = named(name);
  expect(requests).toHaveLength(count);
  expect(new Set(requests.map(({ turn }) => turn)).size).toBe(10);
});

it("are offered where they have a meaning", () => {
  const without = (tools: number): string[] =>
    scenarios.filter((each) => !listFitting(tools).includes(each)).map(({ name }) => name);
  expect(without(0)).toEqual([
    "Ten agent turns, a tool call in each",
    "Agent, three tool rounds",
    "Tools shuffled half-way",
  ]);
  expect(without(1)).toEqual(["Tools shuffled half-way"]);
  expect(without(2)).toEqual([]);
});
