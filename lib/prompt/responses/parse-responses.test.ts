/** Bodies of the Responses API as they stand: what each item becomes, and where it is. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../../words/plain-words";
import { detectDialect } from "../dialect";
import { nodeAt } from "../json-node";
import { parseJson } from "../json-tree";
import { parsePrompt } from "../parse";
import type { Prompt } from "../prompt";
import { isResponsesBody } from "../services/from-responses";

function read(body: unknown): Prompt {
  const { prompt, errors } = parsePrompt(JSON.stringify(body, null, 2));
  expect(errors.map(({ message }) => ENGLISH.say(message))).toEqual([]);
  if (!prompt) throw new Error("no prompt");
  return prompt;
}

const outline = ({ messages }: Prompt) =>
  messages.map(({ pointer, role, form, parts, calls, reasoning, items }) => ({
    pointer,
    role,
    form,
    texts: parts.map(({ text, pointer: at }) => `${at} ${text}`),
    calls: calls.map(({ name }) => name),
    reasoning,
    items: items ?? 1,
  }));

const plain = { form: "string", calls: [], reasoning: null, items: 1 };

describe("a body of Responses", () => {
  it("reads instructions and one text", () => {
    const prompt = read({ model: "qwen3.7-max", instructions: "You keep a shop.", input: "Where is it?" });
    expect(prompt.dialect).toBe("responses");
    expect(prompt.model).toBe("qwen3.7-max");
    expect(outline(prompt)).toEqual([
      { ...plain, pointer: "/instructions", role: "system", texts: ["/instructions You keep a shop."] },
      { ...plain, pointer: "/input", role: "user", texts: ["/input Where is it?"] },
    ]);
  });

  it("puts the thought, the words and the calls of one answer together, and results after them", () => {
    const prompt = read({
      model: "qwen3.7-max",
      input: [
        { role: "developer", content: "Be brief." },
        { type: "message", role: "user", content: [{ type: "input_text", text: "Two orders?" }] },
        { type: "reasoning", id: "rs_1", summary: [{ type: "summary_text", text: "Look up both." }] },
        { type: "message", role: "assistant", content: [{ type: "output_text", text: "I look." }] },
        { type: "function_call", call_id: "a", name: "get_order", arguments: '{"id":"1"}' },
        { type: "function_call", call_id: "b", name: "get_order", arguments: '{"id":"2"}' },
        { type: "function_call_output", call_id: "a", output: "late" },
        {
          type: "function_call_output",
          call_id: "b",
          output: [{ type: "input_text", text: "sent" }],
        },
        { type: "reasoning", summary: [], content: [{ type: "reasoning_text", text: "Say it." }] },
        { role: "assistant", content: "One is late." },
        { role: "assistant", content: "One is sent." },
      ],
    });
    expect(outline(prompt)).toEqual([
      { ...plain, pointer: "/input/0", role: "system", texts: ["/input/0/content Be brief."] },
      {
        ...plain,
        pointer: "/input/1",
        role: "user",
        form: "array",
        texts: ["/input/1/content/0 Two orders?"],
      },
      {
        pointer: "/input/2",
        role: "assistant",
        form: "array",
        texts: ["/input/3/content/0 I look."],
        calls: ["get_order", "get_order"],
        reasoning: "Look up both.",
        items: 4,
      },
      { ...plain, pointer: "/input/6", role: "tool", texts: ["/input/6/output late"] },
      { ...plain, pointer: "/input/7", role: "tool", form: "array", texts: ["/input/7/output/0 sent"] },
      {
        ...plain,
        pointer: "/input/8",
        role: "assistant",
        texts: ["/input/9/content One is late."],
        reasoning: "Say it.",
        items: 2,
      },
      { ...plain, pointer: "/input/10", role: "assistant", texts: ["/input/10/content One is sent."] },
    ]);
  });

  it("names what lies at the service, hidden thoughts and the service's own tools and items", () => {
    const prompt = read({
      model: "qwen3.7-max",
      previous_response_id: "resp_1",
      store: true,
      tools: [
        { type: "function", name: "get_order", parameters: { type: "object" } },
        { type: "web_search" },
      ],
      input: [
        { type: "reasoning", summary: [], encrypted_content: "abc" },
        { type: "web_search_call", id: "ws_1", status: "completed" },
        { role: "assistant", content: "Found." },
        { type: "item_reference", id: "msg_1" },
        { role: "user", content: "And?" },
      ],
    });
    const say = (uncounted: { what: unknown } | undefined) =>
      uncounted && ENGLISH.say(uncounted.what as string);
    expect(say(prompt.uncounted)).toBe(
      "the history before it, which the service keeps (previous_response_id)",
    );
    expect(prompt.tools.map((tool) => [tool.name, say(tool.uncounted)])).toEqual([
      ["get_order", undefined],
      ["web_search", "a tool that the service runs itself"],
    ]);
    const [answer] = prompt.messages;
    expect(say(answer?.uncounted)).toBe("hidden thinking");
    expect(answer?.parts.map((part) => [part.pointer, part.kind, say(part.uncounted)])).toEqual([
      ["/input/1", "unknown", "an item of type web_search_call"],
      ["/input/3", "unknown", "an item that is kept at the service"],
      ["/input/2/content", "text", undefined],
    ]);
    expect(answer?.items).toBe(4);
  });

  it.each([
    [{ reasoning: { effort: "none" } }, false],
    [{ reasoning: { effort: "low" } }, null],
    [{ enable_thinking: true }, true],
  ])("reads whether it thinks from %j", (fields, thinking) => {
    expect(read({ model: "m", input: "Hi", ...fields }).thinking).toBe(thinking);
  });

  it.each([
    [{ model: "m", instructions: 3, input: "Hi" }, "/instructions", /must be a string/],
    [{ model: "m", instructions: "S", input: [{ role: "user" }] }, "/input/0", /has no content/],
    [
      { model: "m", input: [{ role: "bot", content: "Hi" }] },
      "/input/0/role",
      /write system, developer, user/,
    ],
    [{ model: "m", store: true, input: [] }, "/input", /has no messages/],
    [{ model: "m", input: [{ type: "function_call", call_id: "a" }] }, "/input/0", /must name a function/],
    [{ model: "m", input: [{ type: "function_call_output", call_id: "a" }] }, "/input/0", /has no output/],
    [{ model: "m", input: "Hi", tools: [{ type: "function" }] }, "/tools/0", /must be an object that names/],
  ])("says what is wrong with %j", (body, pointer, sentence) => {
    const { errors } = parsePrompt(JSON.stringify(body));
    expect(errors.map((error) => error.pointer)).toEqual([pointer]);
    expect(ENGLISH.say(errors[0]?.message ?? "")).toMatch(sentence);
  });
});

const EMBEDDING = { model: "text-embedding-v4", input: "a text" };

it.each<[string, object, boolean]>([
  ["the shortest one", { model: "qwen3.7-max", input: "Hi" }, true],
  ["one that goes on", { model: "m", input: "Hi", previous_response_id: "resp_1" }, true],
  ["a list of messages", { model: "m", input: [{ role: "user", content: "Hi" }] }, true],
  ["chats", { model: "m", messages: [{ role: "user", content: "Hi" }], store: true }, false],
  ["a chat with an input", { model: "m", input: "x", messages: [{ role: "user", content: "Hi" }] }, false],
  ["embeddings of one text", EMBEDDING, false],
  ["embeddings with fields", { model: "m", input: "a", encoding_format: "float" }, false],
  ["embeddings of several", { model: "m", input: ["a", "b"] }, false],
  ["speech", { model: "m", input: "Say it", voice: "Cherry", instructions: "Softly" }, false],
  ["a native body", { model: "m", input: { messages: [{ role: "user", content: "Hi" }] } }, false],
  ["a trace", { model: "m", input: [{ role: "user", content: "Hi" }], output: "Ho" }, false],
  [
    "a trace without its answer",
    { model: "m", input: [{ role: "user", content: "Hi" }], output: null, startTime: "2026-11-29T10:00:00Z" },
    false,
  ],
  ["a field nobody knows", { model: "m", input: "Hi", task: "retrieve" }, false],
])("recognises %s", (_, body, expected) => {
  const { root } = parseJson(JSON.stringify(body));
  if (!root) throw new Error("no JSON");
  expect(detectDialect(root) === "responses").toBe(expected);
  expect(isResponsesBody(body)).toBe(expected);
});

const words = fc.string({ maxLength: 6 });
const anyItem = fc.oneof(
  fc.record({
    role: fc.constantFrom("user", "assistant", "system", "developer", "x"),
    content: fc.oneof(words, fc.jsonValue()),
  }),
  fc.record({
    type: fc.constant("reasoning"),
    summary: fc.oneof(fc.jsonValue(), fc.array(fc.record({ text: words }))),
  }),
  fc.record({ type: fc.constant("function_call"), name: words, arguments: fc.jsonValue() }),
  fc.record({
    type: fc.constant("function_call_output"),
    call_id: words,
    output: fc.oneof(words, fc.jsonValue()),
  }),
  fc.record({
    type: fc.constantFrom("web_search_call", "mcp_call", "computer_call_output", "item_reference"),
  }),
);

it("finds every item once, in order, whatever they are", () => {
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 1, maxLength: 8 }), (input) => {
      const text = JSON.stringify({ model: "m", store: true, input }, null, 1);
      const { prompt } = parsePrompt(text);
      const { root } = parseJson(text);
      let next = 0;
      for (const { pointer, items = 1, range, parts } of prompt?.messages ?? []) {
        expect(pointer).toBe(`/input/${next}`);
        const first = nodeAt(root, pointer);
        const last = nodeAt(root, `/input/${next + items - 1}`);
        expect(range).toEqual({ start: first?.start, end: last?.end });
        for (const part of parts) {
          const node = nodeAt(root, part.pointer);
          expect(part.range).toEqual({ start: node?.start, end: node?.end });
        }
        next += items;
      }
      expect(next).toBe(input.length);
    }),
  );
});
