/** DashScope's own protocol: texts and messages, whole and as events, with parts, calls, thoughts and the cache. */
import { createParser } from "eventsource-parser";
import { describe, expect, it } from "vitest";
import { decodeUsage } from "../../../answers/decode-usage";
import { ask, createWorld } from "../fixtures/start-emulator";

const world = createWorld();
const TEXT = "/api/v1/services/aigc/text-generation/generation";
const MULTIMODAL = "/api/v1/services/aigc/multimodal-generation/generation";

const post = (body: unknown, headers: Record<string, string> = {}, path = TEXT) =>
  ask(world, path, {
    method: "POST",
    headers: { Authorization: "Bearer sk", ...headers },
    body: JSON.stringify(body),
  });
const hello = { messages: [{ role: "user", content: "Hello" }] };
const marked = (words: string) => ({
  messages: [
    {
      role: "system",
      content: [{ type: "text", text: words.repeat(1200), cache_control: { type: "ephemeral" } }],
    },
    { role: "user", content: "Hello" },
  ],
});

interface Output {
  readonly text?: string;
  readonly finish_reason?: string;
  readonly choices?: readonly {
    readonly finish_reason: string;
    readonly message: {
      readonly content: string | readonly { text: string }[];
      readonly reasoning_content?: string;
      readonly tool_calls?: readonly {
        id: string;
        index: number;
        function: { name: string; arguments: string };
      }[];
    };
  }[];
}
interface Event {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: { readonly output: Output; readonly usage: Record<string, number> };
}

async function stream(body: unknown, path = TEXT): Promise<Event[]> {
  const answer = await post(body, { "X-DashScope-SSE": "enable" }, path);
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const events: Event[] = [];
  const parser = createParser({
    onEvent: ({ id, event, data }) => events.push({ id, event, data: JSON.parse(data) }),
  });
  parser.feed(await answer.text());
  return events;
}

it("answers in text or in messages, as it is asked or as the model's age has it", async () => {
  const ask = async (model: string, parameters: object) => {
    const answer = await post({ model, input: hello, parameters });
    return (await answer.json()).output as Output;
  };
  const isText = ({ text, choices }: Output): boolean => typeof text === "string" && choices === undefined;
  expect(isText(await ask("qwen-plus", {}))).toBe(true);
  expect(isText(await ask("qwen-plus", { result_format: "message" }))).toBe(false);
  expect(isText(await ask("qwen3-max", {}))).toBe(false);
  expect(isText(await ask("qwen3-max", { result_format: "text" }))).toBe(true);
});

it("writes, then reads, and says so in its own fields", async () => {
  const body = { model: "qwen3-max", input: marked("native cache ") };
  const usages = [];
  for (let time = 0; time < 2; time++) usages.push((await (await post(body)).json()).usage);
  const written = usages[0].prompt_tokens_details.cache_creation_input_tokens;
  expect(written).toBeGreaterThan(1024);
  expect(usages[1]).toEqual({
    input_tokens: usages[0].input_tokens,
    output_tokens: 40,
    total_tokens: usages[0].input_tokens + 40,
    prompt_tokens_details: {
      cached_tokens: written,
      cache_creation_input_tokens: 0,
      cache_creation: { ephemeral_5m_input_tokens: 0 },
      cache_type: "ephemeral",
    },
  });
  expect(decodeUsage(usages[1])).toMatchObject({ ok: true, usage: { dialect: "dashscope", read: written } });
});

it("shares its entries with the other endpoints", async () => {
  const body = marked("both endpoints ");
  await (await post({ model: "qwen3-max", input: body })).json();
  const answer = await ask(world, "/compatible-mode/v1/chat/completions", {
    method: "POST",
    headers: { Authorization: "Bearer sk" },
    body: JSON.stringify({ model: "qwen3-max", ...body }),
  });
  expect((await answer.json()).usage.prompt_tokens_details.cached_tokens).toBeGreaterThan(1024);
});

