/** The document in the dialect and the marker grammar of each service, and what is said of the rest. */

import { describe, expect, it } from "vitest";
import { parsePrompt } from "../prompt/parse";
import type { JsonObject } from "../values/json";
import { ENGLISH } from "../words/plain-words";
import type { ServiceTarget } from "./service-target";
import { type TakeAlongOptions, takeAlong } from "./take-along";

const marker = { type: "ephemeral" };
const hour = { type: "ephemeral", ttl: "1h" };

const document = {
  model: "qwen3.7-max",
  max_tokens: 300,
  enable_thinking: true,
  tools: [
    {
      type: "function",
      function: { name: "track", description: "Finds a parcel.", parameters: { type: "object" } },
    },
  ],
  messages: [
    { role: "system", content: [{ type: "text", text: "You help.", cache_control: hour }] },
    { role: "user", content: "Where is it?" },
    {
      role: "assistant",
      content: null,
      reasoning_content: "I look.",
      tool_calls: [{ id: "1", type: "function", function: { name: "track", arguments: '{"id":"A1"}' } }],
    },
    {
      role: "tool",
      tool_call_id: "1",
      content: [{ type: "text", text: "On its way.", cache_control: marker }],
    },
    { role: "user", content: "Thanks, when?" },
  ],
};

function take(target: ServiceTarget, body: object = document, options: TakeAlongOptions = {}) {
  const taken = takeAlong(target, JSON.stringify(body), options);
  if (!taken.ok) throw new Error(ENGLISH.say(taken.reason));
  const { say } = ENGLISH;
  return {
    ...taken,
    calls: taken.calls.map((call) => ({ ...call, title: say(call.title) })),
    judgements: taken.judgements.map((each) => ({ ...each, message: say(each.message) })),
    notes: taken.notes.map(say),
  };
}

const messagesOf = (body: JsonObject | undefined): JsonObject[] => (body?.messages ?? []) as JsonObject[];

