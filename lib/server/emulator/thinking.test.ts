/** Thinking as the models do it by default, what the service refuses of it, and what is said of it in both dialects. */
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, startEmulator } from "./fixtures/start-emulator";

let server: Awaited<ReturnType<typeof startEmulator>>;
let openai: OpenAI;
let anthropic: Anthropic;

beforeAll(async () => {
  server = await startEmulator(createWorld());
  openai = new OpenAI({ apiKey: "sk", baseURL: `${server.origin}/compatible-mode/v1`, maxRetries: 0 });
  anthropic = new Anthropic({ apiKey: "sk", baseURL: `${server.origin}/apps/anthropic`, maxRetries: 0 });
});
afterAll(() => server.stop());

const messages = [{ role: "user" as const, content: "Hello" }];
const chat = (fields: object) =>
  openai.chat.completions.create({ model: "qwen3.7-max", messages, ...fields, stream: false });
const message = (fields: object) =>
  anthropic.messages.create({ model: "qwen3.7-max", max_tokens: 500, messages, ...fields, stream: false });
const reasoningOf = (answer: OpenAI.ChatCompletion) =>
  (answer.choices[0]?.message as { reasoning_content?: string } | undefined)?.reasoning_content;

it.each([
  ["qwen3.7-max", {}, true],
  ["qwen3.5-plus", {}, true],
  ["qwen3.8-max", {}, true],
  ["qwen4-max", {}, true],
  ["qwen3.7-max", { enable_thinking: false }, false],
  ["qwen3.8-max", { reasoning_effort: "none" }, false],
  ["qwen3-max", {}, false],
  ["qwen3-max", { enable_thinking: true }, true],
  ["qwen-plus", {}, false],
  ["qwen3-coder-plus", {}, false],
  ["some-other-model", {}, false],
])("%s %j thinks: %s", async (model, fields, thinks) => {
  const answer = await chat({ model, ...fields });
  expect(Boolean(reasoningOf(answer))).toBe(thinks);
  const reasoning = answer.usage?.completion_tokens_details?.reasoning_tokens ?? 0;
  expect(reasoning > 0).toBe(thinks);
  expect(answer.usage?.completion_tokens).toBe(40 + reasoning);
});

it("comes before the words in a stream, and adds up to the same", async () => {
  const whole = await chat({});
  const stream = await openai.chat.completions.create({
    model: "qwen3.7-max",
    messages,
    stream: true,
    stream_options: { include_usage: true },
  });
  let reasoning = "";
  let text = "";
  for await (const { choices, usage } of stream) {
    const delta = choices[0]?.delta as
      | { content?: string | null; reasoning_content?: string | null }
      | undefined;
    if (delta?.reasoning_content) expect(text).toBe("");
    reasoning += delta?.reasoning_content ?? "";
    text += delta?.content ?? "";
    if (usage) expect(usage).toEqual(whole.usage);
  }
  expect(reasoning).toBe(reasoningOf(whole));
  expect(text).toBe(whole.choices[0]?.message.content);
});

it("is a signed block in the Anthropic dialect, which can be given back", async () => {
  const first = await message({});
  expect(first.content.map(({ type }) => type)).toEqual(["thinking", "text"]);
  const [thought] = first.content;
  if (thought?.type !== "thinking") throw new Error("no thought");
  expect(thought.signature).not.toBe("");
  const streamed = await anthropic.messages
    .stream({ model: "qwen3.7-max", max_tokens: 500, messages })
    .finalMessage();
  expect(streamed.content).toMatchObject(first.content);
  const next = [
    ...messages,
    { role: "assistant", content: first.content },
    { role: "user", content: "And?" },
  ];
  expect((await message({ messages: next })).content).toHaveLength(2);
  expect((await message({ thinking: { type: "disabled" } })).content).toHaveLength(1);
});

describe("limits", () => {
  it("max_tokens of the Anthropic dialect holds the thinking, and may leave nothing else", async () => {
    const short = await message({ max_tokens: 10 });
    expect(short).toMatchObject({ stop_reason: "max_tokens", usage: { output_tokens: 10 } });
    expect(short.content.map(({ type }) => type)).toEqual(["thinking"]);
  });

  it("max_tokens of a chat bounds the answer alone, max_completion_tokens both", async () => {
    const answer = await chat({ max_tokens: 5 });
    const reasoning = answer.usage?.completion_tokens_details?.reasoning_tokens ?? 0;
    expect(answer).toMatchObject({
      usage: { completion_tokens: reasoning + 5 },
      choices: [{ finish_reason: "length" }],
    });
    expect(await chat({ max_completion_tokens: 5 })).toMatchObject({
      usage: { completion_tokens: 5 },
      choices: [{ finish_reason: "length", message: { content: "" } }],
    });
  });

  it("a budget bounds the thinking", async () => {
    expect((await chat({ thinking_budget: 7 })).usage?.completion_tokens_details?.reasoning_tokens).toBe(7);
    const budget = { thinking: { type: "enabled", budget_tokens: 7 } };
    expect((await message(budget)).usage.output_tokens).toBe(47);
  });

  it("the length that a test asks for is that of all", async () => {
    const headers = { "x-emulator-completion": "20" };
    const { usage } = await openai.chat.completions.create({ model: "qwen3.7-max", messages }, { headers });
    expect(usage).toMatchObject({
      completion_tokens: 20,
      completion_tokens_details: { reasoning_tokens: 10 },
    });
  });
});

describe("what does not go with it is refused in the service's words", () => {
  const tools = [
    { type: "function", function: { name: "search", parameters: { type: "object", properties: {} } } },
  ];
  it.each<[string, object, string]>([
    [
      "an open hybrid without a stream",
      { model: "qwen3-32b" },
      "parameter.enable_thinking must be set to false for non-streaming calls",
    ],
    [
      "a model that always thinks, without thinking",
      { model: "qwen3-235b-a22b-thinking-2507", enable_thinking: false },
      "The value of the enable_thinking parameter is restricted to True.",
    ],
    ["a model that always thinks", { model: "qwq-plus" }, "This model only support stream mode"],
    [
      "a forced call",
      { tools, tool_choice: "required" },
      "The tool_choice parameter does not support being set to required or object in thinking mode",
    ],
    [
      "JSON that is to be thought about",
      {
        enable_thinking: true,
        response_format: { type: "json_object" },
        messages: [{ role: "user", content: "as JSON" }],
      },
      "Json mode response is not supported when enable_thinking is true",
    ],
  ])("%s", async (_name, fields, words) => {
    const error = await chat(fields).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OpenAI.BadRequestError);
    expect(String(error)).toContain(words);
  });

  it("and taken without it", async () => {
    expect((await chat({ model: "qwen3-32b", enable_thinking: false })).choices).toHaveLength(1);
    const forced = await chat({ tools, tool_choice: "required", enable_thinking: false });
    expect(forced.choices[0]?.finish_reason).toBe("tool_calls");
  });
});
