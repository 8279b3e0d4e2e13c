/** The OpenAI SDK's `responses` against the emulator: answers, streams, structured output and tools. */
import OpenAI from "openai";
import type {
  ResponseCreateParamsNonStreaming,
  ResponseStreamEvent,
} from "openai/resources/responses/responses";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decodeUsage } from "../../../answers/decode-usage";
import { createWorld, startEmulator, type TestWorld } from "../fixtures/start-emulator";

let world: TestWorld;
let server: Awaited<ReturnType<typeof startEmulator>>;
const connect = (apiKey = "sk-one", path = "/compatible-mode/v1"): OpenAI =>
  new OpenAI({ apiKey, baseURL: `${server.origin}${path}`, maxRetries: 0 });

beforeAll(async () => {
  world = createWorld();
  server = await startEmulator(world);
});
afterAll(() => server.stop());

let about = "";
beforeEach(({ task }) => {
  about = task.name;
});

const SESSION = { headers: { "x-dashscope-session-cache": "enable" } };
const hello = (
  input: ResponseCreateParamsNonStreaming["input"] = "Hello",
): ResponseCreateParamsNonStreaming => ({
  model: "qwen3-max",
  input,
});
/** With words of its own for every test. */
const long = (input: ResponseCreateParamsNonStreaming["input"] = "Where is order 7?") => ({
  ...hello(input),
  instructions: `${about} ${"You keep the desk of a small shop. ".repeat(300)}`,
});
const weather = {
  type: "function",
  name: "get_weather",
  strict: false,
  parameters: {
    type: "object",
    properties: { city: { type: "string" }, days: { type: "integer", minimum: 2 } },
    required: ["city", "days"],
  },
} as const;

const usageOf = ({ usage }: { usage?: unknown }) => {
  const reading = decodeUsage(usage);
  if (!reading.ok) throw new Error("unreadable usage");
  return reading.usage;
};

describe("answers", () => {
  it("have text, and repeat what was asked", async () => {
    const answer = await connect("sk-one", "/api/v2/apps/protocols/compatible-mode/v1").responses.create({
      ...hello([
        { role: "developer", content: "Be brief." },
        { role: "user", content: [{ type: "input_text", text: "Hello" }] },
      ]),
      instructions: "Be kind.",
      metadata: { place: "desk" },
      temperature: 0.5,
    });
    expect(answer).toMatchObject({
      object: "response",
      status: "completed",
      model: "qwen3-max",
      instructions: "Be kind.",
      metadata: { place: "desk" },
      temperature: 0.5,
      error: null,
      incomplete_details: null,
      tools: [],
      tool_choice: "auto",
      parallel_tool_calls: true,
    });
    expect(answer.output_text).toMatch(/\w/);
    expect(answer.id).toMatch(/^resp_\w+$/);
  });

  it("end at max_output_tokens", async () => {
    const answer = await connect().responses.create({ ...hello(), max_output_tokens: 9 });
    expect(answer).toMatchObject({
      status: "incomplete",
      incomplete_details: { reason: "max_output_tokens" },
      usage: { output_tokens: 9 },
    });
    expect(answer.output[0]).toMatchObject({ type: "message", status: "incomplete" });
  });

  it("fit the schema that text.format asks for", async () => {
    const schema = {
      type: "object",
      properties: {
        city: { type: "string" },
        days: { type: "array", minItems: 1, items: { type: "integer" } },
      },
      required: ["city", "days"],
      additionalProperties: false,
    };
    const format = { type: "json_schema", name: "trip", strict: true, schema } as const;
    const answer = await connect().responses.parse({ ...hello("Answer as json"), text: { format } });
    expect(answer.output_parsed).toEqual({ city: expect.any(String), days: [expect.any(Number)] });
    expect(answer.status).toBe("completed");
    expect(answer.text).toEqual({ format });
    const plain = await connect().responses.create({
      ...hello("Answer as json"),
      text: { format: { type: "json_object" } },
    });
    expect(JSON.parse(plain.output_text)).toBeTypeOf("object");
  });
});

