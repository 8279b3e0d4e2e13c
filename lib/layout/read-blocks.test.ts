/** A request that is measured and read behind another is what it is by itself, and shares what both begin with. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { createMeasurer, measurePrompt } from "../tokens/measure";
import { createPrefixIndex } from "./prefix-index";
import { createBlockReader, readBlocks } from "./read-blocks";

const counterFor = loadTestCounters();

const part = fc.oneof(
  fc.constantFrom("one", "two", "größer").map((text) => ({ type: "text", text })),
  fc.constant({ type: "text", text: "marked", cache_control: { type: "ephemeral" } }),
  fc.constantFrom(
    { type: "image_url", image_url: { url: "https://example.com/a.png" } },
    { type: "file", file: { file_id: "f" } },
  ),
);
const message = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      role: fc.constantFrom("user", "assistant", "tool"),
      content: fc.constantFrom("a", "b"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      role: fc.constantFrom("user", "system"),
      content: fc.array(part, { minLength: 1, maxLength: 3 }),
    }),
  },
);
const request = fc.record({
  kept: fc.nat(6),
  added: fc.array(message, { minLength: 1, maxLength: 3 }),
  model: fc.constantFrom("qwen3.7-plus", "qwen3.7-plus", "qwen3-max", "nobody"),
  tools: fc.constantFrom([], [], [{ type: "function", function: { name: "f", parameters: {} } }]),
});

it("is the same as by itself", () => {
  fc.assert(
    fc.property(fc.array(request, { minLength: 2, maxLength: 6 }), (requests) => {
      const measure = createMeasurer(counterFor);
      const index = createPrefixIndex();
      const read = createBlockReader(index);
      let messages: readonly unknown[] = [];
      let before: Prompt | null = null;
      for (const { kept, added, model, tools } of requests) {
        messages = [...messages.slice(0, kept), ...added];
        const { prompt: parsed } = parsePrompt(JSON.stringify({ model, tools, messages }));
        if (!parsed) continue;
        const old: Prompt | null = before;
        const prompt: Prompt = {
          ...parsed,
          tools: old && old.tools.length === parsed.tools.length ? old.tools : parsed.tools,
          messages: parsed.messages.map((each, at) => (at < kept ? (old?.messages[at] ?? each) : each)),
        };
        before = prompt;
        const found = findModel(model);
        const measured = measure(prompt, found);
        expect(measured).toEqual(measurePrompt(prompt, found, counterFor));
        expect(read(prompt, measured, model)).toEqual(readBlocks(prompt, measured, index, model));
      }
    }),
    { numRuns: 300 },
  );
});

it("has the very segments and blocks of the request before, as far as both begin alike", () => {
  const asked = Array.from({ length: 6 }, (_, at) => ({
    role: at % 2 ? "assistant" : "user",
    content: `${at}`,
  }));
  const { prompt } = parsePrompt(JSON.stringify({ model: "qwen3.7-plus", messages: asked }));
  if (!prompt) throw new Error("The text is no request.");
  const model = findModel("qwen3.7-plus");
  const measure = createMeasurer(counterFor);
  const read = createBlockReader(createPrefixIndex());
  const [shorter, longer] = [3, 6].map((count) => {
    const taken = { ...prompt, messages: prompt.messages.slice(0, count) };
    const measured = measure(taken, model);
    return { measured, blocks: read(taken, measured, "qwen3.7-plus").blocks };
  });
  const same = longer?.measured.segments.filter((segment) => shorter?.measured.segments.includes(segment));
  // What was the newest message is followed by another now, which its rendering may depend on.
  expect(same).toHaveLength(2);
  expect(longer?.blocks.slice(0, 2).every((block, at) => block === shorter?.blocks[at])).toBe(true);
});
