/** Answers of a shape that is asked for, as the SDKs' own helpers read them. */
import { createAlibaba } from "@ai-sdk/alibaba";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import Anthropic from "@anthropic-ai/sdk";
import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import { generateText, Output, stepCountIs, streamText, tool } from "ai";
import OpenAI from "openai";
import { LengthFinishReasonError } from "openai/error";
import { zodResponseFormat } from "openai/helpers/zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
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

const Order = z.object({
  id: z.string().regex(/^[A-Z]{2}-\d{3}$/),
  state: z.enum(["open", "late"]),
  weight: z.number().min(2.5),
  items: z.array(z.object({ name: z.string(), count: z.int().min(1) })),
  note: z.string().nullable(),
});
const messages = [{ role: "user" as const, content: "What of order 17?" }];
const model = "qwen3.7-max";

describe("the OpenAI SDK", () => {
  it("parses a schema, whole and streamed", async () => {
    const body = { model, messages, response_format: zodResponseFormat(Order, "order") };
    const whole = await openai.chat.completions.parse(body);
    const parsed = whole.choices[0]?.message.parsed;
    expect(parsed?.items).toHaveLength(1);
    const streamed = await openai.chat.completions.stream(body).finalChatCompletion();
    expect(streamed.choices[0]?.message.parsed).toEqual(parsed);
  });

  it("is told where the limit cut the value off", async () => {
    const body = { model, messages, max_tokens: 4, response_format: zodResponseFormat(Order, "order") };
    await expect(openai.chat.completions.parse(body)).rejects.toThrow(LengthFinishReasonError);
  });

  it("gets an object for json_object, once the prompt speaks of JSON", async () => {
    const json = { model, response_format: { type: "json_object" as const } };
    const asked = [{ role: "user" as const, content: "Answer as JSON." }];
    const { choices } = await openai.chat.completions.create({ ...json, messages: asked });
    expect(JSON.parse(choices[0]?.message.content ?? "")).toEqual({ reply: expect.any(String) });
    await expect(openai.chat.completions.create({ ...json, messages })).rejects.toThrow(
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
    );
  });

  it("gets several answers, each with other words, and their sum", async () => {
    const body = { model: "qwen3-max", messages, n: 3 };
    const { choices, usage } = await openai.chat.completions.create(body);
    expect(choices.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(new Set(choices.map(({ message }) => message.content)).size).toBe(3);
    expect(usage?.completion_tokens).toBe(120);
    const stream = openai.chat.completions.stream(body);
    const streamed = await stream.finalChatCompletion();
    expect(streamed.choices.map(({ message }) => message.content)).toEqual(
      choices.map(({ message }) => message.content),
    );
    await expect(openai.chat.completions.create({ ...body, n: 5 })).rejects.toThrow(
      "Range of n should be [1, 4]",
    );
  });

  it.each(["plays the cache", ["nowhere", "plays the cache"]])("stops before %j", async (stop) => {
    const { choices, usage } = await openai.chat.completions.create({ model: "qwen3-max", messages, stop });
    expect(choices[0]).toMatchObject({
      finish_reason: "stop",
      message: { content: "This reply comes from the emulator, which " },
    });
    expect(usage?.completion_tokens).toBeLessThan(12);
  });

  it("gets calls that are cut off where the limit ends them", async () => {
    const search = { type: "object", properties: { query: { type: "string" } }, required: ["query"] };
    const body = {
      model: "qwen3-max",
      messages: [
        { role: "user" as const, content: 'call search {"query": "a long question about nothing at all"}' },
      ],
      tools: [{ type: "function" as const, function: { name: "search", parameters: search } }],
    };
    const whole = await openai.chat.completions.create(body);
    const limit = (whole.usage?.completion_tokens ?? 0) - 4;
    const cut = await openai.chat.completions.create({ ...body, max_tokens: limit });
    expect(cut).toMatchObject({
      choices: [{ finish_reason: "length" }],
      usage: { completion_tokens: limit },
    });
    const [call] = cut.choices[0]?.message.tool_calls ?? [];
    const written = call?.type === "function" ? call.function.arguments : "";
    expect(written).toMatch(/^\{"query":"a long/);
    expect(() => JSON.parse(written)).toThrow();
  });
});

describe("the Anthropic SDK", () => {
  it("parses a schema, whole and streamed", async () => {
    const body = { model, max_tokens: 500, messages, output_config: { format: zodOutputFormat(Order) } };
    const whole = await anthropic.messages.parse(body);
    expect(Order.parse(whole.parsed_output)).toEqual(whole.parsed_output);
    const streamed = await anthropic.messages.stream(body).finalMessage();
    expect(streamed.parsed_output).toEqual(whole.parsed_output);
  });

  it("stops at a sequence, and says which", async () => {
    const body = { model, max_tokens: 500, messages, stop_sequences: ["the emulator", "the cache"] };
    const answer = await anthropic.messages.create(body);
    expect(answer).toMatchObject({ stop_reason: "stop_sequence", stop_sequence: "the emulator" });
    expect(answer.content.at(-1)).toMatchObject({ type: "text", text: "This reply comes from " });
    const streamed = await anthropic.messages.stream(body).finalMessage();
    expect(streamed).toMatchObject({ stop_sequence: "the emulator", content: answer.content });
  });

  it("runs tools over its message threads, which are refused so that it sends the whole conversation", async () => {
    const inputs: unknown[] = [];
    const search = {
      type: "custom" as const,
      name: "search",
      input_schema: {
        type: "object" as const,
        properties: { query: { type: "string" } },
        required: ["query"],
      },
      parse: (input: unknown) => input,
      run: async (input: unknown) => {
        inputs.push(input);
        return "found";
      },
    };
    const asked = [{ role: "user" as const, content: "call search 3 times" }];
    const runner = anthropic.beta.messages.toolRunner({
      model,
      max_tokens: 500,
      messages: asked,
      tools: [search],
    });
    const last = await runner.runUntilDone();
    expect(last.stop_reason).toBe("end_turn");
    expect(inputs).toHaveLength(3);
    const thread = anthropic.beta.messages.thread({ model, max_tokens: 500 });
    await expect(thread.send({ role: "user", content: "Hello" })).rejects.toMatchObject({
      status: 400,
      error: { error: { details: { error_code: "thread_unsupported_request" } } },
    });
  });
});

describe.each([
  ["@ai-sdk/alibaba", (baseURL: string) => createAlibaba({ apiKey: "sk", baseURL })(model)],
  [
    "@ai-sdk/openai-compatible",
    (baseURL: string) =>
      createOpenAICompatible({
        name: "x",
        apiKey: "sk",
        baseURL,
        includeUsage: true,
        supportsStructuredOutputs: true,
      })(model),
  ],
])("the AI SDK with %s", (_name, connect) => {
  const modelOf = () => connect(`${server.origin}/compatible-mode/v1`);

  it("reads an object", async () => {
    const output = Output.object({ schema: Order });
    const prompt = "What of order 17? Answer as JSON.";
    const { output: order } = await generateText({ model: modelOf(), prompt, output });
    expect(Order.parse(order)).toEqual(order);
    const streamed = streamText({ model: modelOf(), prompt, output });
    expect(await streamed.output).toEqual(order);
  });

  it("reads thoughts, and runs tools until words come", async () => {
    const ran: unknown[] = [];
    const weather = tool({
      inputSchema: z.object({ city: z.string(), unit: z.enum(["celsius", "fahrenheit"]) }),
      execute: async (input) => {
        ran.push(input);
        return "mild";
      },
    });
    const { text, steps, totalUsage, reasoningText } = await generateText({
      model: modelOf(),
      prompt: "How warm is it in Paris in fahrenheit? Call weather 3 times in parallel, then call weather.",
      tools: { weather },
      stopWhen: stepCountIs(10),
    });
    expect(text).toMatch(/^This reply/);
    expect(reasoningText).toMatch(/\w/);
    expect(steps).toHaveLength(3);
    expect(ran).toEqual(new Array(4).fill({ city: "Paris", unit: "fahrenheit" }));
    expect(totalUsage.outputTokenDetails.reasoningTokens).toBeGreaterThan(0);
  });
});
