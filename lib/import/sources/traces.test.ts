/** Exports of tracing tools, and messages of libraries, whichever form they come in. */
import { describe, expect, it } from "vitest";
import { bodiesOf, importAll } from "../fixtures/read-fixture";

const MARKER = { type: "ephemeral" };
const marked = [{ type: "text", text: "Be brief.", cache_control: MARKER }];
const asked = { role: "user", content: "Who?" };
const json = JSON.stringify;

const chain = (name: string, content: unknown) => ({
  lc: 1,
  type: "constructor",
  id: ["langchain", "schema", "messages", name],
  kwargs: { content },
});
const attribute = (key: string, value: unknown) => ({
  key,
  value: typeof value === "number" ? { intValue: String(value) } : { stringValue: value },
});
const otlp = (attributes: object[], more: object = {}) => ({
  resourceSpans: [
    {
      scopeSpans: [
        {
          spans: [
            { name: "connect", traceId: "a", spanId: "b", attributes: [] },
            {
              name: "chat qwen-plus",
              traceId: "a",
              spanId: "c",
              startTimeUnixNano: "1795165200000000000",
              endTimeUnixNano: "1795165202000000000",
              attributes,
              ...more,
            },
          ],
        },
      ],
    },
  ],
});
const usage = [
  attribute("gen_ai.request.model", "qwen-plus"),
  attribute("gen_ai.usage.input_tokens", 1500),
  attribute("gen_ai.usage.output_tokens", 5),
  attribute("gen_ai.usage.cache_read.input_tokens", 1400),
];

describe("a call with 1,400 tokens read of 1,500", () => {
  it.each<[string, unknown]>([
    [
      "a run of LangSmith",
      {
        run_type: "llm",
        start_time: "2026-11-20T09:00:00",
        end_time: "2026-11-20T09:00:02",
        inputs: { messages: [[chain("SystemMessage", marked), chain("HumanMessage", "Who?")]] },
        outputs: {
          generations: [[{ text: "Me.", message: { kwargs: { content: "Me." } } }]],
          llm_output: {
            token_usage: {
              prompt_tokens: 1500,
              completion_tokens: 5,
              prompt_tokens_details: { cached_tokens: 1400 },
            },
          },
        },
        extra: { invocation_params: { model: "qwen-plus" } },
      },
    ],
    [
      "a run of LangSmith around an SDK's call",
      {
        run_type: "llm",
        trace_id: "a",
        start_time: "2026-11-20T09:00:00",
        end_time: "2026-11-20T09:00:02",
        inputs: { model: "qwen-plus", messages: [{ role: "system", content: marked }, asked] },
        outputs: {
          choices: [{ message: { role: "assistant", content: "Me." } }],
          usage: {
            prompt_tokens: 1500,
            completion_tokens: 5,
            prompt_tokens_details: { cached_tokens: 1400 },
          },
        },
      },
    ],
    [
      "a trace of Langfuse, its input as text",
      {
        id: "t",
        observations: [
          { id: "1", type: "SPAN", traceId: "t", input: { question: 1 } },
          {
            id: "2",
            type: "GENERATION",
            traceId: "t",
            startTime: "2026-11-20T09:00:00Z",
            endTime: "2026-11-20T09:00:02Z",
            model: "qwen-plus",
            input: json({ messages: [{ role: "system", content: marked }, asked] }),
            output: "Me.",
            usageDetails: { input: 100, input_cached_tokens: 1400, output: 5 },
          },
        ],
      },
    ],
    [
      "spans with messages as attributes",
      otlp([
        ...usage,
        attribute("gen_ai.prompt", json([{ role: "system", content: marked }, asked])),
        attribute(
          "gen_ai.output.messages",
          json([{ role: "assistant", parts: [{ type: "text", content: "Me." }] }]),
        ),
      ]),
    ],
    [
      "spans with an attribute for each field",
      otlp([
        ...usage,
        attribute("gen_ai.prompt.0.role", "system"),
        attribute("gen_ai.prompt.0.content", json(marked)),
        attribute("gen_ai.prompt.1.role", "user"),
        attribute("gen_ai.prompt.1.content", "Who?"),
        attribute("gen_ai.completion.0.role", "assistant"),
        attribute("gen_ai.completion.0.content", "Me."),
      ]),
    ],
    [
      "spans with an event for each message",
      otlp(
        [
          ...usage,
          attribute("gen_ai.completion.0.role", "assistant"),
          attribute("gen_ai.completion.0.content", "Me."),
        ],
        {
          events: [
            { name: "gen_ai.system.message", body: { content: marked } },
            { name: "gen_ai.user.message", attributes: [attribute("content", "Who?")] },
          ],
        },
      ),
    ],
  ])("%s", async (_name, value) => {
    const imported = await importAll(json(value));
    expect(imported.kind).toBe("trace");
    expect(bodiesOf(imported)).toEqual([
      { model: "qwen-plus", messages: [{ role: "system", content: marked }, asked] },
    ]);
    expect(imported.usages.map(({ usage: billed }) => [billed?.prompt, billed?.read])).toEqual([
      [1500, 1400],
    ]);
    expect(imported.usages[0]?.at).toBe(1_795_165_200);
    expect(imported.layout?.scenario).toMatchObject({ reply: "Me.", duration: 2 });
  });
});

