/** A request in the words of Bedrock and Gemini is the same request when it is read back, its markers at their places. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../values/json";
import type { Conversion } from "../convert/conversion";
import { parsePrompt } from "../parse";
import { fromConverse, isConverseBody } from "./from-converse";
import { fromGemini, isGeminiBody, makesObject } from "./from-gemini";
import { listMarkers } from "./marker-places";
import { toConverse } from "./to-converse";
import { toGemini } from "./to-gemini";

const marker = { type: "ephemeral" };
const hour = { type: "ephemeral", ttl: "1h" };
const ask = { role: "user", content: [{ type: "text", text: "Where is it?" }] };

const agent: JsonObject = {
  model: "claude-opus-5",
  max_tokens: 900,
  temperature: 0.2,
  stop_sequences: ["END"],
  thinking: { type: "enabled", budget_tokens: 500 },
  tools: [
    { name: "track", description: "Finds a parcel.", input_schema: { type: "object" }, cache_control: hour },
  ],
  tool_choice: { type: "auto" },
  system: [{ type: "text", text: "You help.", cache_control: marker }],
  messages: [
    ask,
    {
      role: "assistant",
      content: [
        { type: "text", text: "I look." },
        { type: "tool_use", id: "t1", name: "track", input: { parcel: "A1" } },
      ],
    },
    {
      role: "user",
      content: [{ type: "tool_result", tool_use_id: "t1", content: "On its way.", cache_control: marker }],
    },
    ask,
  ],
};

/** Without what is not set, as a text would have it. */
const asJson = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

function converse(body: JsonObject) {
  const conversion: Conversion = { losses: [] };
  return { body: toConverse(conversion, body), losses: conversion.losses.map(({ pointer }) => pointer) };
}

describe("Converse", () => {
  it("has each marker as a block of its own", () => {
    const { body, losses } = converse(agent);
    expect(losses).toEqual([]);
    expect(body).toMatchObject({
      modelId: "claude-opus-5",
      system: [{ text: "You help." }, { cachePoint: { type: "default" } }],
      toolConfig: {
        tools: [
          {
            toolSpec: {
              name: "track",
              description: "Finds a parcel.",
              inputSchema: { json: { type: "object" } },
            },
          },
          { cachePoint: { type: "default", ttl: "1h" } },
        ],
        toolChoice: { auto: {} },
      },
      inferenceConfig: { maxTokens: 900, temperature: 0.2, stopSequences: ["END"] },
      additionalModelRequestFields: { thinking: { type: "enabled", budget_tokens: 500 } },
    });
    const messages = body.messages as JsonObject[];
    expect(messages[2]).toEqual({
      role: "user",
      content: [
        { toolResult: { toolUseId: "t1", content: [{ text: "On its way." }] } },
        { cachePoint: { type: "default" } },
      ],
    });
  });

  it("is read back as it was", () => {
    const conversion: Conversion = { losses: [] };
    const { body } = converse(agent);
    expect(isConverseBody(body)).toBe(true);
    expect(fromConverse(conversion, body)).toEqual(agent);
    expect(conversion.losses).toEqual([]);
  });

  it.each<[string, JsonObject, string[]]>([
    ["automatic caching", { cache_control: marker }, ["/cache_control"]],
    ["streaming", { stream: true }, ["/stream"]],
    ["a tool of the service", { tools: [{ type: "web_search_20250305", name: "w" }] }, ["/tools/0"]],
    [
      "an image by its address",
      {
        messages: [
          { role: "user", content: [{ type: "image", source: { type: "url", url: "https://x/y" } }] },
        ],
      },
      ["/messages/0/content/0"],
    ],
    [
      "a marker within a result",
      {
        messages: [
          {
            role: "user",
            content: [
              {
                type: "tool_result",
                tool_use_id: "t",
                content: [{ type: "text", text: "x", cache_control: marker }],
              },
            ],
          },
        ],
      },
      ["/messages/0/content/0/content/0"],
    ],
    [
      "a marker on a message",
      { messages: [{ role: "user", content: "x", cache_control: marker }] },
      ["/messages/0"],
    ],
    [
      "a block of another kind",
      { messages: [{ role: "user", content: [{ type: "constructor" }] }] },
      ["/messages/0/content/0"],
    ],
  ])("says that it has no place for %s", (_name, fields, losses) => {
    expect(converse({ model: "m", messages: [ask], ...fields }).losses).toEqual(losses);
  });

  it("names a point that follows nothing", () => {
    const conversion: Conversion = { losses: [] };
    const point = { cachePoint: { type: "default" } };
    const messages = [{ role: "user", content: [point, { text: "x" }, point, point] }];
    expect(fromConverse(conversion, { messages })).toEqual({
      messages: [{ role: "user", content: [{ type: "text", text: "x", cache_control: marker }] }],
    });
    expect(conversion.losses.map(({ pointer }) => pointer)).toEqual([
      "/messages/0/content/0",
      "/messages/0/content/3",
    ]);
  });

  it.each<[string, object]>([
    ["an OpenAI body", { model: "m", messages: [{ role: "user", content: "x" }] }],
    ["an Anthropic body", agent],
    ["parts without a type", { messages: [{ role: "user", content: [{ text: "x" }] }] }],
    ["Gemini's", { contents: [{ parts: [{ text: "x" }] }] }],
    ["nothing", {}],
  ])("is not taken for %s", (_name, body) => {
    expect(isConverseBody(body)).toBe(false);
  });
});

