/** Whatever a Responses body says, it is written and converted without a loss, and its messages move with all their items. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../../words/plain-words";
import { applyEdits } from "../apply-edits";
import { convertDialect } from "../convert/convert-dialect";
import { parseJson } from "../json-tree";
import { addMarker, type EditResult } from "../marker-edits";
import { findUnmatched } from "../match-calls";
import { addMessage, duplicateMessage, moveMessage, pointerBehind, removeMessage } from "../message-edits";
import { parsePrompt } from "../parse";
import type { Prompt } from "../prompt";
import { addResults, removeResult } from "../result-edits";
import { writeRequest } from "../write-request";
import { anyItems, anyResponses } from "./fixtures/any-responses";

function promptOf(text: string): Prompt {
  const { prompt } = parsePrompt(text);
  if (!prompt) throw new Error("no request");
  return prompt;
}

const withoutRanges = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, each) => (key === "range" ? 0 : each)));
const contentOf = ({ messages, tools, markers, thinking, model }: Prompt): unknown =>
  withoutRanges({ messages, tools, markers, thinking, model });

const nowhere = { start: 0, end: 0 };
const withoutPlaces = (prompt: Prompt): Prompt => ({
  ...prompt,
  messages: prompt.messages.map((message) => ({
    ...message,
    range: nowhere,
    parts: message.parts.map((part) => ({ ...part, range: nowhere })),
  })),
});

/** What the model is told, however it is written. */
const told = ({ messages, tools, thinking }: Prompt): unknown =>
  withoutRanges({
    thinking,
    tools: tools.map(({ name }) => name),
    messages: messages.map(({ role, parts, calls, reasoning }) => ({
      role,
      calls,
      reasoning,
      // An answer of calls alone has an empty text in a chat.
      parts: parts
        .filter(({ kind, text }) => kind !== "text" || text !== "")
        .map(({ kind, text }) => [kind, text]),
    })),
  });

function apply(text: string, result: EditResult): string {
  if (!result.ok) throw new Error(ENGLISH.say(result.reason));
  return applyEdits(text, result.edits);
}

it("reads back as it was written, from its places and without them", () => {
  fc.assert(
    fc.property(anyResponses, (body) => {
      const source = { text: JSON.stringify(body, null, 1), model: null };
      const prompt = promptOf(source.text);
      expect(writeRequest(prompt, source)).toEqual(body);
      const again = JSON.stringify(writeRequest(withoutPlaces(prompt), source));
      expect(contentOf(promptOf(again))).toEqual(contentOf(prompt));
    }),
  );
});

it("says the same as a chat, and there and back as a body", () => {
  fc.assert(
    fc.property(anyResponses, (body) => {
      const text = JSON.stringify(body, null, 2);
      const chat = convertDialect(text, "openai");
      expect(chat).toMatchObject({ ok: true, losses: [] });
      if (!chat.ok) return;
      expect(told(promptOf(chat.text))).toEqual(told(promptOf(text)));
      const back = convertDialect(chat.text, "responses");
      expect(back).toMatchObject({ ok: true, losses: [] });
      if (back.ok) expect(told(promptOf(back.text))).toEqual(told(promptOf(text)));
    }),
  );
});

it("becomes a request of the Anthropic dialect and comes back from it", () => {
  const body = {
    model: "qwen3.7-max",
    instructions: "You keep a shop.",
    max_output_tokens: 64,
    input: [
      { role: "user", content: "Where is order 1?" },
      { type: "reasoning", summary: [{ type: "summary_text", text: "Look it up." }] },
      { type: "function_call", call_id: "a", name: "get_order", arguments: '{"id":"1"}' },
      { type: "function_call_output", call_id: "a", output: "late" },
    ],
    tools: [{ type: "function", name: "get_order", parameters: { type: "object" } }],
  };
  const there = convertDialect(JSON.stringify(body), "anthropic");
  if (!there.ok) throw new Error(ENGLISH.say(there.reason));
  expect(JSON.parse(there.text)).toMatchObject({ system: "You keep a shop.", max_tokens: 64 });
  const back = convertDialect(there.text, "responses");
  if (!back.ok) throw new Error(ENGLISH.say(back.reason));
  expect(JSON.parse(back.text)).toMatchObject({ instructions: "You keep a shop.", max_output_tokens: 64 });
  expect(told(promptOf(back.text))).toMatchObject({ messages: [{}, {}, { reasoning: "Look it up." }, {}] });
});

it("says what a chat loses: markers, and answers that become one", () => {
  const marked = { type: "text", text: "S", cache_control: { type: "ephemeral" } };
  const converted = convertDialect(
    JSON.stringify({
      model: "m",
      stop: ["x"],
      messages: [
        { role: "system", content: [marked] },
        { role: "user", content: "Hi" },
        { role: "assistant", content: "Wait." },
        {
          role: "assistant",
          content: null,
          tool_calls: [{ id: "a", type: "function", function: { name: "f", arguments: "{}" } }],
        },
      ],
    }),
    "responses",
  );
  if (!converted.ok) throw new Error(ENGLISH.say(converted.reason));
  expect(converted.losses.map(({ pointer, message }) => [pointer, ENGLISH.say(message)])).toEqual([
    ["", "In Responses the service places its breakpoints itself; the marker is left out."],
    ["/stop", "stop has no equivalent; it is left out."],
    ["/messages/3", "This message goes on with the answer before it; in Responses the two become one."],
  ]);
  expect(JSON.parse(converted.text)).toMatchObject({ instructions: "S", input: [{ role: "user" }, {}, {}] });
});

