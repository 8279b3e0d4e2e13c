/** The OpenAI SDK's `responses` against the emulator: answers, streams, tools, chains, the session cache, errors. */
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
  model: "qwen3.7-max",
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

describe("the session cache", () => {
  it("writes at the first call and reads at the second, as the documented usage says it", async () => {
    const first = await connect().responses.create(long(), SESSION);
    const written = usageOf(first).written;
    expect(written).toBeGreaterThan(1024);
    const input = (first.usage?.input_tokens ?? 0) - written;
    expect(first.usage).toEqual({
      input_tokens: written + input,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 40,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: written + input + 40,
      x_details: [
        {
          input_tokens: written + input,
          output_tokens: 40,
          total_tokens: written + input + 40,
          x_billing_type: "response_api",
          prompt_tokens_details: {
            cached_tokens: 0,
            cache_creation_input_tokens: written,
            cache_creation: { ephemeral_5m_input_tokens: written },
            cache_type: "ephemeral",
          },
        },
      ],
    });
    const second = await connect().responses.create(
      { ...long("And order 8?"), previous_response_id: first.id },
      SESSION,
    );
    expect(usageOf(second)).toMatchObject({ dialect: "responses", kind: "session", read: written });
    expect(usageOf(second).written).toBeGreaterThan(0);
    expect(second.previous_response_id).toBe(first.id);
  });

  it("reads what a whole history of items repeats, and keeps it five minutes", async () => {
    const at = (time: number) => ({ headers: { ...SESSION.headers, "x-emulator-time": String(time) } });
    const first = await connect().responses.create({ ...long(), store: false }, at(1000));
    const input = [
      { role: "user" as const, content: "Where is order 7?" },
      ...(first.output as OpenAI.Responses.ResponseInputItem[]),
      { role: "user" as const, content: "And order 8?" },
    ];
    const second = await connect().responses.create({ ...long(input), store: false }, at(1299));
    expect(usageOf(second).read).toBe(usageOf(first).written);
    const late = await connect().responses.create({ ...long(input), store: false }, at(1700));
    expect(usageOf(late).read).toBe(0);
  });

  it("is asked for by the header alone: without it nothing is read or written, markers or not", async () => {
    await connect().responses.create(long(), SESSION);
    const content = [{ type: "input_text", text: "Hi", cache_control: { type: "ephemeral" } }] as never;
    const marked = long([{ role: "user", content }]);
    for (const body of [long(), marked, marked]) {
      const { usage } = await connect().responses.create(body);
      expect(usage?.input_tokens_details.cached_tokens).toBe(0);
      expect(usageOf({ usage })).toMatchObject({ read: 0, written: 0, kind: "implicit" });
    }
    const always = { headers: { "x-emulator-implicit": "always" } };
    await connect().responses.create(long(), always);
    const { usage } = await connect().responses.create(long(), always);
    expect(usageOf({ usage })).toMatchObject({ kind: "implicit", written: 0 });
    expect(usageOf({ usage }).read).toBeGreaterThan(1024);
  });

  it("shares nothing between keys", async () => {
    await connect("sk-one").responses.create(long(), SESSION);
    expect(usageOf(await connect("sk-two").responses.create(long(), SESSION)).read).toBe(0);
  });
});

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
      model: "qwen3.7-max",
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
    expect(answer.output_parsed).toEqual({ city: "example", days: [1] });
    expect(answer.status).toBe("completed");
    expect(answer.text).toEqual({ format });
    const plain = await connect().responses.create({
      ...hello("Answer as json"),
      text: { format: { type: "json_object" } },
    });
    expect(JSON.parse(plain.output_text)).toEqual({});
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
    const stream = connect().responses.stream({ ...hello("Please call get_weather."), tools: [weather] });
    const answer = await stream.finalResponse();
    expect(answer.output).toMatchObject([
      { type: "function_call", name: "get_weather", arguments: '{"city":"example","days":2}' },
    ]);
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
