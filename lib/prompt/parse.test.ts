/** What is read of a request, and what is said about one that is not quite right. */
import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/fixtures/in-english";
import { parsePrompt } from "./parse";
import type { Prompt } from "./prompt";

function read(value: unknown): Prompt {
  const { prompt } = parsePrompt(JSON.stringify(value, null, 2));
  if (!prompt) throw new Error("no prompt");
  return prompt;
}

const user = { role: "user", content: "hi" };
const marker = { type: "ephemeral" };

describe("an OpenAI-compatible body", () => {
  const body = {
    model: "qwen3.7-max",
    tools: [{ type: "function", function: { name: "f", parameters: { b: 1, a: 2 } }, cache_control: marker }],
    messages: [
      { role: "system", content: [{ type: "text", text: "s", cache_control: marker }] },
      {
        role: "user",
        content: [
          { type: "text", text: "look" },
          { type: "image_url", image_url: { url: "u" } },
          { type: "video", video: [] },
          { type: "input_audio", input_audio: {} },
        ],
      },
      {
        role: "assistant",
        content: null,
        reasoning_content: "hm",
        tool_calls: [{ id: "1", type: "function", function: { name: "f", arguments: "{}" } }],
      },
      { role: "tool", tool_call_id: "1", content: "done" },
      { role: "user", content: "go", cache_control: marker },
    ],
    enable_thinking: false,
    extra_body: { preserve_thinking: true },
    cache_control: marker,
  };
  const { prompt, errors } = parsePrompt(JSON.stringify(body));

  it("is read in full", () => {
    expect(errors).toEqual([]);
    expect(prompt).toMatchObject({
      dialect: "openai",
      bare: false,
      model: "qwen3.7-max",
      thinking: false,
      preserveThinking: true,
    });
    expect(prompt?.messages.map((m) => [m.pointer, m.role, m.form, m.parts.map((p) => p.kind)])).toEqual([
      ["/messages/0", "system", "array", ["text"]],
      ["/messages/1", "user", "array", ["text", "image", "video", "audio"]],
      ["/messages/2", "assistant", "none", []],
      ["/messages/3", "tool", "string", ["text"]],
      ["/messages/4", "user", "string", ["text"]],
    ]);
    expect(prompt?.messages[2]).toMatchObject({ reasoning: "hm", calls: [{ name: "f", arguments: "{}" }] });
    expect(prompt?.messages[3]?.parts[0]).toMatchObject({ pointer: "/messages/3/content", text: "done" });
  });

  it("has its markers in cache order", () => {
    expect(prompt?.markers.map((m) => [m.pointer, m.place])).toEqual([
      ["/tools/0/cache_control", "tool"],
      ["/messages/0/content/0/cache_control", "part"],
      ["/messages/4/cache_control", "message"],
      ["/cache_control", "request"],
    ]);
  });

  it("keeps a tool as written, without its marker", () => {
    expect(prompt?.tools[0]?.name).toBe("f");
    expect(JSON.stringify(prompt?.tools[0]?.value)).toBe(
      '{"type":"function","function":{"name":"f","parameters":{"b":1,"a":2}}}',
    );
  });
});

describe("an Anthropic-compatible body", () => {
  const prompt = read({
    model: "qwen3.7-max",
    max_tokens: 10,
    system: [
      { type: "text", text: "a" },
      { type: "text", text: "b", cache_control: marker },
    ],
    thinking: { type: "disabled" },
    tools: [{ name: "f", input_schema: { type: "object" } }],
    messages: [
      {
        role: "assistant",
        content: [
          { type: "thinking", thinking: "hm", signature: "x" },
          { type: "redacted_thinking", data: "x" },
          { type: "tool_use", id: "1", name: "f", input: { q: 1 } },
        ],
      },
      {
        role: "user",
        content: [
          {
            type: "tool_result",
            tool_use_id: "1",
            content: [
              { type: "text", text: "x" },
              { type: "text", text: "y" },
            ],
            cache_control: marker,
          },
          { type: "image", source: {} },
        ],
      },
    ],
  });

  it("has its system first", () => {
    expect(prompt.messages.map((m) => m.pointer)).toEqual(["/system", "/messages/0", "/messages/1"]);
    expect(prompt.messages[0]).toMatchObject({
      role: "system",
      form: "array",
      parts: [{ pointer: "/system/0" }, { pointer: "/system/1" }],
    });
    expect(prompt.thinking).toBe(false);
  });

  it("reads calls, results and reasoning as parts", () => {
    expect(prompt.messages[1]?.parts.map((p) => [p.kind, p.text])).toEqual([
      ["reasoning", "hm"],
      ["reasoning", ""],
      ["tool-call", ""],
    ]);
    expect(prompt.messages[1]?.parts[2]?.call).toEqual({ name: "f", arguments: { q: 1 } });
    expect(prompt.messages[2]?.parts.map((p) => [p.kind, p.text])).toEqual([
      ["tool-result", "xy"],
      ["image", ""],
    ]);
  });
});

