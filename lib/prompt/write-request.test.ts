/** A prompt written as a request reads back as itself, whatever its document holds. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { JsonValue } from "../values/json";
import { parsePrompt } from "./parse";
import type { Prompt } from "./prompt";
import { writeRequest } from "./write-request";

function parse(value: unknown): Prompt {
  const { prompt } = parsePrompt(typeof value === "string" ? value : JSON.stringify(value));
  if (!prompt) throw new Error("The example is no request.");
  return prompt;
}

/** Messages, tools and markers without their places; those of a bare array as if they stood in a body. */
function contentOf({ bare, messages, tools, markers, thinking, model }: Prompt): unknown {
  const read = (key: string, value: unknown): unknown => {
    if (key === "range") return 0;
    return bare && (key === "pointer" || key === "owner") ? `/messages${value}` : value;
  };
  return JSON.parse(JSON.stringify({ messages, tools, markers, thinking, model }, read));
}

const anywhere = { start: 0, end: 0 };
/** As a scenario adds messages: without places in the text. */
const withoutPlaces = (prompt: Prompt): Prompt => ({
  ...prompt,
  messages: prompt.messages.map((message) => ({
    ...message,
    range: anywhere,
    parts: message.parts.map((part) => ({ ...part, range: anywhere })),
  })),
});

const mark = fc.constantFrom(
  {},
  {},
  { cache_control: { type: "ephemeral" } },
  { prompt_cache_breakpoint: { mode: "explicit" } },
  { cache_control: null },
);
const text = fc.string({ maxLength: 12, unit: "grapheme" });
const marked = <T extends object>(value: fc.Arbitrary<T>) =>
  fc.tuple(value, mark).map(([fields, marker]): object => ({ ...fields, ...marker }));
const name = fc.constantFrom("search", "read_file");
const input = fc.dictionary(fc.constantFrom("a", "b"), fc.oneof(text, fc.integer(), fc.boolean()));
const textPart = marked(fc.record({ type: fc.constant("text"), text }));
const image = marked(
  fc.record({ type: fc.constant("image_url"), image_url: fc.record({ url: fc.webUrl() }) }),
);

const openaiMessage = fc.oneof(
  marked(fc.record({ role: fc.constantFrom("system", "user"), content: text })),
  marked(
    fc.record({
      role: fc.constantFrom("system", "user", "assistant", "tool"),
      content: fc.array(fc.oneof(textPart, image), { minLength: 1, maxLength: 3 }),
    }),
  ),
  marked(
    fc.record({
      role: fc.constant("assistant"),
      content: fc.constantFrom(null, "", "Let me see."),
      reasoning_content: text,
      tool_calls: fc.array(
        fc.record({
          id: text,
          type: fc.constant("function"),
          function: fc.record({ name, arguments: input.map((value) => JSON.stringify(value)) }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  ),
);
const openai = fc.oneof(
  marked(
    fc.record({
      model: fc.constant("qwen3.7-max"),
      enable_thinking: fc.boolean(),
      tools: fc.array(marked(fc.record({ type: fc.constant("function"), function: fc.record({ name }) })), {
        maxLength: 2,
      }),
      messages: fc.array(openaiMessage, { minLength: 1, maxLength: 5 }),
      temperature: fc.constant(0.2),
    }),
  ),
  fc.array(openaiMessage, { minLength: 1, maxLength: 4 }),
);

const block = fc.oneof(
  textPart,
  marked(fc.record({ type: fc.constant("thinking"), thinking: text })),
  marked(fc.record({ type: fc.constant("tool_use"), id: text, name, input })),
  marked(fc.record({ type: fc.constant("tool_result"), tool_use_id: text, content: text })),
);
const anthropic = marked(
  fc.record({
    model: fc.constant("qwen3.7-max"),
    max_tokens: fc.constant(64),
    system: fc.oneof(text, fc.array(textPart, { minLength: 1, maxLength: 3 })),
    tools: fc.array(marked(fc.record({ name, input_schema: fc.constant({ type: "object" }) })), {
      minLength: 1,
      maxLength: 2,
    }),
    messages: fc.array(
      fc.record({
        role: fc.constantFrom("user", "assistant"),
        content: fc.oneof(text, fc.array(block, { minLength: 1, maxLength: 3 })),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

it("reads back as the same messages, tools and markers", () => {
  fc.assert(
    fc.property(fc.oneof(openai, anthropic), (document) => {
      const source = { text: JSON.stringify(document, null, 1), model: null };
      const prompt = parse(source.text);
      expect(contentOf(parse(writeRequest(prompt, source)))).toEqual(contentOf(prompt));
      const added = withoutPlaces(prompt);
      expect(contentOf(parse(writeRequest(added, source)))).toEqual(contentOf(prompt));
    }),
    { numRuns: 300 },
  );
});

it("keeps the document's own body, comments left out", () => {
  const document = {
    model: "qwen3.7-max",
    temperature: 0.3,
    messages: [
      {
        role: "user",
        name: "a",
        content: [
          { type: "odd", field: 1 },
          { type: "text", text: "Hi" },
        ],
      },
      {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "x", type: "function", function: { name: "f", arguments: "{}" } }],
      },
      { role: "tool", tool_call_id: "x", content: "done" },
    ],
  };
  const text = `// a note\n${JSON.stringify(document, null, 2)}`;
  expect(writeRequest(parse(text), { text, model: null })).toEqual(document);
});

it("gives the results that are added the ids of their calls", () => {
  const calls = [
    { type: "function", function: { name: "f", arguments: "{}" } },
    { type: "function", function: { name: "g", arguments: "{}" } },
  ];
  const text = JSON.stringify({
    messages: [
      { role: "user", content: "Go" },
      { role: "assistant", content: null, tool_calls: calls },
      { role: "tool", content: "one" },
      { role: "tool", content: "two" },
    ],
  });
  const { messages } = writeRequest(withoutPlaces(parse(text)), { text, model: "m" }) as Record<
    string,
    JsonValue[]
  >;
  const ids = ["call_1_0", "call_1_1"];
  expect(messages?.[1]).toMatchObject({ tool_calls: ids.map((id) => ({ id })) });
  expect(messages?.slice(2)).toMatchObject(ids.map((id) => ({ tool_call_id: id })));
});

it("writes the model, and takes away the choice among tools that are gone", () => {
  const text = JSON.stringify({
    model: "a",
    tools: [{ type: "function", function: { name: "f" } }],
    tool_choice: "auto",
    messages: [{ role: "user", content: "Go" }],
  });
  const prompt = { ...parse(text), tools: [], model: "b" };
  expect(writeRequest(prompt, { text, model: null })).toEqual({
    model: "b",
    messages: [{ role: "user", content: "Go" }],
  });
});