describe("events", () => {
  const textOf = ({ data }: Event): string =>
    String(data.output.choices?.[0]?.message.content ?? data.output.text);

  it("repeat all so far unless they are asked for what is new", async () => {
    const body = (parameters: object) => ({ model: "qwen3-max", input: hello, parameters });
    const whole = (await (await post(body({}))).json()) as Event["data"];
    const text = whole.output.choices?.[0]?.message.content as string;
    const all = await stream(body({}));
    for (const [index, event] of all.entries()) {
      expect(
        textOf(event).startsWith(textOf(all[index - 1] ?? event).slice(0, index === 0 ? 0 : undefined)),
      ).toBe(true);
    }
    expect(textOf(all.at(-1) as Event)).toBe(text);
    const added = await stream(body({ incremental_output: true }));
    expect(added.map(textOf).join("")).toBe(text);
    expect(added.map(({ id }) => id)).toEqual(added.map((_, index) => String(index + 1)));
    expect(new Set(added.map(({ event }) => event))).toEqual(new Set(["result"]));
    expect(added.at(0)?.data.output.choices?.[0]?.finish_reason).toBe("null");
    expect(added.at(-1)?.data.output.choices?.[0]?.finish_reason).toBe("stop");
    expect(added.at(-1)?.data.usage).toEqual(whole.usage);
  });

  it("have texts where texts are asked for", async () => {
    const events = await stream({ model: "qwen-plus", input: hello });
    expect(events.at(-1)?.data.output).toMatchObject({
      finish_reason: "stop",
      text: expect.stringMatching(/^This/),
    });
  });

  it("tell of an error midway", async () => {
    const headers = { "X-DashScope-SSE": "enable", "x-emulator-fault": "stream-error" };
    const text = await (await post({ model: "qwen3-max", input: hello }, headers)).text();
    expect(text).toMatch(/event:error\n:HTTP_STATUS\/500\ndata:\{"code":"InternalError"/);
  });

  it("think first, only with what is new", async () => {
    const body = { model: "qwen3.7-max", input: hello };
    const events = await stream(body);
    const messages = events.map(({ data }) => data.output.choices?.[0]?.message);
    const thoughts = messages.map((message) => message?.reasoning_content ?? "");
    const whole = (await (await post(body)).json()) as Event["data"];
    expect(thoughts.join("")).toBe(whole.output.choices?.[0]?.message.reasoning_content);
    expect(thoughts[0]).not.toBe("");
    expect(whole.usage.output_tokens_details).toEqual({ reasoning_tokens: 32 });
    const refused = await post(
      { ...body, parameters: { incremental_output: false } },
      { "X-DashScope-SSE": "enable" },
    );
    expect(await refused.json()).toMatchObject({
      code: "InvalidParameter",
      message: 'The incremental_output parameter must be "true" when enable_thinking is true',
    });
  });
});

describe("calls", () => {
  const parameters = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
  const body = (more: object = {}) => ({
    model: "qwen3-max",
    input: { messages: [{ role: "user", content: "Call get_weather and get_time for Paris." }] },
    parameters: {
      tools: ["get_weather", "get_time"].map((name) => ({
        type: "function",
        function: { name, parameters },
      })),
      ...more,
    },
  });

  it("are made whole, and in events that add up to the same", async () => {
    const whole = (await (await post(body())).json()).output as Output;
    const calls = whole.choices?.[0]?.message.tool_calls ?? [];
    expect(calls.map((call) => [call.function.name, call.function.arguments])).toEqual([
      ["get_weather", '{"city":"Paris"}'],
      ["get_time", '{"city":"Paris"}'],
    ]);
    expect(whole.choices?.[0]?.finish_reason).toBe("tool_calls");
    const last = (await stream(body())).at(-1)?.data.output.choices?.[0]?.message.tool_calls;
    expect(last?.map((call) => call.function)).toEqual(calls.map((call) => call.function));
    const written = ["", ""];
    for (const { data } of await stream(body({ incremental_output: true }))) {
      for (const { index, function: made } of data.output.choices?.[0]?.message.tool_calls ?? []) {
        written[index] += made.name + made.arguments;
      }
    }
    expect(written).toEqual(['get_weather{"city":"Paris"}', 'get_time{"city":"Paris"}']);
  });
});

it("takes and gives parts where images may be", async () => {
  const content = [{ image: "https://example.com/fern.jpg" }, { text: "What is this?" }];
  const body = { model: "qwen3-vl-plus", input: { messages: [{ role: "user", content }] } };
  const { output } = (await (await post(body, {}, MULTIMODAL)).json()) as Event["data"];
  expect(output.choices?.[0]?.message.content).toEqual([{ text: expect.stringMatching(/^This reply/) }]);
  const events = await stream({ ...body, parameters: { incremental_output: true } }, MULTIMODAL);
  expect(events[0]?.data.output.choices?.[0]?.message.content).toEqual([{ text: expect.any(String) }]);
});

it.each<[string, unknown, string]>([
  ["messages beside input", { model: "qwen3-max", ...hello }, "messages belong within input"],
  ["nothing", {}, 'Either "prompt" or "messages" must exist'],
  [
    "thoughts in a text",
    { model: "qwen3.7-max", input: hello, parameters: { result_format: "text" } },
    'The result_format parameter must be "message" when enable_thinking is true',
  ],
  ["a model of the other path", { model: "qwen3-vl-plus", input: hello }, "url error"],
  ["no model", { input: hello }, "model is missing"],
  [
    "an odd format",
    { model: "qwen3-max", input: hello, parameters: { result_format: "xml" } },
    "result_format",
  ],
  [
    "an orphan",
    {
      model: "qwen3-max",
      input: { messages: [...hello.messages, { role: "tool", tool_call_id: "a", content: "x" }] },
    },
    'messages with role "tool" must be a response',
  ],
])("refuses %s in its flat shape", async (_name, body, words) => {
  const answer = await post(body);
  expect(answer.status).toBe(400);
  const error = await answer.json();
  expect(error).toEqual({
    code: "InvalidParameter",
    message: expect.stringContaining(words),
    request_id: answer.headers.get("x-request-id"),
  });
});

it("knows no request without a key", async () => {
  const answer = await ask(world, TEXT, { method: "POST", body: "{}" });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ code: "InvalidApiKey", message: "Invalid API-key provided." });
});