describe("other forms", () => {
  it("reads a bare array", () => {
    expect(
      read([{ role: "user", content: [{ type: "text", text: "x", cache_control: marker }] }]),
    ).toMatchObject({
      bare: true,
      model: null,
      messages: [{ pointer: "/0", parts: [{ pointer: "/0/content/0" }] }],
      markers: [{ pointer: "/0/content/0/cache_control", owner: "/0/content/0" }],
    });
  });
  it("reads parts without a type", () => {
    expect(
      read([{ role: "user", content: [{ text: "x" }, { image: "u" }] }]).messages[0]?.parts.map(
        (p) => p.kind,
      ),
    ).toEqual(["text", "image"]);
  });
  it("reads both spellings of a marker, and none where it is null", () => {
    const parts = [
      { text: "x", prompt_cache_breakpoint: { mode: "explicit" } },
      { text: "y", cache_control: null },
    ];
    expect(read([{ role: "user", content: parts }]).markers.map((m) => m.key)).toEqual([
      "prompt_cache_breakpoint",
    ]);
  });
  it("allows comments, trailing commas and a byte order mark", () => {
    const { prompt, errors } = parsePrompt('\ufeff// a\n[{"role": "user", /* b */ "content": "x",},]');
    expect(errors).toEqual([]);
    expect(prompt?.messages[0]?.parts[0]?.text).toBe("x");
  });
  it("takes the last of two equal names, in the place of the first", () => {
    const { prompt } = parsePrompt(
      '{"messages": [{"role": "user", "content": "a", "content": "b"}], "tools": [{"name": "x", "k": 1, "name": "y", "__proto__": 1}]}',
    );
    expect(prompt?.messages[0]?.parts[0]?.text).toBe("b");
    expect(JSON.stringify(prompt?.tools[0]?.value)).toBe('{"name":"y","k":1,"__proto__":1}');
  });
  it.each([
    [{ enable_thinking: true }, true],
    [{ extra_body: { enable_thinking: false } }, false],
    [{ chat_template_kwargs: { enable_thinking: false } }, false],
    [{ extra_body: { chat_template_kwargs: { enable_thinking: true } } }, true],
    [{ reasoning_effort: "none" }, false],
    [{ reasoning_effort: "low" }, null],
    [{}, null],
  ])("thinking of %j is %j", (extra, thinking) => {
    expect(read({ ...extra, messages: [user] }).thinking).toBe(thinking);
  });
});

describe("a shape that is not quite right stays usable", () => {
  it.each([
    [[{ role: "bot", content: "x" }], "/0/role", /unknown role "bot"/],
    [[{ content: "x" }], "/0", /no role/],
    [[{ role: "user" }], "/0", /no content/],
    [[{ role: "user", content: null }], "/0/content", /no content/],
    [[{ role: "user", content: 5 }], "/0/content", /string or an array/],
    [[{ role: "user", content: [{ type: "text", text: 5 }] }], "/0/content/0", /must be a string/],
    [[{ role: "user", content: [{ type: "hologram" }] }], "/0/content/0", /unknown type "hologram"/],
    [[{ role: "user", content: ["x"] }], "/0/content/0", /bare string/],
    [[{ role: "user", content: [7] }], "/0/content/0", /object/],
    [[user, 7], "/1", /object/],
    [{ model: 7, messages: [user] }, "/model", /string/],
    [{ tools: {}, messages: [user] }, "/tools", /array/],
    [{ tools: [{}], messages: [user] }, "/tools/0", /names a tool/],
    [{ messages: [{ role: "assistant", tool_calls: [{}] }] }, "/messages/0/tool_calls/0", /function/],
  ])("%j", (body, pointer, message) => {
    const { prompt, errors } = parsePrompt(JSON.stringify(body));
    expect(prompt).not.toBeNull();
    expect(inEnglish(errors)).toMatchObject([
      { code: "request-shape", pointer, message: expect.stringMatching(message) },
    ]);
  });
});

describe("a text that holds no request", () => {
  it.each([
    ["5", /neither a request body nor/],
    ["{}", /no "messages"/],
    ['{"messages": 1}', /must be an array/],
    ['{"input": {"messages": []}}', /inside "input"/],
    ['{"messages": []}', /no message/],
    ["[]", /no message/],
    ["[1]", /must be an object/],
  ])("%s", (text, message) => {
    expect(inEnglish(parsePrompt(text))).toMatchObject({
      prompt: null,
      errors: [{ code: "request-shape", message: expect.stringMatching(message) }],
    });
  });
});

it("takes a system message inside the messages of the Anthropic dialect, as coding agents send it", () => {
  const body = {
    model: "qwen3.7-max",
    max_tokens: 100,
    system: [{ type: "text", text: "Be terse." }],
    messages: [
      { role: "user", content: "Hi" },
      { role: "system", content: "A reminder." },
    ],
  };
  const { prompt, errors } = parsePrompt(JSON.stringify(body));
  expect(errors).toEqual([]);
  expect(prompt?.dialect).toBe("anthropic");
  expect(prompt?.messages.map(({ role }) => role)).toEqual(["system", "user", "system"]);
});
