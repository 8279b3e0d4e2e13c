/** The OpenAI SDK against the emulator: answers, streams, tools, usage, errors and the cache. */
import OpenAI from "openai";
import type { ChatCompletionCreateParamsNonStreaming } from "openai/resources/chat/completions";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMemoryStore } from "./fixtures/memory-store";
import { createWorld, startEmulator, type TestWorld } from "./fixtures/start-emulator";

let world: TestWorld;
let server: Awaited<ReturnType<typeof startEmulator>>;
const connect = (apiKey = "sk-one", origin = server.origin): OpenAI =>
  new OpenAI({ apiKey, baseURL: `${origin}/compatible-mode/v1`, maxRetries: 0 });

beforeAll(async () => {
  world = createWorld();
  server = await startEmulator(world);
});
afterAll(() => server.stop());

let about = "";
beforeEach(({ task }) => {
  about = task.name;
});

/** V1 of the documentation, with words of its own for every test. */
const code = (question = "这段代码的内容是什么"): ChatCompletionCreateParamsNonStreaming => ({
  model: "qwen3-coder-plus",
  messages: [
    {
      role: "system",
      content: [
        {
          type: "text",
          text: `${"<Your Code Here>".repeat(400)}${about}`,
          cache_control: { type: "ephemeral" },
        } as never,
      ],
    },
    { role: "user", content: question },
  ],
});
type WithWritten = OpenAI.CompletionUsage["prompt_tokens_details"] & Record<string, unknown>;
const detailsOf = (usage: OpenAI.CompletionUsage | undefined | null) =>
  usage?.prompt_tokens_details as WithWritten;

const weather = {
  type: "function",
  function: {
    name: "get_weather",
    parameters: {
      type: "object",
      properties: { city: { type: "string" }, days: { type: "integer", minimum: 2 } },
      required: ["city", "days"],
    },
  },
} as const;
const hello = (content = "Hello"): ChatCompletionCreateParamsNonStreaming => ({
  model: "qwen3-max",
  messages: [{ role: "user", content }],
});

describe("the cache", () => {
  it("writes at the first call and reads at the second", async () => {
    const first = await connect().chat.completions.create(code());
    const written = Number(detailsOf(first.usage).cache_creation_input_tokens);
    expect(written).toBeGreaterThan(1605);
    expect(first.usage).toEqual({
      prompt_tokens: written + 13,
      completion_tokens: 40,
      total_tokens: written + 53,
      prompt_tokens_details: {
        cached_tokens: 0,
        cache_creation_input_tokens: written,
        cache_creation: { ephemeral_5m_input_tokens: written },
        cache_type: "ephemeral",
      },
    });
    const second = await connect().chat.completions.create(code("这段代码有哪些可以优化的地方"));
    expect(second.usage?.prompt_tokens).toBe(written + 15);
    expect(detailsOf(second.usage)).toMatchObject({ cached_tokens: written, cache_creation_input_tokens: 0 });
  });

  it("keeps an entry five minutes", async () => {
    const ask = async (time: number) => {
      const headers = { "x-emulator-time": String(time) };
      return detailsOf((await connect().chat.completions.create(code(), { headers })).usage).cached_tokens;
    };
    expect(await ask(1000)).toBe(0);
    expect(await ask(1299)).toBeGreaterThan(1605);
    expect(await ask(1598)).toBeGreaterThan(1605);
    expect(await ask(1898)).toBe(0);
  });

  it("shares nothing between keys or models", async () => {
    await connect("sk-one").chat.completions.create(code());
    const other = await connect("sk-two").chat.completions.create(code());
    expect(detailsOf(other.usage).cached_tokens).toBe(0);
    const model = await connect("sk-one").chat.completions.create({ ...code(), model: "qwen3-coder-flash" });
    expect(detailsOf(model.usage).cached_tokens).toBe(0);
  });

  it("outlives the emulator, and stores neither text nor key", async () => {
    const store = createMemoryStore();
    const before = await startEmulator(createWorld(store));
    await connect("sk-secret", before.origin).chat.completions.create(code());
    await before.stop();
    const after = await startEmulator(createWorld(store));
    const { usage } = await connect("sk-secret", after.origin).chat.completions.create(code());
    await after.stop();
    expect(detailsOf(usage).cached_tokens).toBeGreaterThan(1605);
    expect(JSON.stringify([...store.held])).not.toMatch(/Your Code|sk-secret/);
  });

  it("promises no read without a marker, save where it is asked for", async () => {
    const long = hello(`${about} ${"alpha beta gamma ".repeat(600)}`);
    const ask = async (headers: Record<string, string>) =>
      detailsOf((await connect().chat.completions.create(long, { headers })).usage);
    expect([await ask({}), await ask({})]).toEqual([{ cached_tokens: 0 }, { cached_tokens: 0 }]);
    const always = { "x-emulator-implicit": "always" };
    await ask(always);
    const { cached_tokens } = await ask(always);
    expect(cached_tokens).toBeGreaterThan(1024);
    expect((cached_tokens ?? 0) % 128).toBe(0);
  });
});

