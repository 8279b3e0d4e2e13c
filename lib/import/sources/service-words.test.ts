/** Requests in the words of Bedrock and Gemini become our document, their markers at their places. */
import { describe, expect, it } from "vitest";
import { bodiesOf, importAll, reasonOf } from "../fixtures/read-fixture";

const marker = { type: "ephemeral" };
const text = (said: string, cache?: object) => ({
  type: "text",
  text: said,
  ...(cache ? { cache_control: cache } : {}),
});

const converse = {
  modelId: "claude-opus-5",
  system: [{ text: "You help." }, { cachePoint: { type: "default", ttl: "1h" } }],
  messages: [{ role: "user", content: [{ text: "Where?" }, { cachePoint: { type: "default" } }] }],
  inferenceConfig: { maxTokens: 9 },
};
const fromConverse = {
  model: "claude-opus-5",
  max_tokens: 9,
  system: [text("You help.", { type: "ephemeral", ttl: "1h" })],
  messages: [{ role: "user", content: [text("Where?", marker)] }],
};

const create = {
  model: "models/gemini-3.1-pro",
  systemInstruction: { parts: [{ text: "You help." }] },
  contents: [{ role: "user", parts: [{ text: "A long document." }] }],
  ttl: "300s",
};
const ask = (said: string) => ({
  cachedContent: "cachedContents/abc",
  contents: [{ role: "user", parts: [{ text: said }] }],
});
const fromGemini = (said: string) => ({
  model: "gemini-3.1-pro",
  system: [text("You help.")],
  messages: [
    {
      role: "user",
      content: [text("A long document.", { type: "ephemeral", ttl: "5m" }), text(said)],
    },
  ],
});

describe("Bedrock", () => {
  it("alone, in a list, on lines, and with times", async () => {
    const alone = await importAll(JSON.stringify(converse, null, 2));
    expect(alone).toMatchObject({ kind: "converse", title: "A request to Amazon Bedrock.", dropped: [] });
    expect(bodiesOf(alone)).toEqual([fromConverse]);
    const later = { ...converse, messages: [{ role: "user", content: [{ text: "When?" }] }] };
    const lines = await importAll(
      [
        { at: 0, body: converse },
        { at: 40, body: later },
      ]
        .map((one) => JSON.stringify(one))
        .join("\n"),
    );
    expect(lines.title).toMatch(/^A session of 2 requests to Amazon Bedrock/);
    expect(lines.layout?.scenario?.turns.map(({ gap }) => gap)).toEqual([40]);
    expect(bodiesOf(await importAll(JSON.stringify([converse, later])))).toHaveLength(2);
  });

  it("with its answer's usage", async () => {
    const usage = { inputTokens: 10, outputTokens: 7, cacheReadInputTokens: 200, cacheWriteInputTokens: 0 };
    const response = { output: { message: { role: "assistant", content: [{ text: "Here." }] } }, usage };
    const { usages } = await importAll(JSON.stringify([{ at: 0, body: converse, response }]));
    expect(usages[0]?.usage).toMatchObject({ prompt: 210, read: 200, uncached: 10 });
  });

  it("names what cannot be kept, once", async () => {
    const guarded = { ...converse, guardrailConfig: {} };
    const { dropped } = await importAll([guarded, guarded].map((one) => JSON.stringify(one)).join("\n"));
    expect(dropped).toEqual(["Line 1: guardrailConfig cannot be kept; it is left out."]);
  });
});

describe("Gemini", () => {
  it("an object and the calls that use it", async () => {
    const calls = [create, ask("Where?"), ask("When?")];
    for (const text of [JSON.stringify(calls), calls.map((one) => JSON.stringify(one)).join("\n")]) {
      const imported = await importAll(text);
      expect(imported).toMatchObject({ kind: "gemini", dropped: [] });
      expect(imported.title).toMatch(/^A session of 2 requests to Gemini/);
      expect(bodiesOf(imported)).toEqual([fromGemini("Where?"), fromGemini("When?")]);
    }
  });

  it("a call without an object, and an object that nothing uses", async () => {
    const call = { contents: [{ role: "user", parts: [{ text: "Where?" }] }] };
    expect(bodiesOf(await importAll(JSON.stringify(call)))).toEqual([
      { messages: [{ role: "user", content: [text("Where?")] }] },
    ]);
    const object = await importAll(JSON.stringify(create));
    const [body] = bodiesOf(object) as [{ messages: unknown }];
    expect(body.messages).toEqual([
      { role: "user", content: [text("A long document.", { type: "ephemeral", ttl: "5m" })] },
    ]);
  });

  it("says that an object is missing", async () => {
    const { dropped } = await importAll(JSON.stringify(ask("Where?")));
    expect(dropped.join(" ")).toMatch(/object cachedContents\/abc is not here/);
    expect(await reasonOf(JSON.stringify({ ...create, contents: [] }))).toMatch(/Nothing was found/);
  });
});

