/** What the editor keeps as text, and what is imported in its place. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgePaste } from "./judge-paste";

const body = { model: "qwen3.7-max", messages: [{ role: "user", content: "Hello" }] };
const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");

const CURL = `curl https://dashscope-intl.aliyuncs.com/compatible-mode/v1/chat/completions -d '${JSON.stringify(body)}'`;

describe("is imported, wherever it is pasted", () => {
  it.each([
    ["a curl command", CURL],
    ["a curl command over several lines", CURL.replace(" -d", " \\\n  -d")],
    ["a HAR file", fixture("session.har")],
    ["a transcript", fixture("claude-code.jsonl")],
    ["requests as JSON Lines", fixture("requests.jsonl")],
    ["a program", 'client.chat.completions.create(model="m", messages=[{"role": "user", "content": "Hi"}])'],
    [
      "a stream",
      'data: {"choices":[],"usage":{"prompt_tokens":1200,"completion_tokens":5}}\n\ndata: [DONE]\n',
    ],
    ["a usage object", '{"prompt_tokens": 1200, "completion_tokens": 5, "total_tokens": 1205}'],
    [
      "a request to the native endpoint",
      JSON.stringify({ model: "qwen-max", input: { messages: body.messages } }),
    ],
  ])("%s", (_, text) => {
    expect(judgePaste(text, true)).toBe("import");
    expect(judgePaste(text, false)).toBe("import");
  });
});

describe("stays text", () => {
  it.each([
    ["a request body", JSON.stringify(body, null, 2)],
    ["a bare list of messages", JSON.stringify(body.messages)],
    ["a message", JSON.stringify(body.messages[0])],
    ["a part with a marker", '{"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}'],
    ["a tool", '{"type": "function", "function": {"name": "look_up", "parameters": {}}}'],
    ["a marker", '{"cache_control": {"type": "ephemeral"}}'],
    ["a broken body", '{"model": "qwen3.7-max", "messages": ['],
    ["a field", '"temperature": 0.2,'],
    ["prose", "You are a helpful assistant.\nBe brief."],
    ["prose about curl", "You may use curl to fetch pages.\nNever post anything."],
    ["prose about an SDK", "Call client.messages.create(...) for an answer."],
    ["an address", "https://example.com/docs"],
    ["nothing", "  "],
  ])("%s", (_, text) => {
    expect(judgePaste(text, true)).toBe("text");
    expect(judgePaste(text, false)).toBe("text");
  });
});

it("opens a link to a layout where it takes the document's place, and keeps it as a word elsewhere", () => {
  const link = "https://playground.example/#v1.abcd-_";
  expect(judgePaste(link, true)).toBe("import");
  expect(judgePaste(link, false)).toBe("text");
});

it("says what a command lacks that was pasted in the place of all", () => {
  const text = "curl https://example.com/v1/chat/completions -d @body.json";
  expect(judgePaste(text, true)).toBe("import");
  expect(judgePaste(text, false)).toBe("text");
});

it("never throws", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.boolean(), (text, isWhole) => {
      expect(["text", "import"]).toContain(judgePaste(text, isWhole));
    }),
  );
});
