/** Whatever the request, a change of dialect gives an answer, and a lossless one keeps all that was said. */

import fc from "fast-check";
import { expect, it } from "vitest";
import type { JsonValue } from "../../values/json";
import { ENGLISH } from "../../words/plain-words";
import { parsePrompt } from "../parse";
import type { Dialect, Prompt } from "../prompt";
import { type ConvertedDocument, convertDialect } from "./convert-dialect";

const marker = { type: "ephemeral" };
const marked = fc.constantFrom({}, {}, { cache_control: marker });
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
const text = fc.tuple(words, marked).map(([value, mark]) => ({ type: "text", text: value, ...mark }));
const image = fc.record({
  type: fc.constant("image_url"),
  image_url: fc.constantFrom({ url: "data:image/png;base64,aGk=" }, { url: "https://example.com/a.png" }),
});
const said = fc.oneof(words, fc.array(text, { minLength: 1, maxLength: 3 }));
const asked = fc.oneof(words, fc.array(fc.oneof(text, image), { minLength: 1, maxLength: 3 }));
const answered = fc.oneof(
  words,
  text.map((part) => [part]),
);
const input = fc.dictionary(words, fc.jsonValue(), { maxKeys: 3 });

const call = fc.record({
  id: words,
  type: fc.constant("function"),
  function: fc.record({ name: words, arguments: input.map((value) => JSON.stringify(value)) }),
});
const question = asked.map((content) => [{ role: "user", content }]);
const reply = fc
  .tuple(said, fc.option(words, { nil: undefined }))
  .map(([content, reasoning]) => [
    { role: "assistant", content, ...(reasoning === undefined ? {} : { reasoning_content: reasoning }) },
  ]);
const round = fc
  .tuple(fc.array(fc.tuple(call, answered), { minLength: 1, maxLength: 3 }), fc.option(said))
  .map(([calls, content]) => [
    { role: "assistant", content, tool_calls: calls.map(([made]) => made) },
    ...calls.map(([made, answer]) => ({ role: "tool", tool_call_id: made.id, content: answer })),
  ]);
const tool = fc.tuple(words, words, input, marked).map(([name, description, parameters, mark]) => ({
  type: "function",
  function: { name, description, parameters },
  ...mark,
}));
const wellFormed = fc
  .record({
    model: fc.constant("qwen3.7-max"),
    max_tokens: fc.integer({ min: 1, max: 9000 }),
    tools: fc.array(tool, { maxLength: 3 }),
    system: said,
    rest: fc.array(fc.oneof(question, reply, round), { minLength: 1, maxLength: 6 }),
    indent: fc.constantFrom(0, 2, "\t"),
  })
  .map(({ system, rest, indent, ...body }) =>
    JSON.stringify(
      { ...body, messages: [{ role: "system", content: system }, ...rest.flat()] },
      null,
      indent,
    ),
  );

const readArguments = (given: JsonValue): JsonValue =>
  typeof given === "string" ? (JSON.parse(given) as JsonValue) : given;

/** Everything a request says, in order, whichever way it is written. */
const tell = ({ messages, tools, markers }: Prompt) => ({
  messages: messages.map(({ role, parts, calls, reasoning }) => ({
    role,
    reasoning,
    parts: parts.map((part) => [part.kind, part.text, part.media ?? "", part.marker !== null]),
    calls: calls.map(({ name, arguments: given }) => [name, readArguments(given)]),
  })),
  tools: tools.map(({ value }) => value),
  markers: markers.map(({ place, value }) => [place, value]),
});

function promptOf(text: string): Prompt {
  const { prompt } = parsePrompt(text);
  if (!prompt) throw new Error("no request");
  return prompt;
}

function textOf(result: ConvertedDocument): string {
  if (!result.ok) throw new Error(ENGLISH.say(result.reason));
  return result.text;
}

const letters = ({ messages }: Prompt): number =>
  messages.reduce(
    (sum, { parts, reasoning }) =>
      sum + (reasoning?.length ?? 0) + parts.reduce((length, part) => length + part.text.length, 0),
    0,
  );

it("there and back says what it said", () => {
  fc.assert(
    fc.property(wellFormed, (before) => {
      const there = convertDialect(before, "anthropic");
      expect(there).toMatchObject({ ok: true, losses: [] });
      const back = convertDialect(textOf(there), "openai");
      expect(back).toMatchObject({ ok: true, losses: [] });
      expect(promptOf(textOf(there)).dialect).toBe("anthropic");
      expect(tell(promptOf(textOf(back)))).toEqual(tell(promptOf(before)));
    }),
  );
});

it("keeps every letter of the texts and every marker", () => {
  fc.assert(
    fc.property(wellFormed, (before) => {
      const after = promptOf(textOf(convertDialect(before, "anthropic")));
      expect(letters(after)).toBe(letters(promptOf(before)));
      expect(after.markers).toHaveLength(promptOf(before).markers.length);
      expect(after.tools.map(({ name }) => name)).toEqual(promptOf(before).tools.map(({ name }) => name));
    }),
  );
});

const oddPart = fc.oneof(
  text,
  fc.jsonValue(),
  fc.record(
    {
      type: fc.constantFrom(
        "text",
        "image",
        "tool_use",
        "tool_result",
        "thinking",
        "document",
        "search_result",
        "file",
      ),
      source: fc.jsonValue(),
      content: fc.jsonValue(),
      input: fc.jsonValue(),
      image: fc.jsonValue(),
      cache_control: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
);
const oddMessage = fc.oneof(
  { weight: 1, arbitrary: fc.jsonValue() },
  {
    weight: 9,
    arbitrary: fc.record(
      {
        role: fc.constantFrom("system", "developer", "user", "assistant", "tool", "function", "x", 5),
        content: fc.oneof(fc.array(oddPart), fc.jsonValue()),
        tool_calls: fc.oneof(fc.array(fc.oneof(call, fc.jsonValue())), fc.jsonValue()),
        tool_call_id: fc.jsonValue(),
        reasoning_content: fc.jsonValue(),
        __proto__: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  },
);
const oddBody = fc.record(
  {
    messages: fc.array(oddMessage),
    system: fc.oneof(fc.array(oddPart), fc.jsonValue()),
    tools: fc.oneof(
      fc.array(fc.oneof(tool, fc.jsonValue(), fc.record({ function: fc.jsonValue() }))),
      fc.jsonValue(),
    ),
    tool_choice: fc.jsonValue(),
    thinking: fc.oneof(
      fc.jsonValue(),
      fc.record({ type: fc.constant("enabled"), budget_tokens: fc.jsonValue() }),
    ),
    stop: fc.jsonValue(),
    stop_sequences: fc.jsonValue(),
    output_config: fc.jsonValue(),
    max_tokens: fc.jsonValue(),
  },
  { requiredKeys: ["messages"] },
);

it("any JSON value gets a request of the dialect asked for, or a reason", () => {
  fc.assert(
    fc.property(
      fc.oneof(oddBody, fc.array(oddMessage), fc.jsonValue()),
      fc.constantFrom<Dialect>("openai", "anthropic"),
      (value, to) => {
        const result = convertDialect(JSON.stringify(value), to);
        if (result.ok) expect(promptOf(result.text).dialect).toBe(to);
        else expect(ENGLISH.say(result.reason)).toMatch(/\.$/);
      },
    ),
    { numRuns: 400 },
  );
});
