/** An answer that was not recorded is read from the request that goes on from it, and from nowhere else. */
import { expect, it } from "vitest";
import { deriveReplies } from "./derive-replies";
import type { Exchange } from "./exchange";

const say = (role: string, content: unknown, more: object = {}) => ({ role, content, ...more });
const exchange = (messages: readonly unknown[], change: Partial<Exchange> = {}): Exchange => ({
  place: "Line 1",
  at: null,
  duration: null,
  body: { model: "qwen3.7-max", messages },
  reply: "",
  usage: null,
  model: null,
  conversation: null,
  ...change,
});
const repliesOf = (...exchanges: Exchange[]) => deriveReplies(exchanges).exchanges.map(({ reply }) => reply);

const first = [say("system", "Be brief. 09:30"), say("user", "Which fern grows in shade?")];
const marked = [{ type: "text", text: "Which fern grows in shade?", cache_control: { type: "ephemeral" } }];
const second = [
  say("system", "Be brief. 09:31"),
  say("user", marked),
  say("assistant", "The lady fern."),
  say("user", "And in the sun?"),
];

it("is the model's next message, whatever the clock and the markers say", () => {
  expect(repliesOf(exchange(first), exchange(second))).toEqual(["The lady fern.", ""]);
  expect(deriveReplies([exchange(first), exchange(second)]).found).toBe(1);
});

it("stays as recorded where it was", () => {
  expect(repliesOf(exchange(first, { reply: "Told." }), exchange(second))).toEqual(["Told.", ""]);
});

it("holds reasoning and calls that were sent again", () => {
  const call = { id: "1", type: "function", function: { name: "find", arguments: '{"q":"fern"}' } };
  const openai = [...first, say("assistant", null, { reasoning_content: "Look.", tool_calls: [call] })];
  const written =
    '<think>\nLook.\n</think>\n\n<tool_call>\n{"name": "find", "arguments": {"q":"fern"}}\n</tool_call>';
  expect(repliesOf(exchange(first), exchange(openai))[0]).toBe(written);
  const parts = [
    { type: "thinking", thinking: "Look." },
    { type: "tool_use", id: "1", name: "find", input: { q: "fern" } },
  ];
  expect(repliesOf(exchange(first), exchange([...first, say("assistant", parts)]))[0]).toBe(written);
});

it("is not taken from another conversation", () => {
  const other = exchange([say("user", "Who sails today?"), say("assistant", "Nobody."), say("user", "Why?")]);
  expect(repliesOf(exchange(first), other, exchange(second))).toEqual(["The lady fern.", "", ""]);
  const lane = { conversation: "sub-agent 1" };
  expect(repliesOf(exchange(first), exchange(second, lane))).toEqual(["", ""]);
  expect(repliesOf(exchange(first), exchange([...first, say("user", "Hello?")]))).toEqual(["", ""]);
});
