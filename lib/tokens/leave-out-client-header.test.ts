/** An endpoint that leaves Claude Code's billing line out costs no more to play than one that reads it. */
import { expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import { loadTestCounters } from "./fixtures/load-counters";
import { leaveOutClientHeader } from "./leave-out-client-header";
import { createMeasurer, measurePrompt } from "./measure";
import type { CounterFor } from "./token-counter";

const counterFor = loadTestCounters();
const MODEL = findModel("qwen3.7-max");
const LEFT_OUT = { "client-header": "left-out" } as const;

/** As Claude Code sends them: the line differs in every request. */
function requestOf(number: number): Prompt {
  const { prompt } = parsePrompt(
    JSON.stringify({
      model: "qwen3.7-max",
      max_tokens: 100,
      system: [
        { type: "text", text: `x-anthropic-billing-header: cc_version=2.1.${number};` },
        { type: "text", text: "You are a coding agent. ".repeat(20) },
      ],
      messages: Array.from({ length: number * 2 + 1 }, (_, index) => ({
        role: index % 2 === 0 ? "user" : "assistant",
        content: `Step ${index}. ${"Words of the conversation. ".repeat(10)}`,
      })),
    }),
  );
  if (!prompt) throw new Error("It is a request.");
  return prompt;
}

/** One conversation: what is said again is the same object, as in a recording. */
function converse(count: number): Prompt[] {
  const last = requestOf(count);
  return Array.from({ length: count }, (_, number) => {
    const own = requestOf(number);
    return {
      ...own,
      tools: last.tools,
      messages: [...own.messages.slice(0, 1), ...last.messages.slice(1, number * 2 + 2)],
    };
  });
}

function countCalls(readings: Parameters<ReturnType<typeof createMeasurer>>[2]): number {
  let calls = 0;
  const counter = counterFor(MODEL);
  const watched = {
    ...counter,
    count(text: string) {
      calls++;
      return counter.count(text);
    },
  };
  const watching: CounterFor = () => watched;
  const measure = createMeasurer(watching);
  for (const prompt of converse(12)) {
    const measured = measure(prompt, MODEL, readings);
    expect(measured.total).toBe(measurePrompt(prompt, MODEL, counterFor, undefined, readings).total);
  }
  return calls;
}

it("gives the same message for the same one", () => {
  const [system] = requestOf(1).messages;
  if (!system) throw new Error("It has a system message.");
  expect(leaveOutClientHeader(system)).toBe(leaveOutClientHeader(system));
  expect(leaveOutClientHeader(system).parts).toHaveLength(1);
});

it("counts of a grown conversation only what is new, though the line differs", () => {
  const calls = countCalls(LEFT_OUT);
  expect(calls).toBeLessThan(70);
});