describe("streams", () => {
  const listen = async (body: ResponseCreateParamsNonStreaming, headers = {}) => {
    const stream = await connect().responses.create({ ...body, stream: true }, { headers });
    const events: ResponseStreamEvent[] = [];
    for await (const event of stream) events.push(event);
    return events;
  };
  /** Each name once where several follow each other. */
  const order = (events: readonly ResponseStreamEvent[]) =>
    events.map(({ type }) => type).filter((type, index, all) => type !== all[index - 1]);

  it("tell a text in order, numbered, and end with all of it", async () => {
    const events = await listen(hello());
    expect(order(events)).toEqual([
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      "response.content_part.added",
      "response.output_text.delta",
      "response.output_text.done",
      "response.content_part.done",
      "response.output_item.done",
      "response.completed",
    ]);
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, index) => index));
    const whole = await connect().responses.create(hello());
    const said = events.map((event) => (event.type === "response.output_text.delta" ? event.delta : ""));
    expect(said.join("")).toBe(whole.output_text);
    expect(said.filter((piece) => piece !== "").length).toBeGreaterThan(20);
    const last = events.at(-1);
    if (last?.type !== "response.completed") throw new Error("no end");
    expect(last.response.usage?.output_tokens).toBe(40);
    expect(last.response.output).toMatchObject([{ type: "message", content: [{ text: whole.output_text }] }]);
  });

  it("tell a call in order", async () => {
    const events = await listen({ ...hello("Please call get_weather."), tools: [weather] });
    expect(order(events).slice(2)).toEqual([
      "response.output_item.added",
      "response.function_call_arguments.delta",
      "response.function_call_arguments.done",
      "response.output_item.done",
      "response.completed",
    ]);
  });

  it("say that they are incomplete", async () => {
    const events = await listen({ ...hello(), max_output_tokens: 5 });
    expect(events.at(-1)).toMatchObject({
      type: "response.incomplete",
      response: { status: "incomplete", incomplete_details: { reason: "max_output_tokens" } },
    });
  });

  it("come together in the SDK's own helper", async () => {
    const stream = connect().responses.stream({
      model: "qwen3-max",
      input: "Please call get_weather.",
      tools: [weather],
    });
    const answer = await stream.finalResponse();
    expect(answer.output).toMatchObject([
      { type: "function_call", name: "get_weather", arguments: '{"city":"example","days":2}' },
    ]);
  });

  it("end with an error event where a fault asks for one, which the SDK throws", async () => {
    const failing = { headers: { "x-emulator-fault": "stream-error" } };
    const seen: string[] = [];
    const read = async (): Promise<void> => {
      for await (const event of await connect().responses.create({ ...hello(), stream: true }, failing))
        seen.push(event.type);
    };
    await read().catch((error: unknown) => seen.push(String(error)));
    expect(seen[0]).toBe("response.created");
    expect(seen.at(-1)).toMatch(/error/i);
    expect(seen).not.toContain("response.completed");
    await expect(connect().responses.create(hello(), failing)).rejects.toThrow();
  });

  it("think where the model does, and count it", async () => {
    const answer = await connect().responses.create({ model: "qwen3.7-max", input: "Hello" });
    expect(answer.output.map(({ type }) => type)).toEqual(["reasoning", "message"]);
    expect(answer.usage?.output_tokens_details.reasoning_tokens).toBeGreaterThan(0);
  });

  it("break off where a fault asks for it, and leave no response behind", async () => {
    const stream = await connect().responses.create(
      { ...long(), stream: true },
      { headers: { ...SESSION.headers, "x-emulator-fault": "cut" } },
    );
    const seen: ResponseStreamEvent[] = [];
    const read = async () => {
      for await (const event of stream) seen.push(event);
    };
    await expect(read()).rejects.toThrow();
    const [first] = seen;
    if (first?.type !== "response.created") throw new Error("no start");
    await expect(connect().responses.retrieve(first.response.id)).rejects.toThrow(OpenAI.NotFoundError);
    // What it wrote in the cache can be read all the same.
    expect(usageOf(await connect().responses.create(long(), SESSION)).read).toBeGreaterThan(1024);
  });
});

describe("tools", () => {
  const asking = { ...hello("Please call get_weather."), tools: [weather] };

  it("are called, and answered with words after the output, by id or by items", async () => {
    const client = connect();
    const called = await client.responses.create(asking);
    const [call] = called.output;
    if (call?.type !== "function_call") throw new Error("no call");
    expect(JSON.parse(call.arguments)).toEqual({ city: "example", days: 2 });
    const output = { type: "function_call_output", call_id: call.call_id, output: "Rain." } as const;
    const byId = await client.responses.create({
      ...asking,
      input: [output],
      previous_response_id: called.id,
    });
    const question = { role: "user", content: "Please call get_weather." } as const;
    const byItems = await client.responses.create({ ...asking, input: [question, call, output] });
    expect(byId.output_text).toMatch(/\w/);
    expect(byItems.output_text).toBe(byId.output_text);
    expect(byItems.usage?.input_tokens).toBe(byId.usage?.input_tokens);
  });

  it("are called where one is required or named, and never where none may be", async () => {
    const ask = (tool_choice: ResponseCreateParamsNonStreaming["tool_choice"]) =>
      connect().responses.create({ ...asking, tool_choice: tool_choice ?? "auto", input: "Hi" });
    expect((await ask("required")).output[0]?.type).toBe("function_call");
    expect((await ask({ type: "function", name: "get_weather" })).output[0]?.type).toBe("function_call");
    const { output } = await connect().responses.create({ ...asking, tool_choice: "none" });
    expect(output[0]?.type).toBe("message");
  });

  it("that take free text are called with it", async () => {
    const custom = { type: "custom", name: "apply_patch", description: "Mends files." } as const;
    const body = { ...hello("Please call apply_patch."), tools: [custom] };
    const { output } = await connect().responses.create(body);
    expect(output).toMatchObject([
      { type: "custom_tool_call", name: "apply_patch", input: expect.any(String) },
    ]);
    const [call] = output;
    if (call?.type !== "custom_tool_call") throw new Error("no call");
    const result = { type: "custom_tool_call_output", call_id: call.call_id, output: "Done." } as const;
    const question = { role: "user", content: "Please call apply_patch." } as const;
    const answer = await connect().responses.create({ ...body, input: [question, call, result] });
    expect(answer.output_text).toMatch(/\w/);
  });

  it("of the service's own, reasoning and unknown items do no harm", async () => {
    const { output_text } = await connect().responses.create({
      ...hello([
        { role: "user", content: "Hi" },
        { type: "reasoning", id: "rs_1", summary: [{ type: "summary_text", text: "Hm." }] },
        { role: "assistant", content: "Hello." },
        { role: "user", content: "Go on" },
      ]),
      tools: [{ type: "web_search" }, weather],
    });
    expect(output_text).toMatch(/\w/);
  });
});