describe("streams", () => {
  it("chunk by chunk, and counts at the end where it is asked to", async () => {
    const stream = await connect().chat.completions.create({
      ...code(),
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const text = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "").join("");
    const whole = await connect().chat.completions.create(code());
    expect(text).toBe(whole.choices[0]?.message.content);
    expect(chunks.length).toBeGreaterThan(40);
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe("stop");
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 40 } });
    expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true);
    // What the stream wrote can be read as soon as it has ended.
    expect(detailsOf(whole.usage).cached_tokens).toBe(
      detailsOf(chunks.at(-1)?.usage).cache_creation_input_tokens,
    );
  });

  it("says nothing of usage where nobody asks", async () => {
    const stream = await connect().chat.completions.create({ ...hello(), stream: true });
    for await (const chunk of stream) {
      expect(chunk).not.toHaveProperty("usage");
      expect(chunk.choices).toHaveLength(1);
    }
  });

  it("break off where a fault asks for it, and what they wrote can be read", async () => {
    const headers = { "x-emulator-fault": "cut" };
    const stream = await connect().chat.completions.create({ ...code(), stream: true }, { headers });
    let chunks = 0;
    const read = async () => {
      for await (const _ of stream) chunks += 1;
    };
    await expect(read()).rejects.toThrow();
    expect(chunks).toBeGreaterThan(5);
    expect(detailsOf((await connect().chat.completions.create(code())).usage).cached_tokens).toBeGreaterThan(
      1605,
    );
  });
});

describe("tools", () => {
  const asking = { ...hello("Please call get_weather."), tools: [weather] };

  it("are called with arguments that fit, and answered with words after the result", async () => {
    const client = connect();
    const { choices } = await client.chat.completions.create(asking);
    const call = choices[0]?.message.tool_calls?.[0];
    if (call?.type !== "function") throw new Error("no call");
    expect(choices[0]?.finish_reason).toBe("tool_calls");
    expect(call.function.name).toBe("get_weather");
    expect(JSON.parse(call.function.arguments)).toEqual({ city: "example", days: 2 });
    const messages: OpenAI.ChatCompletionMessageParam[] = [
      ...asking.messages,
      { role: "assistant", content: "", tool_calls: [call] },
      { role: "tool", tool_call_id: call.id, content: "Rain." },
    ];
    const answer = await client.chat.completions.create({ ...asking, messages });
    expect(answer.choices[0]).toMatchObject({ finish_reason: "stop" });
    expect(answer.choices[0]?.message.content).toMatch(/\w/);
  });

  it("are called in streams, and where a call is required", async () => {
    const { model, messages } = hello();
    const stream = connect().chat.completions.stream({
      model,
      messages,
      tools: [weather],
      tool_choice: "required",
    });
    const message = await stream.finalMessage();
    expect(message.tool_calls).toMatchObject([
      { type: "function", function: { name: "get_weather", arguments: '{"city":"example","days":2}' } },
    ]);
  });
});

describe("replies", () => {
  it("have the length that is asked for, up to max_tokens", async () => {
    const ask = async (tokens: number, max_tokens?: number) => {
      const headers = { "x-emulator-completion": String(tokens) };
      const body = { ...hello(), ...(max_tokens === undefined ? {} : { max_tokens }) };
      return connect().chat.completions.create(body, { headers });
    };
    const counter = world.counterFor(null);
    for (const tokens of [0, 1, 7, 500]) {
      const { usage, choices } = await ask(tokens);
      expect(usage?.completion_tokens).toBe(tokens);
      expect(counter.count(choices[0]?.message.content ?? "")).toBe(tokens);
      expect(choices[0]?.finish_reason).toBe("stop");
    }
    expect(await ask(500, 9)).toMatchObject({
      usage: { completion_tokens: 9 },
      choices: [{ finish_reason: "length" }],
    });
  });
});

it("lists models", async () => {
  const ids = [];
  for await (const { id } of connect().models.list()) ids.push(id);
  expect(ids).toContain("qwen3.7-max");
  expect(ids.join()).not.toContain("*");
});

describe("errors", () => {
  it.each([
    ["401", OpenAI.AuthenticationError, "invalid_api_key"],
    ["429", OpenAI.RateLimitError, "limit_requests"],
    ["500", OpenAI.InternalServerError, "internal_error"],
  ])("%s", async (fault, kind, errorCode) => {
    const error = await connect()
      .chat.completions.create(hello(), { headers: { "x-emulator-fault": fault } })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ code: errorCode, requestID: expect.stringMatching(/\S/) });
  });

  it("a wrong body, with our own words", async () => {
    const error = await connect()
      .chat.completions.create({ ...hello(), messages: [{ role: "user" } as never] })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OpenAI.BadRequestError);
    expect(String(error)).toContain("messages[0] has no content");
  });
});
