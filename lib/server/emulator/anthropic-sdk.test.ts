/** The Anthropic SDK against the emulator: messages, streams, tools, usage, counting and errors. */
import Anthropic from "@anthropic-ai/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, startEmulator, type TestWorld } from "./fixtures/start-emulator";

let world: TestWorld;
let server: Awaited<ReturnType<typeof startEmulator>>;
const connect = (apiKey: string): Anthropic =>
  new Anthropic({ apiKey, baseURL: `${server.origin}/apps/anthropic`, maxRetries: 0 });

beforeAll(async () => {
  world = createWorld();
  server = await startEmulator(world);
});
afterAll(() => server.stop());

/** V2 of the documentation. */
const summarise = (question = "Summarize the key points of this document") => ({
  model: "qwen3.7-max",
  max_tokens: 1024,
  thinking: { type: "disabled" as const },
  system: [
    {
      type: "text" as const,
      text: "<Your Long Text Here>".repeat(400),
      cache_control: { type: "ephemeral" as const },
    },
  ],
  messages: [{ role: "user" as const, content: question }],
});
const tool = {
  name: "search",
  input_schema: { type: "object" as const, properties: { query: { type: "string" } }, required: ["query"] },
};

it("writes, then reads; input_tokens holds neither", async () => {
  const client = connect("sk-v2");
  const first = await client.messages.create(summarise());
  expect(first).toMatchObject({
    type: "message",
    role: "assistant",
    stop_reason: "end_turn",
    usage: {
      input_tokens: 22,
      cache_creation_input_tokens: 2005,
      cache_read_input_tokens: 0,
      output_tokens: 40,
    },
  });
  const second = await client.messages.create(summarise("What precautions are mentioned in the document?"));
  expect(second.usage).toMatchObject({
    input_tokens: 21,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 2005,
  });
});

it("streams with the same words and usage, and takes a beta's query string", async () => {
  const client = connect("sk-stream");
  const whole = await client.messages.create(summarise());
  const stream = client.beta.messages.stream(summarise());
  const events: string[] = [];
  stream.on("streamEvent", ({ type }) => events.push(type));
  const streamed = await stream.finalMessage();
  expect(streamed.content).toMatchObject(whole.content);
  expect(streamed.usage).toMatchObject({
    input_tokens: 22,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 2005,
    output_tokens: 40,
  });
  expect(events.slice(0, 2)).toEqual(["message_start", "content_block_start"]);
  expect(events.slice(-3)).toEqual(["content_block_stop", "message_delta", "message_stop"]);
});

it("counts tokens without playing the cache", async () => {
  const client = connect("sk-count");
  const { max_tokens: _, ...body } = summarise();
  const before = world.store.held.size;
  expect(await client.messages.countTokens(body)).toEqual({ input_tokens: 2027 });
  expect(world.store.held.size).toBe(before);
});

describe("tools", () => {
  it.each([
    ["any", { type: "any" as const }, "Hello"],
    ["by name", { type: "tool" as const, name: "search" }, "Hello"],
    ["by the user's words", { type: "auto" as const }, "call search"],
  ])("are called: %s", async (_name, tool_choice, question) => {
    const body = { ...summarise(question), tools: [tool], tool_choice };
    const client = connect("sk-tools");
    const message = await client.messages.create(body);
    const expected = [{ type: "tool_use", name: "search", input: { query: "example" } }];
    expect(message).toMatchObject({ stop_reason: "tool_use", content: expected });
    expect((await client.messages.stream(body).finalMessage()).content).toMatchObject(expected);

    const [call] = message.content;
    if (call?.type !== "tool_use") throw new Error("no call");
    const after = await client.messages.create({
      ...body,
      messages: [
        ...body.messages,
        { role: "assistant", content: message.content },
        { role: "user", content: [{ type: "tool_result", tool_use_id: call.id, content: "found" }] },
      ],
    });
    expect(after).toMatchObject({ stop_reason: "end_turn", content: [{ type: "text" }] });
  });
});

it("ends at max_tokens", async () => {
  expect(await connect("sk-max").messages.create({ ...summarise(), max_tokens: 5 })).toMatchObject({
    stop_reason: "max_tokens",
    usage: { output_tokens: 5 },
  });
});

describe("errors", () => {
  it.each([
    ["401", Anthropic.AuthenticationError, "authentication_error"],
    ["429", Anthropic.RateLimitError, "rate_limit_error"],
    ["500", Anthropic.InternalServerError, "api_error"],
  ])("%s", async (fault, kind, type) => {
    const error = await connect("sk-error")
      .messages.create(summarise(), { headers: { "x-emulator-fault": fault } })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ error: { type: "error", error: { type } } });
  });

  it("retries of a 429 meet an answer once it is over", async () => {
    let calls = 0;
    const client = new Anthropic({
      apiKey: "sk-retry",
      baseURL: `${server.origin}/apps/anthropic`,
      maxRetries: 1,
      fetch: (url, init) => {
        const headers = new Headers(init?.headers);
        calls += 1;
        if (calls === 1) headers.set("x-emulator-fault", "429");
        return fetch(url, { ...init, headers });
      },
    });
    expect((await client.messages.create(summarise())).type).toBe("message");
    expect(calls).toBe(2);
  });

  it("a connection that breaks midway", async () => {
    const headers = { "x-emulator-fault": "cut" };
    await expect(connect("sk-cut").messages.create(summarise(), { headers })).rejects.toThrow();
    const read = connect("sk-cut").messages.stream(summarise(), { headers }).finalMessage();
    await expect(read).rejects.toThrow();
  });
});
