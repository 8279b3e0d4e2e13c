/** The emulator on the real server: the SDKs and plain HTTP get what Model Studio would answer. */
import Anthropic from "@anthropic-ai/sdk";
import { expect, test } from "@playwright/test";
import OpenAI from "openai";

/** Keys of their own, so that no test and no earlier run shares an entry. */
const newKey = (): string => `sk-${crypto.randomUUID()}`;
const code = "<Your Code Here>".repeat(400);
const marker = { type: "ephemeral" as const };
const ask = (question: string) => ({
  model: "qwen3-coder-plus",
  messages: [
    { role: "system", content: [{ type: "text", text: code, cache_control: marker }] },
    { role: "user", content: question },
  ] as OpenAI.ChatCompletionMessageParam[],
});

test("a program written with the OpenAI SDK writes the cache and reads it in a stream", async ({
  baseURL,
}) => {
  const client = new OpenAI({ apiKey: newKey(), baseURL: `${baseURL}/emulator/compatible-mode/v1` });
  const first = await client.chat.completions.create(ask("这段代码的内容是什么"));
  expect(first.usage).toMatchObject({
    prompt_tokens: 1618,
    prompt_tokens_details: { cached_tokens: 0, cache_creation_input_tokens: 1605 },
  });
  const stream = await client.chat.completions.create({
    ...ask("这段代码有哪些可以优化的地方"),
    stream: true,
    stream_options: { include_usage: true },
  });
  const chunks: OpenAI.ChatCompletionChunk[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  expect(chunks.length).toBeGreaterThan(30);
  expect(chunks.at(-1)?.usage).toMatchObject({
    prompt_tokens: 1620,
    prompt_tokens_details: { cached_tokens: 1605, cache_creation_input_tokens: 0 },
  });
});

test("a program written with the Anthropic SDK does the same", async ({ baseURL }) => {
  const client = new Anthropic({ apiKey: newKey(), baseURL: `${baseURL}/emulator/apps/anthropic` });
  const body = {
    model: "qwen3.7-max",
    max_tokens: 100,
    system: [{ type: "text" as const, text: code, cache_control: marker }],
    messages: [{ role: "user" as const, content: "What is this?" }],
  };
  const first = await client.messages.create(body);
  const written = first.usage.cache_creation_input_tokens ?? 0;
  expect(written).toBeGreaterThan(1500);
  const second = await client.beta.messages.stream(body).finalMessage();
  expect(second.usage).toMatchObject({ cache_read_input_tokens: written, cache_creation_input_tokens: 0 });
  const { max_tokens: _, ...counted } = body;
  const { input_tokens } = await client.messages.countTokens(counted);
  expect(input_tokens).toBe(first.usage.input_tokens + written);
});

test("chunks of a slow stream arrive one by one", async ({ baseURL }) => {
  const answer = await fetch(`${baseURL}/emulator/compatible-mode/v1/chat/completions`, {
    method: "POST",
    headers: { Authorization: `Bearer ${newKey()}`, "x-emulator-fault": "slow" },
    body: JSON.stringify({ ...ask("Hello"), stream: true }),
  });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  expect(answer.headers.get("cache-control")).toContain("no-store");
  const reader = answer.body?.getReader();
  let pieces = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) pieces += 1;
  expect(pieces).toBeGreaterThan(10);
});

test("a stream that is cut breaks the connection, and the server lives on", async ({ baseURL, request }) => {
  const client = new OpenAI({
    apiKey: newKey(),
    baseURL: `${baseURL}/emulator/compatible-mode/v1`,
    maxRetries: 0,
    defaultHeaders: { "x-emulator-fault": "cut" },
  });
  const stream = await client.chat.completions.create({ ...ask("Hello"), stream: true });
  let chunks = 0;
  const read = async (): Promise<void> => {
    for await (const _ of stream) chunks += 1;
  };
  await expect(read()).rejects.toThrow();
  expect(chunks).toBeGreaterThan(5);
  expect((await request.head("/emulator/apps/anthropic")).status()).toBe(200);
});

test("without a key it answers as the service does, and other sites get no permission", async ({
  request,
}) => {
  const answer = await request.post("/emulator/compatible-mode/v1/chat/completions", {
    data: ask("Hello"),
    headers: { Origin: "https://example.com" },
  });
  expect(answer.status()).toBe(401);
  expect(await answer.json()).toMatchObject({ error: { code: "invalid_api_key" } });
  expect(answer.headers()).not.toHaveProperty("access-control-allow-origin");
  const options = await request.fetch("/emulator/compatible-mode/v1/chat/completions", {
    method: "OPTIONS",
    headers: { Origin: "https://example.com", "Access-Control-Request-Method": "POST" },
  });
  expect(options.headers()).not.toHaveProperty("access-control-allow-origin");
  expect((await request.post("/emulator/nowhere", { data: {} })).status()).toBe(404);
});
