/** The SDKs through a recording of the emulator: answers as without it, caching by the time that is told. */
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerEmulator } from "../emulator/emulator";
import { createWorld } from "../emulator/fixtures/start-emulator";
import { createTestRecorder } from "./fixtures/create-test-recorder";
import { serveRequests } from "./fixtures/serve-requests";

const world = createWorld();
const recorder = createTestRecorder({ emulate: (request) => answerEmulator(request, async () => world) });
let server: Awaited<ReturnType<typeof serveRequests>>;
beforeAll(async () => {
  server = await serveRequests(recorder.record);
});
afterAll(() => server.stop());

const text = "<Your Long Text Here>".repeat(400);
const marker = { cache_control: { type: "ephemeral" as const } };
const summarise = (content: string) => ({
  model: "qwen3.7-max",
  max_tokens: 1024,
  thinking: { type: "disabled" as const },
  system: [{ type: "text" as const, text, ...marker }],
  messages: [{ role: "user" as const, content }],
});

it("streams to the Anthropic SDK, and plays a gap of six minutes", async () => {
  const session = await recorder.open();
  const baseURL = `${server.origin}/record/${session}/apps/anthropic`;
  const client = new Anthropic({ apiKey: "sk-1planted2key3for4the5sdk", baseURL, maxRetries: 0 });
  const ask = async (content: string, time: number) => {
    const headers = { "x-emulator-time": String(time) };
    return client.beta.messages.stream(summarise(content), { headers }).finalMessage();
  };
  const start = 1_900_000_000;
  const answers = [];
  for (const [turn, gap] of [0, 60, 60 + 360].entries()) answers.push(await ask(`Turn ${turn}`, start + gap));
  expect(
    answers.map(({ usage }) => [usage.cache_creation_input_tokens, usage.cache_read_input_tokens]),
  ).toEqual([
    [2005, 0],
    [0, 2005],
    [2005, 0],
  ]);
  const { exchanges, startedAt } = await recorder.read(session);
  expect(startedAt).toBe(start);
  expect(exchanges.map(({ at }) => at - start)).toEqual([0, 60, 420]);
  for (const [turn, exchange] of exchanges.entries()) {
    const { usage, answer, firstToken, redacted } = exchange;
    expect(exchange).toMatchObject({
      kind: "chat",
      dialect: "anthropic",
      path: "/v1/messages",
      status: 200,
    });
    expect(usage).toMatchObject({ cache_read_input_tokens: answers[turn]?.usage.cache_read_input_tokens });
    expect(answers[turn]?.content).toMatchObject([{ type: "text", text: answer?.text }]);
    expect([answer?.finish, answer?.isComplete, redacted]).toEqual(["end_turn", true, []]);
    expect(firstToken).toBeLessThanOrEqual(exchange.duration ?? Number.NaN);
  }
  const counted = await client.messages.countTokens({
    model: "qwen3.7-max",
    messages: summarise("x").messages,
  });
  expect(counted.input_tokens).toBeGreaterThan(0);
  expect((await recorder.read(session)).exchanges.at(-1)).toMatchObject({ kind: "count", usage: null });
});

it("streams to the OpenAI SDK, lists models, and passes a refusal on", async () => {
  const session = await recorder.open();
  const baseURL = `${server.origin}/record/${session}/compatible-mode/v1`;
  const client = new OpenAI({ apiKey: "sk-any", baseURL, maxRetries: 0 });
  const stream = await client.chat.completions.create({
    model: "qwen3-coder-plus",
    messages: [{ role: "user", content: "Hello" }],
    stream: true,
    stream_options: { include_usage: true },
  });
  let whole = "";
  for await (const chunk of stream) whole += chunk.choices[0]?.delta.content ?? "";
  expect((await client.models.list()).data.length).toBeGreaterThan(0);
  await expect(client.chat.completions.create({ model: "", messages: [] })).rejects.toMatchObject({
    status: 400,
  });
  const { exchanges } = await recorder.read(session);
  expect(exchanges.map(({ kind, status }) => [kind, status])).toEqual([
    ["chat", 200],
    ["other", 200],
    ["chat", 400],
  ]);
  expect(exchanges[0]).toMatchObject({
    answer: { text: whole, isComplete: true },
    usage: { prompt_tokens: 9 },
  });
  expect(exchanges[2]?.answer?.error).toMatch(/model/);
});
