/** Answers of DashScope's own protocol, whole, in pieces and repeated: always the same answer. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createStreamReader } from "./read-stream";

const usage = { input_tokens: 9, output_tokens: 4, total_tokens: 13 };
const event = (output: object, more: object = { usage }): string =>
  `id:1\nevent:result\n:HTTP_STATUS/200\ndata:${JSON.stringify({ output, ...more, request_id: "r" })}\n\n`;
const choice = (message: object, finish_reason = "null"): object => ({
  choices: [{ message, finish_reason }],
});

function read(text: string) {
  const reader = createStreamReader();
  reader.push(text);
  reader.end();
  return reader.answer();
}

const expected = {
  text: "Grüße, 世界",
  reasoning: "",
  calls: [],
  usage,
  finish: "stop",
  isComplete: true,
  error: null,
};

it.each<[string, string]>([
  ["a text", JSON.stringify({ output: { text: expected.text, finish_reason: "stop" }, usage })],
  ["a message", JSON.stringify({ output: choice({ content: expected.text }, "stop"), usage })],
  [
    "parts",
    JSON.stringify({ output: choice({ content: [{ text: "Grüße, " }, { text: "世界" }] }, "stop"), usage }),
  ],
  [
    "what is new",
    event(choice({ content: "Grüße" })) +
      event(choice({ content: ", 世界" })) +
      event(choice({ content: "" }, "stop")),
  ],
  [
    "all so far",
    event(choice({ content: "Grüße" })) +
      event(choice({ content: "Grüße, 世" })) +
      event(choice({ content: expected.text }, "stop")),
  ],
  [
    "texts so far",
    event({ text: "Grüße", finish_reason: "null" }) + event({ text: expected.text, finish_reason: "stop" }),
  ],
  [
    "parts that are new",
    event(choice({ content: [{ text: "Grüße, " }] })) +
      event(choice({ content: [{ text: "世界" }] })) +
      event(choice({ content: [] }, "stop")),
  ],
])("%s", (_name, text) => {
  expect(read(text)).toEqual(expected);
});

it("reads thoughts and calls", () => {
  const call = (name: string, written: string) => ({
    tool_calls: [{ index: 0, type: "function", function: { name, arguments: written } }],
  });
  const text =
    event(choice({ content: "", reasoning_content: "Let me " })) +
    event(choice({ content: "", reasoning_content: "see." })) +
    event(choice({ content: "", reasoning_content: "", ...call("search", "") })) +
    event(choice({ content: "", reasoning_content: "", ...call("", '{"q":') })) +
    event(choice({ content: "", reasoning_content: "", ...call("", "1}") })) +
    event(choice({ content: "", reasoning_content: "" }, "tool_calls"));
  expect(read(text)).toMatchObject({
    text: "",
    reasoning: "Let me see.",
    calls: [{ name: "search", arguments: '{"q":1}' }],
    finish: "tool_calls",
  });
});

it("tells an error, also within a stream", () => {
  const error = { code: "Throttling.RateQuota", message: "Slow down.", request_id: "r" };
  expect(read(JSON.stringify(error))).toMatchObject({ error: JSON.stringify(error), isComplete: false });
  const midway = `${event(choice({ content: "Grü" }))}id:2\nevent:error\ndata:${JSON.stringify(error)}\n\n`;
  expect(read(midway)).toMatchObject({ text: "Grü", error: JSON.stringify(error), isComplete: false });
});

it("adds pieces or repeats them, whatever they are", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const repeated = pieces.map((_, at) => event(choice({ content: pieces.slice(0, at + 1).join("") })));
      expect(read(repeated.join("")).text).toBe(text);
      // What is new is told apart by the empty piece at the end.
      const added = pieces.map((content) => event(choice({ content })));
      expect(read(added.join("") + event(choice({ content: "" }, "stop"))).text).toBe(text);
    }),
  );
});