describe("Responses", () => {
  const explicit = { mode: "explicit" };
  const body = {
    model: "gpt-6-sol",
    instructions: "You help.",
    input: [
      {
        role: "user",
        content: [
          { type: "input_text", text: "Where?", prompt_cache_breakpoint: explicit },
          { type: "input_image", image_url: "https://example.com/a.png", detail: "low" },
        ],
      },
      { type: "function_call", call_id: "c1", name: "look", arguments: "{}" },
      { type: "function_call", call_id: "c2", name: "look", arguments: "{}" },
      { type: "function_call_output", call_id: "c1", output: "Here." },
      {
        type: "function_call_output",
        call_id: "c2",
        output: [{ type: "input_text", text: "There.", prompt_cache_breakpoint: explicit }],
      },
      { type: "message", role: "assistant", content: [{ type: "output_text", text: "Found." }] },
    ],
    tools: [{ type: "function", name: "look", description: "Looks.", parameters: { type: "object" } }],
    tool_choice: { type: "function", name: "look" },
    reasoning: { effort: "low" },
    text: { format: { type: "json_schema", name: "place", schema: {} }, verbosity: "low" },
    max_output_tokens: 9,
    prompt_cache_key: "support",
  };

  it("stay as they are", async () => {
    const imported = await importAll(JSON.stringify(body));
    expect(imported).toMatchObject({
      kind: "responses",
      title: "A request to the Responses API.",
      dropped: [],
    });
    expect(bodiesOf(imported)).toEqual([
      { ...body, prompt_cache_key: expect.stringMatching(/^\[cache key/) },
    ]);
  });

  it("are read from a command, and where the input is one string", async () => {
    const short = { model: "gpt-6-sol", instructions: "You help.", input: "Where?" };
    expect(bodiesOf(await importAll(JSON.stringify(short)))).toEqual([short]);
    const command = `curl 'https://api.openai.com/v1/responses' -d '${JSON.stringify(short)}'`;
    expect(bodiesOf(await importAll(command))).toEqual([short]);
  });

  it("come with their answer and its usage", async () => {
    const response = {
      output: [
        { type: "reasoning", summary: [] },
        { type: "message", role: "assistant", content: [{ type: "output_text", text: "Found." }] },
      ],
      usage: { input_tokens: 100, output_tokens: 5, input_tokens_details: { cached_tokens: 60 } },
    };
    const answered = [
      { at: 0, body, response },
      { at: 9, body },
    ];
    const { layout, usages } = await importAll(JSON.stringify(answered));
    expect(layout?.scenario?.reply).toBe("Found.");
    expect(usages[0]?.usage).toMatchObject({ prompt: 100, read: 60 });
  });

  it("are not taken for what only has an input", async () => {
    expect(await reasonOf(JSON.stringify({ model: "text-embedding-3", input: "Where?" }))).toMatch(/./);
    expect(await reasonOf(JSON.stringify({ model: "text-embedding-3", input: ["Where?"] }))).toMatch(/./);
  });
});

describe("from an address", () => {
  const { modelId, ...body } = converse;
  const call = { contents: [{ role: "user", parts: [{ text: "Where?" }] }] };
  const bedrockUrl = `https://bedrock-runtime.eu-west-1.amazonaws.com/model/${modelId}/converse`;
  const geminiUrl =
    "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.1-pro:streamGenerateContent?alt=sse";
  const fromCall = {
    model: "gemini-3.1-pro",
    messages: [{ role: "user", content: [text("Where?")] }],
  };

  it("that a command calls", async () => {
    const command = (url: string, sent: object) => `curl '${url}' -d '${JSON.stringify(sent)}'`;
    expect(bodiesOf(await importAll(command(bedrockUrl, body)))).toEqual([fromConverse]);
    expect(bodiesOf(await importAll(command(geminiUrl, call)))).toEqual([fromCall]);
    const { dropped } = await importAll(command(geminiUrl, { ...call, cachedContent: "cachedContents/a" }));
    expect(dropped.join(" ")).toMatch(/object cachedContents\/a is not here/);
  });

  it("that a browser called, with its answer", async () => {
    const entry = (url: string, sent: object, answer: object) => ({
      startedDateTime: "2026-11-20T09:00:00.000Z",
      time: 10,
      request: { method: "POST", url, postData: { text: JSON.stringify(sent) } },
      response: { status: 200, content: { text: JSON.stringify(answer) } },
    });
    const answer = { output: { message: { role: "assistant", content: [{ text: "Here." }] } } };
    const candidate = {
      content: { role: "model", parts: [{ text: "hm", thought: true }, { text: "There." }] },
    };
    const usageMetadata = { promptTokenCount: 100, cachedContentTokenCount: 60, candidatesTokenCount: 2 };
    const har = (one: object) => JSON.stringify({ log: { entries: [one] } });
    const bedrock = await importAll(har(entry(bedrockUrl, body, answer)));
    expect(bodiesOf(bedrock)[0]).toEqual(fromConverse);
    const gemini = await importAll(har(entry(geminiUrl, call, { candidates: [candidate], usageMetadata })));
    expect(bodiesOf(gemini)[0]).toEqual(fromCall);
    expect(gemini.usages[0]?.usage).toMatchObject({ prompt: 100, read: 60, uncached: 40 });
  });

  it("with the reply in the words of the service", async () => {
    const answered = [
      { at: 0, body: converse, response: { output: { message: { content: [{ text: "Here." }] } } } },
      { at: 9, body: converse },
    ];
    const { layout } = await importAll(JSON.stringify(answered));
    expect(layout?.scenario?.reply).toBe("Here.");
    const candidate = { content: { parts: [{ text: "hm", thought: true }, { text: "There." }] } };
    const calls = [
      { at: 0, body: call, response: { candidates: [candidate] } },
      { at: 9, body: call },
    ];
    expect((await importAll(JSON.stringify(calls))).layout?.scenario?.reply).toBe("There.");
  });
});
