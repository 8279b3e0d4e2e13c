/** A run sends words that change as they are at each request's time, just as they are played. */
import { expect, it } from "vitest";
import { analyse } from "../pipeline/analyse";
import type { Settings } from "../pipeline/analysis";
import { createDocumentOpener } from "../pipeline/open-document";
import { scenarios } from "../timeline/scenarios";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { createRunPredictor } from "./predict-run";
import { estimateRequests, writeRunScript } from "./write-run-script";

const counterFor = loadTestCounters();
const long = "Answer in the words of the manual and name the page. ".repeat(150);
const text = JSON.stringify({
  model: "qwen3.7-max",
  tools: [
    {
      type: "function",
      function: { name: "look_up", description: "Nonce: a8f5f167f44f4964", parameters: {} },
    },
  ],
  messages: [
    {
      role: "system",
      content: [
        {
          type: "text",
          text: `Current time: 2026-11-21 09:30:12\n${long}`,
          cache_control: { type: "ephemeral" },
        },
      ],
    },
    { role: "user", content: "Hello" },
  ],
});
const find = (name: string) => scenarios.find((each) => each.name === name) ?? null;
const settings: Settings = {
  model: "qwen3.7-max",
  region: "intl",
  scenario: find("Same request, five times"),
};

it("writes the time of each request, and another nonce, into its body", () => {
  const { requests, changing } = writeRunScript({ text, settings }, []);
  expect(requests.map(({ body }) => body.match(/09:\d\d:\d\d/)?.[0])).toEqual([
    "09:30:12",
    "09:30:42",
    "09:31:12",
    "09:31:42",
    "09:32:12",
  ]);
  const nonces = requests.map(({ body }) => body.match(/Nonce: (\w+)/)?.[1]);
  expect(new Set(nonces).size).toBe(5);
  expect(changing).toEqual(["a8f5f167f44f4964", "2026-11-21 09:30:12"]);
});

it.each(scenarios.filter(({ turns }) => turns.length > 0 && turns.length < 12))(
  "is billed as it is played: $name",
  (scenario) => {
    const played = { ...settings, scenario };
    const { timeline } = analyse(text, played, createDocumentOpener(counterFor));
    const sent = estimateRequests(writeRunScript({ text, settings: played }, []));
    const { requests } = createRunPredictor(counterFor)(sent, played);
    expect(requests.map((each) => [each?.read, each?.written])).toEqual(
      timeline?.turns.map(({ ledger }) => [ledger.read, ledger.written]),
    );
  },
);

it("sends what the user holds still as it stands", () => {
  const told = [
    { words: "2026-11-21 09:30:12", change: "never" as const },
    { words: "a8f5f167f44f4964", change: "conversation" as const },
  ];
  const { requests, changing } = writeRunScript({ text, settings: { ...settings, changing: told } }, []);
  expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
  expect(changing).toEqual([]);
});
