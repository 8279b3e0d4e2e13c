/** A request that is taken along to a service and imported again is the same request, with the markers that the service has. */

import { describe, expect, it } from "vitest";
import type { ServiceTarget } from "../export/service-target";
import { takeAlong } from "../export/take-along";
import { bodiesOf, importAll } from "../import/fixtures/read-fixture";
import { parsePrompt } from "../prompt/parse";
import { ENGLISH } from "../words/plain-words";

const marker = { type: "ephemeral" };
const hour = { type: "ephemeral", ttl: "1h" };
const document = {
  model: "qwen3.7-max",
  max_tokens: 300,
  tools: [{ type: "function", function: { name: "track", description: "Finds it.", parameters: {} } }],
  messages: [
    { role: "system", content: [{ type: "text", text: "You help.", cache_control: hour }] },
    { role: "user", content: "Where is it?" },
    {
      role: "assistant",
      content: null,
      tool_calls: [{ id: "1", type: "function", function: { name: "track", arguments: '{"id":"A1"}' } }],
    },
    {
      role: "tool",
      tool_call_id: "1",
      content: [{ type: "text", text: "On its way.", cache_control: marker }],
    },
    {
      role: "user",
      content: [
        { type: "text", text: "Thanks.", cache_control: marker },
        { type: "text", text: "And when?" },
      ],
    },
  ],
};

/** What is said, in order, and after which of it a marker stands; messages that follow one another by one role are one. */
function tell(text: string) {
  const { prompt } = parsePrompt(text);
  if (!prompt) throw new Error("no request");
  const role = (name: string) => (name === "tool" ? "user" : name);
  return {
    tools: prompt.tools.map(({ name }) => name),
    said: prompt.messages.flatMap((message) => [
      ...message.parts
        .filter(({ kind }) => kind !== "tool-call")
        .map((part) => [role(message.role), part.text, part.marker !== null]),
      ...[...message.calls, ...message.parts.flatMap(({ call }) => call ?? [])].map(({ name }) => [
        "call",
        name,
      ]),
    ]),
  };
}

async function goAndReturn(target: ServiceTarget) {
  const taken = takeAlong(target, JSON.stringify(document));
  if (!taken.ok) throw new Error(ENGLISH.say(taken.reason));
  const imported = await importAll(taken.text);
  expect(imported.dropped).toEqual([]);
  const [body] = bodiesOf(imported);
  return { back: tell(JSON.stringify(body)), model: (body as { model?: string }).model };
}

describe("a request comes back", () => {
  it.each<[string, ServiceTarget]>([
    ["Anthropic", { system: "anthropic", model: "claude-opus-5" }],
    ["Bedrock", { system: "bedrock", model: "claude-opus-5" }],
    ["OpenAI", { system: "openai", model: "gpt-6-sol", mode: "explicit" }],
    ["Model Studio", { system: "model-studio", model: "qwen3.7-max" }],
  ])("from %s with all its markers", async (_name, target) => {
    const { back, model } = await goAndReturn(target);
    expect(back).toEqual(tell(JSON.stringify(document)));
    expect(model).toBe(target.model);
  });

  it("from Gemini with its last marker", async () => {
    const target = { system: "gemini", model: "gemini-3.1-pro", mode: "explicit" };
    const { back, model } = await goAndReturn(target);
    const { tools, said } = tell(JSON.stringify(document));
    const last = said.findLastIndex(([, , isMarked]) => isMarked === true);
    const expected = said.map((one, index) => (one.length === 3 ? [one[0], one[1], index === last] : one));
    expect(back).toEqual({ tools, said: expected });
    expect(model).toBe(target.model);
  });

  it("from a cache that works by itself without markers", async () => {
    const { back } = await goAndReturn({ system: "deepseek", model: "deepseek-flash" });
    const { said } = tell(JSON.stringify(document));
    expect(back.said).toEqual(said.map((one) => (one.length === 3 ? [one[0], one[1], false] : one)));
  });
});