/** Without what Gemini does not keep: a thinking block, a second marker. */
const once = (body: JsonObject, keep: number): JsonObject => {
  let count = 0;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) =>
        key === "cache_control" && count++ !== keep ? [] : [[key, visit(one)]],
      ),
    );
  };
  return visit(body) as JsonObject;
};

function gemini(body: JsonObject) {
  const conversion: Conversion = { losses: [] };
  const calls = toGemini(conversion, body);
  return { ...calls, losses: conversion.losses.map(({ pointer }) => pointer) };
}

describe("Gemini", () => {
  it("has what stands before the last marker in an object", () => {
    const { create, generate, losses } = gemini(agent);
    expect(create).toEqual({
      model: "models/claude-opus-5",
      tools: [
        {
          functionDeclarations: [
            { name: "track", description: "Finds a parcel.", parametersJsonSchema: { type: "object" } },
          ],
        },
      ],
      systemInstruction: { parts: [{ text: "You help." }] },
      contents: [
        { role: "user", parts: [{ text: "Where is it?" }] },
        {
          role: "model",
          parts: [{ text: "I look." }, { functionCall: { id: "t1", name: "track", args: { parcel: "A1" } } }],
        },
        {
          role: "user",
          parts: [{ functionResponse: { id: "t1", name: "track", response: { output: "On its way." } } }],
        },
      ],
      toolConfig: { functionCallingConfig: { mode: "AUTO" } },
    });
    expect(generate).toEqual({
      cachedContent: "cachedContents/NAME",
      contents: [{ role: "user", parts: [{ text: "Where is it?" }] }],
      generationConfig: {
        maxOutputTokens: 900,
        temperature: 0.2,
        stopSequences: ["END"],
        thinkingConfig: { thinkingBudget: 500 },
      },
    });
    expect(losses).toEqual(["/tools/0", "/system/0"]);
  });

  it("is one call where there is no marker, and says what it lacks", () => {
    const { create, generate, losses } = gemini(once(agent, -1));
    expect(create).toBeNull();
    expect(generate).toMatchObject({ systemInstruction: { parts: [{ text: "You help." }] } });
    expect(isGeminiBody(generate)).toBe(true);
    expect(makesObject(generate)).toBe(false);
    expect(losses).toEqual([]);
    const end = {
      messages: [{ role: "user", content: [{ type: "text", text: "x", cache_control: marker }] }],
    };
    expect(gemini(end).losses).toEqual(["/messages/0/content/0"]);
  });

  it.each([1, 2, -1])("is read back as it was, with the marker at place %i", (keep) => {
    const body = once(agent, keep);
    const { create, generate } = gemini(body);
    for (const one of create ? [create, generate] : [generate]) expect(isGeminiBody(one)).toBe(true);
    expect(create === null || makesObject(create)).toBe(true);
    const conversion: Conversion = { losses: [] };
    const { model, ...rest } = body;
    const back = fromGemini(conversion, create, generate);
    // Only an object names its model.
    expect(back).toEqual(create ? { model, ...rest } : rest);
    expect(conversion.losses).toEqual([]);
  });

  it("says that a marker on tools moves to the end of the system text", () => {
    const { create, generate, losses } = gemini(once(agent, 0));
    expect(losses).toEqual(["/tools/0"]);
    const back = fromGemini({ losses: [] }, create, generate);
    expect(listMarkers(back).map(({ owner, ttl }) => [owner, ttl])).toEqual([["/system/0", "1h"]]);
    const { system, ...rest } = once(agent, 0);
    expect(system).toBeDefined();
    expect(gemini(rest).losses).toEqual([]);
  });

  it("joins a turn in whose midst an object ends", () => {
    const content = [
      { type: "text", text: "A long document.", cache_control: hour },
      { type: "text", text: "A question." },
    ];
    const body = asJson({ model: "m", messages: [{ role: "user", content }] });
    const { create, generate } = gemini(body);
    expect(create).toMatchObject({ ttl: "3600s" });
    expect(fromGemini({ losses: [] }, create, generate)).toEqual(body);
  });

  it("gives calls without an id one, and their results the same", () => {
    const { contents = null } = asJson({
      contents: [
        { role: "user", parts: [{ text: "x" }] },
        {
          role: "model",
          parts: [{ text: "hm", thought: true }, { functionCall: { name: "f", args: { q: 1 } } }],
        },
        { role: "user", parts: [{ functionResponse: { name: "f", response: { output: "yes" } } }] },
      ],
    });
    const conversion: Conversion = { losses: [] };
    expect(fromGemini(conversion, null, { contents })).toEqual({
      messages: [
        { role: "user", content: [{ type: "text", text: "x" }] },
        { role: "assistant", content: [{ type: "tool_use", id: "call_1", name: "f", input: { q: 1 } }] },
        { role: "user", content: [{ type: "tool_result", tool_use_id: "call_1", content: "yes" }] },
      ],
    });
    expect(conversion.losses.map(({ pointer }) => pointer)).toEqual(["/contents/1/parts/0"]);
  });
});

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 9 });
const marked = fc.constantFrom({}, {}, { cache_control: marker }, { cache_control: hour });
const text = fc.tuple(words, marked).map(([value, mark]) => ({ type: "text", text: value, ...mark }));
const turn = fc.record({
  role: fc.constantFrom("user", "assistant"),
  content: fc.array(text, { minLength: 1, maxLength: 3 }),
});
const anyBody = fc
  .record({
    model: fc.constant("m"),
    max_tokens: fc.integer({ min: 1, max: 9000 }),
    system: fc.array(text, { minLength: 1, maxLength: 2 }),
    messages: fc.array(turn, { minLength: 1, maxLength: 6 }),
  })
  .map(asJson);