describe("its messages", () => {
  it("are removed, copied and moved with all their items", () => {
    fc.assert(
      fc.property(anyItems, fc.nat(), fc.nat(), (input, at, to) => {
        const text = JSON.stringify({ model: "m", input }, null, 2);
        const { messages } = promptOf(text);
        const one = messages[at % messages.length];
        const other = messages[to % messages.length];
        if (!one || !other) return;
        const slice = (message: typeof one): unknown[] => {
          const first = Number(message.pointer.slice("/input/".length));
          return input.slice(first, first + (message.items ?? 1));
        };
        const itemsIn = (after: string): unknown[] => JSON.parse(after).input;
        const spread = (list: readonly (typeof one)[]): unknown[] => list.flatMap(slice);
        const copied = itemsIn(apply(text, duplicateMessage(text, one.pointer)));
        expect(copied).toEqual(spread(messages.flatMap((each) => (each === one ? [each, each] : [each]))));
        const rest = messages.filter((each) => each !== one);
        const removed = removeMessage(text, one.pointer);
        expect(removed.ok).toBe(rest.length > 0);
        if (removed.ok) expect(itemsIn(apply(text, removed))).toEqual(spread(rest));
        const order = [...rest];
        order.splice(messages.indexOf(other), 0, one);
        const target = Number(other.pointer.slice("/input/".length));
        expect(itemsIn(apply(text, moveMessage(text, one.pointer, target)))).toEqual(spread(order));
      }),
    );
  });

  it.each([
    [
      { model: "m", input: "Hi" },
      "/input",
      "/input/1",
      [
        { role: "user", content: "Hi" },
        { role: "assistant", content: "" },
      ],
    ],
    [
      { model: "m", instructions: "S", input: "Hi" },
      "/instructions",
      "/input/0",
      [
        { role: "assistant", content: "" },
        { role: "user", content: "Hi" },
      ],
    ],
    [
      {
        model: "m",
        input: [
          { type: "reasoning", summary: [{ type: "summary_text", text: "T" }] },
          { role: "assistant", content: "A" },
        ],
      },
      "/input/0",
      "/input/2",
      [{}, { content: "A" }, { role: "assistant", content: "" }],
    ],
  ])("are added to %j behind %s", (body, after, pointer, input) => {
    const text = JSON.stringify(body);
    expect(pointerBehind(text, after)).toBe(pointer);
    const added = apply(text, addMessage(text, after, "assistant"));
    expect(JSON.parse(added).input).toMatchObject(input);
  });

  it("tells why one text is neither copied nor removed", () => {
    const text = '{"model":"m","input":"Hi"}';
    const say = (result: EditResult) => (result.ok ? "" : ENGLISH.say(result.reason));
    expect(say(duplicateMessage(text, "/input"))).toMatch(/input is one text here/);
    expect(say(removeMessage(text, "/input"))).toMatch(/only message/);
    expect(say(moveMessage(text, "/instructions", 0))).toMatch(/input is one text here/);
  });
});

it("says why no marker is placed", () => {
  for (const target of ["/instructions", "/input/0"]) {
    const text = '{"model":"m","instructions":"S","input":[{"role":"user","content":"Hi"}]}';
    const result = addMarker(text, target);
    expect(result.ok ? "" : ENGLISH.say(result.reason)).toMatch(/the service places its breakpoints itself/);
  }
});

describe("calls and results", () => {
  const call = (id: string) => ({ type: "function_call", call_id: id, name: "f", arguments: "{}" });
  const output = (id: string) => ({ type: "function_call_output", call_id: id, output: "x" });
  const user = { role: "user", content: "Hi" };
  const find = (input: unknown[], more = {}) =>
    findUnmatched(parseJson(JSON.stringify({ model: "m", input, ...more })).root, "responses");

  it.each([
    [[user, call("a"), call("b"), output("b"), output("a"), user], []],
    [[user, call("a"), call("b"), output("a"), user], [["unanswered", "/input/1", false]]],
    [[user, call("a")], [["unanswered", "/input/1", true]]],
    [[user, output("a")], [["uncalled", "/input/1", false]]],
  ])("of %j", (input, expected) => {
    expect(find(input).map(({ kind, pointer, open }) => [kind, pointer, open])).toEqual(expected);
  });

  it("may lie at the service", () => {
    expect(find([output("a"), user], { previous_response_id: "resp_1" })).toEqual([]);
  });

  it("are mended", () => {
    const text = JSON.stringify({ model: "m", input: [user, call("a"), user, output("z")] });
    const [open, orphan] = findUnmatched(parseJson(text).root, "responses");
    if (!open || !orphan) throw new Error("nothing found");
    const added = JSON.parse(apply(text, addResults(text, "responses", open)));
    expect(added.input[2]).toEqual({ type: "function_call_output", call_id: "a", output: "" });
    const removed = JSON.parse(apply(text, removeResult(text, "responses", orphan.pointer)));
    expect(removed.input).toEqual([user, call("a"), user]);
  });
});
