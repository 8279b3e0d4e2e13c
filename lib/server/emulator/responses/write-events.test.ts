/** What is written as events is read back as what it was: thoughts, several calls, words. */
import { expect, it } from "vitest";
import { createStreamReader } from "../../../answers/read-stream";
import { writeResponseEvents } from "./write-events";
import { listItems } from "./write-items";
import { closeResponse, type ResponseFacts } from "./write-response";

const call = (name: string, pieces: readonly string[]) => ({ name, pieces, cut: false });
const factsOf = (items: ResponseFacts["items"]): ResponseFacts => ({
  requestId: "00000000-0000-4000-8000-000000000001",
  model: "qwen3.7-max",
  at: 1,
  body: {},
  items,
  tokens: 50,
  reasoning: 20,
  figures: { prompt: 100, read: 0, written: 0, uncached: 100, explicit: false, life: 0 },
});

function read(text: string) {
  const reader = createStreamReader();
  reader.push(text);
  reader.end();
  return reader.answer();
}

it.each([
  ["words", { pieces: ["Hel", "lo"], call: null, cut: false }],
  ["thoughts and words", { pieces: ["Hel", "lo"], call: null, cut: false, thinking: ["Hm", "."] }],
  [
    "thoughts and calls",
    {
      pieces: ['{"a"', ":1}"],
      call: { name: "one", input: { a: 1 } },
      cut: false,
      thinking: ["Hm."],
      calls: [call("one", ['{"a"', ":1}"]), call("two", ['{"input":', '"free text"}'])],
    },
  ],
])("%s", (what, reply) => {
  const facts = factsOf(listItems(reply, "00000000-0000-4000-8000-000000000001", new Set(["two"])));
  const { events, ending } = writeResponseEvents(facts);
  const streamed = read(events.join("") + ending);
  expect(streamed).toEqual(read(JSON.stringify(closeResponse(facts))));
  expect(streamed.reasoning).toBe("thinking" in reply ? reply.thinking.join("") : "");
  expect(streamed.usage).toMatchObject({ output_tokens_details: { reasoning_tokens: 20 } });
  if (what !== "thoughts and calls") expect(streamed.text).toBe("Hello");
  else {
    expect(streamed.calls.map(({ name, arguments: given }) => [name, given])).toEqual([
      ["one", '{"a":1}'],
      ["two", "free text"],
    ]);
    expect(new Set(streamed.calls.map(({ id }) => id)).size).toBe(2);
  }
});