/** What is said, in order, with the place of every marker, however it is divided into messages. */
const tell = (body: JsonObject) => {
  const { prompt } = parsePrompt(JSON.stringify(body));
  return prompt?.messages.flatMap(({ role, parts }) =>
    parts.map(({ kind, text: said, marker: own }) => [role, kind, said, own?.value ?? null]),
  );
};

it("comes back from Converse, whatever it is", () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      expect(fromConverse({ losses: [] }, toConverse({ losses: [] }, body))).toEqual(body);
    }),
  );
});

it("comes back from Gemini with its last marker, at the end of the system text where it stands in it", () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const last = listMarkers(body).length - 1;
      const isInSystem = listMarkers(body).at(-1)?.owner.startsWith("/system") ?? false;
      const kept = once(body, last);
      const back = fromGemini({ losses: [] }, ...callsOf(kept));
      const [here, there] = [tell(kept), tell(back)];
      if (!isInSystem) expect(there).toEqual(here);
      else
        expect(there?.map(([role, kind, said]) => [role, kind, said])).toEqual(
          here?.map(([role, kind, said]) => [role, kind, said]),
        );
      expect(listMarkers(back)).toHaveLength(last < 0 ? 0 : 1);
    }),
  );
});

function callsOf(body: JsonObject): [JsonObject | null, JsonObject] {
  const { create, generate } = toGemini({ losses: [] }, body);
  return [create, generate];
}
