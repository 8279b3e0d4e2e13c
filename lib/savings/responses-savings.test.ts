/** What can be saved on a Responses request: every change is one of the same dialect, and markers are none of them. */
import { expect, it } from "vitest";
import { applyEdits } from "../prompt/apply-edits";
import { parsePrompt } from "../prompt/parse";
import type { Scenario } from "../timeline/scenario";
import { ENGLISH } from "../words/plain-words";
import { ask, openBody } from "./fixtures/ask-savings";

const tool = (name: string) => ({
  type: "function",
  name,
  description: `Answers what has to do with ${name}. `.repeat(20),
  parameters: { type: "object", properties: {} },
});
const body = {
  model: "qwen3.7-max",
  instructions: `Today is 2026-11-29, 10:15:00.\n${"You keep the desk of a small shop. ".repeat(200)}`,
  tools: ["look", "send", "call"].map(tool),
  input: [
    { role: "user", content: "Where is it?" },
    { type: "reasoning", summary: [{ type: "summary_text", text: "Look it up. ".repeat(100) }] },
    { type: "function_call", call_id: "a", name: "look", arguments: "{}" },
    { type: "function_call_output", call_id: "a", output: "Late. ".repeat(500) },
    { role: "assistant", content: "It is late." },
    { role: "user", content: "And now?" },
  ],
};
const scenario: Scenario = {
  name: "Four turns",
  duration: 3,
  reply: "Write to the customer.",
  turns: [1, 2, 3, 4].map((turn) => ({
    mode: "append",
    gap: 60,
    user: `Question ${turn}?`,
    reply: "Yes.",
    rounds: [{ gap: 2, calls: [{ name: "look", arguments: "{}", result: "Late. ".repeat(400) }] }],
  })),
};

it("changes stay Responses that can be read", () => {
  const asked = openBody(body, scenario);
  const { text } = asked;
  const { savings } = ask(asked);
  const changed = savings;
  expect(changed.length).toBeGreaterThan(3);
  for (const { id, change } of changed) {
    const { prompt, errors } = parsePrompt(applyEdits(text, change.edits));
    expect([id, prompt?.dialect, errors]).toEqual([id, "responses", []]);
    expect([id, prompt?.markers]).toEqual([id, []]);
  }
});

it("thoughts are left out with their items", () => {
  const asked = openBody(body, scenario);
  const { text } = asked;
  const { savings } = ask(asked);
  const dropped = savings.find(({ id }) => id === "drop-reasoning");
  const input = JSON.parse(applyEdits(text, dropped?.change.edits ?? [])).input;
  expect(input).toEqual(body.input.filter(({ type }) => type !== "reasoning"));
  expect(ENGLISH.say(dropped?.title ?? "")).not.toBe("");
});