describe("a request taken along", () => {
  it("to Anthropic has cache_control on its blocks, with the life it asks for", () => {
    const { calls, judgements, notes } = take({ system: "anthropic", model: "claude-opus-5" });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ method: "POST", path: "/v1/messages" });
    expect(calls[0]?.body).toMatchObject({
      model: "claude-opus-5",
      max_tokens: 300,
      thinking: { type: "enabled" },
      tools: [{ name: "track", input_schema: { type: "object" } }],
      system: [{ type: "text", text: "You help.", cache_control: hour }],
    });
    expect(messagesOf(calls[0]?.body)[2]).toEqual({
      role: "user",
      content: [{ type: "tool_result", tool_use_id: "1", content: "On its way.", cache_control: marker }],
    });
    expect(judgements).toEqual([]);
    expect(notes).toEqual([]);
  });

  it("to Bedrock has points behind its blocks", () => {
    const { calls } = take({ system: "bedrock", model: "claude-opus-5" });
    expect(calls[0]?.path).toBe("/model/claude-opus-5/converse");
    expect(calls[0]?.body).toMatchObject({
      modelId: "claude-opus-5",
      system: [{ text: "You help." }, { cachePoint: { type: "default", ttl: "1h" } }],
      inferenceConfig: { maxTokens: 300 },
    });
    expect(messagesOf(calls[0]?.body)[2]?.content).toContainEqual({ cachePoint: { type: "default" } });
  });

  it("to OpenAI has breakpoints on its parts, and a key", () => {
    const target = { system: "openai", model: "gpt-6-sol", mode: "explicit" };
    const { calls, judgements, notes } = take(target, document, { cacheKey: "support" });
    expect(calls[0]?.path).toBe("/v1/chat/completions");
    const breakpoint = { prompt_cache_breakpoint: { mode: "explicit" } };
    expect(calls[0]?.body).toMatchObject({
      model: "gpt-6-sol",
      max_completion_tokens: 300,
      prompt_cache_key: "support",
      prompt_cache_options: { mode: "explicit" },
      tools: document.tools,
    });
    const messages = messagesOf(calls[0]?.body);
    expect(messages[0]?.content).toEqual([{ type: "text", text: "You help.", ...breakpoint }]);
    expect(messages[3]?.content).toEqual([{ type: "text", text: "On its way.", ...breakpoint }]);
    expect(messages[2]).not.toHaveProperty("reasoning_content");
    expect(notes.join(" ")).toMatch(/enable_thinking is not a field.*reasoning_content is not a field/);
    expect(judgements.map(({ message }) => message)).toEqual([expect.stringMatching(/1h is left out/)]);
    const implicit = take({ system: "openai", model: "gpt-6-sol" }).calls[0]?.body;
    expect(implicit).not.toHaveProperty("prompt_cache_options");
    expect(implicit).not.toHaveProperty("prompt_cache_key");
  });

  it("to OpenAI as Responses has them on the parts of its items", () => {
    const target = { system: "openai", model: "gpt-6-sol", mode: "explicit" };
    const { calls, notes } = take(target, document, { form: "responses", cacheKey: "support" });
    const breakpoint = { prompt_cache_breakpoint: { mode: "explicit" } };
    expect(calls[0]).toEqual({
      title: "Ask",
      method: "POST",
      path: "/v1/responses",
      body: {
        model: "gpt-6-sol",
        max_output_tokens: 300,
        prompt_cache_key: "support",
        prompt_cache_options: { mode: "explicit" },
        tools: [
          { type: "function", name: "track", description: "Finds a parcel.", parameters: { type: "object" } },
        ],
        input: [
          { role: "system", content: [{ type: "input_text", text: "You help.", ...breakpoint }] },
          { role: "user", content: "Where is it?" },
          { type: "function_call", call_id: "1", name: "track", arguments: '{"id":"A1"}' },
          {
            type: "function_call_output",
            call_id: "1",
            output: [{ type: "input_text", text: "On its way.", ...breakpoint }],
          },
          { role: "user", content: "Thanks, when?" },
        ],
      },
    });
    const more = { ...document, seed: 7, response_format: { type: "json_object" } };
    const told = take(target, more, { form: "responses" });
    expect(told.calls[0]?.body).toMatchObject({ text: { format: { type: "json_object" } } });
    expect(told.notes).toEqual([...notes, "Responses has no place for seed; it is left out."]);
    // Others have one form only.
    const other = take({ system: "grok", model: "grok-4.5" }, document, { form: "responses" });
    expect(other.calls[0]?.path).toBe("/v1/chat/completions");
  });

  it("to Anthropic with automatic caching asks for it once", () => {
    const target = { system: "anthropic", model: "claude-opus-5", mode: "automatic" };
    expect(take(target).calls[0]?.body).toMatchObject({ cache_control: marker });
    const own = { ...document, cache_control: hour };
    expect(take(target, own).calls[0]?.body).toMatchObject({ cache_control: hour });
  });

  it("adds no limit that only the Anthropic dialect asks for", () => {
    const { max_tokens: _, enable_thinking: __, ...unlimited } = document;
    const anthropic = take({ system: "anthropic", model: "claude-opus-5" }, unlimited);
    expect(anthropic.calls[0]?.body).toHaveProperty("max_tokens");
    expect(anthropic.notes).toContainEqual(expect.stringMatching(/max_tokens/));
    const bedrock = take({ system: "bedrock", model: "claude-opus-5" }, unlimited);
    expect(bedrock.calls[0]?.body).not.toHaveProperty("inferenceConfig");
    expect(bedrock.notes).toEqual([]);
    const object = take({ system: "gemini", model: "gemini-3.1-pro", mode: "explicit" }, unlimited);
    expect(JSON.stringify(object.calls)).not.toMatch(/maxOutputTokens/);
    expect(object.notes.join(" ")).not.toMatch(/max_tokens|stop_sequences/);
  });

  it("says where a longer life cannot be written", () => {
    const { notes } = take({ system: "kimi", model: "kimi-k3", life: 3600 });
    expect(notes).toContainEqual(
      expect.stringMatching(/not known here how a request asks for a life of 1 h/),
    );
  });

  it("to Gemini has an object made first", () => {
    const { calls, notes, judgements } = take({
      system: "gemini",
      model: "gemini-3.1-pro",
      mode: "explicit",
    });
    expect(calls.map(({ path }) => path)).toEqual([
      "/v1beta/cachedContents",
      "/v1beta/models/gemini-3.1-pro:generateContent",
    ]);
    expect(calls[0]?.body).toMatchObject({
      model: "models/gemini-3.1-pro",
      systemInstruction: { parts: [{ text: "You help." }] },
    });
    expect(calls[1]?.body).toMatchObject({
      cachedContent: "cachedContents/NAME",
      contents: [{ role: "user", parts: [{ text: "Thanks, when?" }] }],
    });
    expect(judgements.map(({ pointer }) => pointer)).toEqual(["/messages/0/content/0/cache_control"]);
    expect(notes).toEqual([expect.stringMatching(/block of type thinking/)]);
    const implicit = take({ system: "gemini", model: "gemini-3.1-pro" });
    expect(implicit.calls).toHaveLength(1);
    expect(implicit.calls[0]?.body).not.toHaveProperty("cachedContent");
  });

  it("to Model Studio stays as it is, Qwen4's own spelling too", () => {
    const { calls } = take({ system: "model-studio", model: null });
    expect(calls[0]?.path).toBe("/compatible-mode/v1/chat/completions");
    expect(calls[0]?.body).toEqual(document);
    const content = [{ type: "text", text: "x", prompt_cache_breakpoint: { mode: "explicit" } }];
    const own = { model: "qwen4-max", messages: [{ role: "user", content }] };
    expect(take({ system: "qwen4", model: "qwen4-max" }, own).calls[0]?.body).toEqual(own);
    const anthropic = {
      model: "qwen3.7-max",
      max_tokens: 9,
      system: "S",
      messages: [{ role: "user", content: "x" }],
    };
    expect(take({ system: "model-studio", model: null }, anthropic).calls[0]).toMatchObject({
      path: "/apps/anthropic/v1/messages",
      body: anthropic,
    });
  });

  it("reads Qwen4's marker as one for others", () => {
    const content = [{ type: "text", text: "x", prompt_cache_breakpoint: { mode: "explicit" } }];
    const own = { model: "qwen4-max", max_tokens: 9, messages: [{ role: "user", content }] };
    const { calls } = take({ system: "anthropic", model: "claude-opus-5" }, own);
    expect(messagesOf(calls[0]?.body)[0]?.content).toEqual([
      { type: "text", text: "x", cache_control: marker },
    ]);
  });

  it.each([
    ["deepseek", "deepseek-flash", false],
    ["kimi", "kimi-k3", false],
    ["glm", "glm-5", false],
    ["minimax", "minimax-m2.7", false],
    ["grok", "grok-4.5", true],
    ["mistral", "mistral-large", true],
    ["groq", "gpt-oss-120b", false],
    ["fireworks", "kimi-k3", false],
    ["vllm", "Qwen/Qwen3-8B", false],
    ["openai", "gpt-5.4", true],
  ])("to %s has no markers, and a key where one is read", (system, model, hasKey) => {
    const { calls, judgements } = take({ system, model }, document, { cacheKey: "k" });
    const body = JSON.stringify(calls[0]?.body);
    expect(body).not.toMatch(/cache_control|breakpoint|enable_thinking/);
    expect(body.includes('"prompt_cache_key":"k"')).toBe(hasKey);
    expect(calls[0]?.body.model).toBe(model);
    expect(judgements).toHaveLength(1);
  });

  it("has a bare list of messages as a body, and says that it names no model", () => {
    const bare = [{ role: "user", content: "x" }];
    const { calls, notes } = take({ system: "deepseek", model: null }, bare);
    expect(calls[0]?.body).toEqual({ messages: bare });
    expect(notes).toEqual(["The document names no model: fill one in."]);
  });

  it("is refused where it cannot be read or written", () => {
    expect(takeAlong({ system: "anthropic", model: null }, "{")).toMatchObject({ ok: false });
    const marked = JSON.stringify(document);
    const refused = takeAlong({ system: "moonshot-v1", model: "moonshot-v1-8k" }, marked);
    expect(refused.ok ? null : ENGLISH.say(refused.reason)).toMatch(/refers to its object/);
  });

  it("is one text that holds all its bodies", () => {
    const explicit = take({ system: "gemini", model: "gemini-3.1-pro", mode: "explicit" });
    expect(JSON.parse(explicit.text)).toEqual(explicit.calls.map(({ body }) => body));
    const one = take({ system: "anthropic", model: "claude-opus-5" });
    expect(JSON.parse(one.text)).toEqual(one.calls[0]?.body);
    expect(parsePrompt(one.text).prompt?.markers).toHaveLength(2);
  });
});
