/** Requests rendered with the chat template have the counts of the worked examples, segment by segment. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import { ENGLISH } from "../words/plain-words";
import { loadTestCounters } from "./fixtures/load-counters";
import { measurePrompt } from "./measure";

interface TemplateExample {
  readonly name: string;
  readonly model: string;
  readonly request: unknown;
  readonly segments: readonly { readonly role: string; readonly tokens: number; readonly prefix: number }[];
  readonly tools?: number;
  readonly tail: number;
  readonly total: number;
}
// Read, not imported: the file holds lone surrogates, which bundlers refuse.
const fixture = JSON.parse(readFileSync("lib/tokens/fixtures/tokens.json", "utf8")) as {
  readonly templates: readonly TemplateExample[];
};

const counterFor = loadTestCounters();

function read(request: unknown): Prompt {
  const { prompt } = parsePrompt(JSON.stringify(request));
  if (!prompt) throw new Error("The example is no request.");
  return prompt;
}

const measure = (model: string, request: unknown) =>
  measurePrompt(read(request), findModel(model), counterFor);

describe("worked examples of the chat template", () => {
  it.each(fixture.templates.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const measured = measure(one.model, one.request);
    expect(measured.segments.map(({ role, tokens, prefix }) => ({ role, tokens, prefix }))).toEqual(
      one.segments,
    );
    expect(measured.tail).toBe(one.tail);
    expect(measured.total).toBe(one.total);
    expect(measured.tools).toBe(one.tools ?? 0);
  });
});

const user = (content: unknown) => ({ role: "user", content });

it("renders chunks that concatenate to the request, and cuts that end where the parts end", () => {
  const measured = measure("qwen3-max", {
    messages: [
      user([
        { type: "text", text: "Hel" },
        { type: "text", text: "lo" },
      ]),
    ],
  });
  expect(measured.segments[0]?.chunk).toBe("<|im_start|>user\nHello<|im_end|>");
  expect(measured.segments[0]?.cuts.map(({ end }) => end)).toEqual(["<|im_start|>user\nHel".length, 32]);
  expect(measured.tailText).toBe("\n<|im_start|>assistant\n");
});

it("merges all system messages into the first segment on models with breakpoints at messages", () => {
  const messages = [{ role: "system", content: "A" }, user("Q"), { role: "system", content: "B" }];
  const [head, second] = measure("qwen3.7-max", { messages }).segments;
  expect(head?.members).toEqual(["/messages/0", "/messages/2"]);
  expect(head?.chunk).toBe("<|im_start|>system\nA\n\nB<|im_end|>");
  expect(head?.blocks).toBe(1);
  expect(second?.pointer).toBe("/messages/1");
  expect(measure("qwen3-max", { messages }).segments).toHaveLength(3);
});

it("puts tools before the system text from Qwen3.5 on and after it before", () => {
  const request = {
    tools: [{ type: "function", function: { name: "now", parameters: {} } }],
    messages: [{ role: "system", content: "Be terse." }, user("Q")],
  };
  expect(measure("qwen3.7-max", request).segments[0]?.chunk).toMatch(
    /^<\|im_start\|>system\n# Tools[\s\S]*\n\nBe terse\.<\|im_end\|>$/,
  );
  expect(measure("qwen3-max", request).segments[0]?.chunk).toMatch(
    /^<\|im_start\|>system\nBe terse\.\n\n# Tools/,
  );
});

it("counts 1,984 for the published request with two tools, whose documented count is 1,995", () => {
  const text = "<Your Code Here>".repeat(400);
  const city = (description: string) => ({ type: "string", description });
  const tools = [
    {
      type: "function",
      function: {
        name: "get_weather",
        description: "Get the current weather for a given city",
        parameters: {
          type: "object",
          properties: { city: city("City name"), unit: { type: "string", enum: ["celsius", "fahrenheit"] } },
          required: ["city"],
        },
      },
    },
    {
      type: "function",
      function: {
        name: "search_flights",
        description: "Search flights between two cities",
        parameters: {
          type: "object",
          properties: {
            origin: city("Departure city"),
            destination: city("Destination city"),
            date: city("Departure date in YYYY-MM-DD format"),
          },
          required: ["origin", "destination", "date"],
        },
      },
    },
  ];
  const measured = measure("qwen3.7-max", {
    tools,
    messages: [{ role: "system", content: text }, user("Q")],
  });
  expect(measured.segments[0]?.prefix).toBe(1984);
  expect(measured.exact).toBe(false);
});

it("writes calls as XML from Qwen3.5 on, booleans as the release writes them", () => {
  const messages = [
    user("Q"),
    {
      role: "assistant",
      content: "",
      tool_calls: [
        { id: "1", type: "function", function: { name: "f", arguments: '{"on": true, "n": [1, 2]}' } },
      ],
    },
    { role: "tool", tool_call_id: "1", content: "ok" },
  ];
  const call = (on: string) =>
    `<tool_call>\n<function=f>\n<parameter=on>\n${on}\n</parameter>\n<parameter=n>\n[1, 2]\n</parameter>\n</function>\n</tool_call>`;
  expect(measure("qwen3.7-max", { messages }).segments[1]?.chunk).toContain(call("true"));
  expect(measure("qwen3.5-plus", { messages }).segments[1]?.chunk).toContain(call("True"));
});

it("reads both dialects of a tool conversation as the same text", () => {
  const openai = {
    messages: [
      { role: "system", content: "S" },
      user("Q"),
      {
        role: "assistant",
        content: "Let me look.",
        tool_calls: [{ id: "1", type: "function", function: { name: "f", arguments: '{"a": "b"}' } }],
      },
      { role: "tool", tool_call_id: "1", content: "R1" },
      { role: "tool", tool_call_id: "2", content: "R2" },
    ],
  };
  const anthropic = {
    max_tokens: 10,
    system: "S",
    messages: [
      user("Q"),
      {
        role: "assistant",
        content: [
          { type: "text", text: "Let me look." },
          { type: "tool_use", id: "1", name: "f", input: { a: "b" } },
        ],
      },
      user([
        { type: "tool_result", tool_use_id: "1", content: "R1" },
        { type: "tool_result", tool_use_id: "2", content: [{ type: "text", text: "R2" }] },
      ]),
    ],
  };
  const text = (request: unknown) =>
    measure("qwen3.7-max", request)
      .segments.map(({ chunk }) => chunk)
      .join("");
  expect(text(anthropic)).toBe(text(openai));
});

it("keeps or drops the thinking of past turns as the release does, or as it is told", () => {
  const messages = [user("1"), { role: "assistant", content: "A", reasoning_content: "why" }, user("2")];
  const past = (model: string, more = {}) => measure(model, { messages, ...more }).segments[1]?.chunk;
  expect(past("qwen3.7-max")).not.toContain("why");
  expect(past("qwen3.8-max")).toContain("why");
  expect(past("qwen3.7-max", { preserve_thinking: true })).toContain("why");
});

it("never calls a count with an image exact, and tells two images apart", () => {
  const image = (url: string) =>
    user([
      { type: "image_url", image_url: { url } },
      { type: "text", text: "What is it?" },
    ]);
  const one = measure("qwen3-vl-plus", { messages: [image("https://example.com/a.png")] });
  const two = measure("qwen3-vl-plus", { messages: [image("https://example.com/b.png")] });
  expect(one.exact).toBe(false);
  expect(ENGLISH.say(one.estimateReason ?? "")).toMatch(/size of the image/);
  expect(one.total).toBeGreaterThan(1000);
  expect(one.segments[0]?.cuts.at(-1)?.media).not.toBe(two.segments[0]?.cuts.at(-1)?.media);
});
