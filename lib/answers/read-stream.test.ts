/** Answers of both dialects, whole and in events, cut anywhere: always the same answer. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStreamReader } from "./read-stream";

function read(chunks: readonly string[]) {
  const reader = createStreamReader();
  for (const chunk of chunks) reader.push(chunk);
  reader.end();
  return reader.answer();
}

const event = (value: object, name?: string): string =>
  `${name ? `event: ${name}\n` : ""}data: ${JSON.stringify(value)}\n\n`;
const chunk = (delta: object, finish_reason: string | null = null): string =>
  event({ object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason }], usage: null });
const part = (call: object): string => chunk({ tool_calls: [{ index: 0, ...call }] });

const usage = { prompt_tokens: 12, completion_tokens: 3 };
const call = { name: "search", arguments: '{"query": "caché"}' };
const openai =
  chunk({ role: "assistant", content: "", reasoning_content: "Let me " }) +
  chunk({ content: null, reasoning_content: "see." }) +
  ": keep-alive\n\n" +
  chunk({ content: "Grüße, 世" }) +
  chunk({ content: "界\n\ndata: no event" }) +
  part({ id: "call_1", type: "function", function: { name: "search", arguments: "" } }) +
  part({ function: { arguments: '{"query": ' } }) +
  part({ function: { arguments: '"caché"}' } }) +
  chunk({}, "tool_calls") +
  event({ choices: [], usage }) +
  "data: [DONE]\n\n";
const expected = {
  text: "Grüße, 世界\n\ndata: no event",
  reasoning: "Let me see.",
  calls: [call],
  isComplete: true,
  error: null,
};

const started = { input_tokens: 9, cache_read_input_tokens: 100, output_tokens: 0 };
const anthropic =
  event({ type: "message_start", message: { content: [], usage: started } }, "message_start") +
  event({ type: "content_block_start", index: 0, content_block: { type: "thinking", thinking: "" } }) +
  event({
    type: "content_block_delta",
    index: 0,
    delta: { type: "thinking_delta", thinking: "Let me see." },
  }) +
  event({ type: "ping" }, "ping") +
  event({ type: "content_block_start", index: 1, content_block: { type: "text", text: "" } }) +
  event({ type: "content_block_delta", index: 1, delta: { type: "text_delta", text: expected.text } }) +
  event({
    type: "content_block_start",
    index: 2,
    content_block: { type: "tool_use", name: "search", input: {} },
  }) +
  event({
    type: "content_block_delta",
    index: 2,
    delta: { type: "input_json_delta", partial_json: '{"query": ' },
  }) +
  event({
    type: "content_block_delta",
    index: 2,
    delta: { type: "input_json_delta", partial_json: '"caché"}' },
  }) +
  event({ type: "message_delta", delta: { stop_reason: "tool_use" }, usage: { output_tokens: 7 } }) +
  event({ type: "message_stop" }, "message_stop");

const DIALECTS = [
  ["OpenAI", openai, { ...expected, usage, finish: "tool_calls" }],
  ["Anthropic", anthropic, { ...expected, usage: { ...started, output_tokens: 7 }, finish: "tool_use" }],
] as const;

describe.each(DIALECTS)("%s", (_name, stream, answer) => {
  it.each([
    ["line feeds", stream],
    ["carriage returns and line feeds", stream.replaceAll("\n", "\r\n")],
    ["carriage returns", stream.replaceAll("\n", "\r")],
    ["a byte order mark", `\ufeff${stream}`],
  ])("reads the same wherever it is cut: %s", (_form, text) => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: text.length }), { maxLength: 30 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
        expect(read(pieces)).toEqual(answer);
      }),
    );
  });

  it("reads a last event without its empty line", () => {
    expect(read([stream.trimEnd()])).toEqual(answer);
    expect(read([`${stream.trimEnd()}\r`])).toEqual(answer);
  });

  it("is not complete where it broke off", () => {
    const half = read([stream.slice(0, stream.length * 0.6)]);
    expect(half).toMatchObject({ isComplete: false, reasoning: "Let me see." });
  });
});

describe("a body in one piece", () => {
  it("is read in the OpenAI shape", () => {
    const message = { content: "Hello", reasoning_content: "Hm", tool_calls: [{ function: call }] };
    const body = JSON.stringify({ choices: [{ message, finish_reason: "stop" }], usage });
    expect(read([body.slice(0, 9), body.slice(9)])).toMatchObject({
      text: "Hello",
      reasoning: "Hm",
      calls: [call],
      usage,
      finish: "stop",
      isComplete: true,
    });
  });

  it("is read in the Anthropic shape", () => {
    const content = [
      { type: "text", text: "Hello" },
      { type: "tool_use", name: "search", input: { query: "x" } },
    ];
    const body = JSON.stringify({ type: "message", content, stop_reason: "tool_use", usage: started });
    expect(read([body])).toMatchObject({
      text: "Hello",
      calls: [{ name: "search", arguments: '{"query":"x"}' }],
      usage: started,
      isComplete: true,
    });
  });

  it.each(["<html>Bad gateway</html>", "{", ""])("that says nothing is not complete: %j", (body) => {
    expect(read([body])).toMatchObject({ isComplete: false, text: "", usage: null });
  });
});

it("keeps an error that comes within the stream", () => {
  const error = { error: { code: "data_inspection_failed", message: "No." } };
  const answer = read([chunk({ content: "Well" }) + event(error)]);
  expect(answer).toMatchObject({ text: "Well", error: JSON.stringify(error), isComplete: false });
});

it("never throws, whatever comes", () => {
  fc.assert(fc.property(fc.array(fc.string()), (chunks) => typeof read(chunks).text === "string"));
});
