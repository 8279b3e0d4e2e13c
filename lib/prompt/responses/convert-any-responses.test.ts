/** Whatever a body says, its change to Responses and back gives an answer: a request of that dialect, or a reason. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { ENGLISH } from "../../words/plain-words";
import { convertDialect } from "../convert/convert-dialect";
import { parsePrompt } from "../parse";
import type { Dialect } from "../prompt";
import { writeRequest } from "../write-request";

const words = fc.string({ maxLength: 6 });
const odd = fc.oneof(words, fc.jsonValue());
const part = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      type: fc.constantFrom("input_text", "output_text", "input_image", "input_file", "text", "refusal", "x"),
      text: odd,
      image_url: odd,
      cache_control: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
);
const content = fc.oneof(words, fc.array(part, { maxLength: 3 }), fc.jsonValue());
const item = fc.oneof(
  fc.record(
    {
      role: fc.constantFrom("user", "assistant", "system", "developer", "tool", "x"),
      content,
      tool_calls: fc.jsonValue(),
    },
    { requiredKeys: ["role"] },
  ),
  fc.record(
    {
      type: fc.constantFrom(
        "reasoning",
        "function_call",
        "function_call_output",
        "web_search_call",
        "item_reference",
      ),
      summary: fc.oneof(fc.array(part), fc.jsonValue()),
      content: odd,
      encrypted_content: odd,
      call_id: odd,
      name: odd,
      arguments: odd,
      output: content,
    },
    { requiredKeys: ["type"] },
  ),
);
const responses = fc.record(
  {
    model: odd,
    instructions: odd,
    input: fc.oneof(words, fc.array(item, { minLength: 1, maxLength: 5 })),
    tools: fc.oneof(
      fc.array(fc.oneof(fc.jsonValue(), fc.record({ type: fc.constantFrom("function", "mcp"), name: odd }))),
      fc.jsonValue(),
    ),
    tool_choice: fc.jsonValue(),
    reasoning: fc.jsonValue(),
    text: fc.jsonValue(),
    previous_response_id: odd,
    cache_control: fc.jsonValue(),
  },
  { requiredKeys: ["input"] },
);
const chat = fc.record(
  {
    messages: fc.array(fc.oneof(item, fc.jsonValue()), { maxLength: 4 }),
    tools: fc.jsonValue(),
    tool_choice: fc.jsonValue(),
    response_format: fc.jsonValue(),
    reasoning_effort: fc.jsonValue(),
    max_tokens: fc.jsonValue(),
  },
  { requiredKeys: ["messages"] },
);

it("of any value", () => {
  fc.assert(
    fc.property(
      fc.oneof(responses, chat, fc.array(item)),
      fc.constantFrom<Dialect>("openai", "anthropic", "responses"),
      (value, to) => {
        const result = convertDialect(JSON.stringify(value), to);
        if (!result.ok) expect(ENGLISH.say(result.reason)).toMatch(/[.:]/);
        else expect(parsePrompt(result.text).prompt?.dialect).toBe(to);
      },
    ),
    { numRuns: 500 },
  );
});

it("and is written again as a request that can be read", () => {
  fc.assert(
    fc.property(responses, (value) => {
      const text = JSON.stringify(value, null, 1);
      const { prompt } = parsePrompt(text);
      if (!prompt) return;
      const written = JSON.stringify(writeRequest(prompt, { text, model: "m" }));
      expect(parsePrompt(written).prompt?.messages.length).toBe(prompt.messages.length);
    }),
    { numRuns: 300 },
  );
});