it("reads calls and their results out of the parts of a span", async () => {
  const messages = [
    { role: "user", parts: [{ type: "text", content: "Who?" }] },
    { role: "assistant", parts: [{ type: "tool_call", id: "1", name: "look", arguments: { at: 2 } }] },
    { role: "tool", parts: [{ type: "tool_call_response", id: "1", response: "Nobody" }] },
  ];
  const imported = await importAll(
    json(
      otlp([
        ...usage,
        attribute("gen_ai.system_instructions", json([{ type: "text", content: "Be brief." }])),
        attribute("gen_ai.input.messages", json(messages)),
      ]),
    ),
  );
  expect(bodiesOf(imported)).toEqual([
    {
      model: "qwen-plus",
      messages: [
        { role: "system", content: "Be brief." },
        asked,
        {
          role: "assistant",
          content: "",
          tool_calls: [{ id: "1", type: "function", function: { name: "look", arguments: '{"at":2}' } }],
        },
        { role: "tool", tool_call_id: "1", content: "Nobody" },
      ],
    },
  ]);
});

describe("messages of LangChain", () => {
  const printed = `[SystemMessage(content=[{'type': 'text', 'text': 'Be brief.', 'cache_control': {'type': 'ephemeral'}}], additional_kwargs={}, response_metadata={}), HumanMessage(content='Who?', additional_kwargs={}), AIMessage(content='', tool_calls=[{'name': 'look', 'args': {'at': 2}, 'id': '1', 'type': 'tool_call'}], usage_metadata={'input_tokens': 1500, 'output_tokens': 5, 'total_tokens': 1505, 'input_token_details': {'cache_read': 1400}}), ToolMessage(content='Nobody', name='look', tool_call_id='1')]`;
  const flat = [
    { type: "system", content: marked, additional_kwargs: {} },
    { type: "human", content: "Who?", additional_kwargs: {} },
    {
      type: "ai",
      content: "",
      additional_kwargs: {},
      tool_calls: [{ name: "look", args: { at: 2 }, id: "1" }],
      usage_metadata: { input_tokens: 1500, output_tokens: 5, input_token_details: { cache_read: 1400 } },
    },
    { type: "tool", content: "Nobody", tool_call_id: "1", additional_kwargs: {} },
  ];
  it.each([
    ["printed", printed],
    ["dumped by their models", json(flat)],
    ["dumped as dicts", json(flat.map(({ type, ...data }) => ({ type, data })))],
  ])("%s: each answer with its usage is a request", async (_name, text) => {
    const imported = await importAll(text);
    const first = [{ role: "system", content: marked }, asked];
    expect(imported.kind).toBe("lang-chain");
    expect(bodiesOf(imported)).toEqual([
      first,
      [
        ...first,
        {
          role: "assistant",
          content: "",
          tool_calls: [{ id: "1", type: "function", function: { name: "look", arguments: '{"at":2}' } }],
        },
        { role: "tool", tool_call_id: "1", content: "Nobody" },
      ],
    ]);
    expect(imported.usages.map(({ usage: billed }) => [billed?.prompt, billed?.read])).toEqual([
      [1500, 1400],
    ]);
  });
});

describe("messages of the AI SDK", () => {
  it("in a program keep their options as markers", async () => {
    const imported = await importAll(`const { text } = await generateText({
      model: alibaba("qwen3.7-max"),
      messages: [
        { role: "system", content: "Be brief.", providerOptions: { alibaba: { cacheControl: { type: "ephemeral" } } } },
        { role: "user", content: [{ type: "text", text: "Who?", providerOptions: { anthropic: { cacheControl: { type: "ephemeral", ttl: "1h" } } } }] },
      ],
    });`);
    expect(bodiesOf(imported)[0]).toMatchObject({
      messages: [
        { role: "system", content: marked },
        { role: "user", content: [{ text: "Who?", cache_control: { type: "ephemeral", ttl: "1h" } }] },
      ],
    });
  });

  it("of a user interface have calls with their results", async () => {
    const messages = [
      { id: "1", role: "user", parts: [{ type: "text", text: "Who?" }] },
      {
        id: "2",
        role: "assistant",
        parts: [
          { type: "step-start" },
          {
            type: "tool-look",
            toolCallId: "1",
            state: "output-available",
            input: { at: 2 },
            output: "Nobody",
          },
          { type: "text", text: "Nobody." },
        ],
      },
    ];
    expect(bodiesOf(await importAll(json(messages)))).toEqual([
      [
        asked,
        {
          role: "assistant",
          content: "Nobody.",
          tool_calls: [{ id: "1", type: "function", function: { name: "look", arguments: '{"at":2}' } }],
        },
        { role: "tool", tool_call_id: "1", content: "Nobody" },
      ],
    ]);
  });

  it("are told with what has no place", async () => {
    const part = { type: "file", mediaType: "application/pdf", data: "JVBERi0=" };
    const imported = await importAll(
      json([{ role: "user", content: [{ type: "text", text: "Who?" }, part] }]),
    );
    expect(imported.dropped.join(" ")).toMatch(/file has no place/);
  });
});
