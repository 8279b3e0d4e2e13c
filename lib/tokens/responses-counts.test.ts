/** A Responses body counts as the chat that it converts to. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { convertDialect } from "../prompt/convert/convert-dialect";
import { parsePrompt } from "../prompt/parse";
import { anyResponses } from "../prompt/responses/fixtures/any-responses";
import { ENGLISH } from "../words/plain-words";
import { loadTestCounters } from "./fixtures/load-counters";
import { measurePrompt } from "./measure";

const counters = loadTestCounters();

function measure(text: string, model: string) {
  const { prompt } = parsePrompt(text);
  if (!prompt) throw new Error(text);
  return measurePrompt(prompt, findModel(model), counters);
}

it.each(["qwen3.7-max", "qwen3-max"])("segment by segment, on %s", (model) => {
  fc.assert(
    fc.property(anyResponses, (body) => {
      const text = JSON.stringify({ ...body, model }, null, 2);
      const chat = convertDialect(text, "openai");
      if (!chat.ok) throw new Error(ENGLISH.say(chat.reason));
      const [own, other] = [measure(text, model), measure(chat.text, model)];
      expect(own.segments.map(({ role, tokens, blocks }) => [role, tokens, blocks])).toEqual(
        other.segments.map(({ role, tokens, blocks }) => [role, tokens, blocks]),
      );
      expect([own.total, own.tools, own.tail, own.exact]).toEqual([
        other.total,
        other.tools,
        other.tail,
        other.exact,
      ]);
    }),
    { numRuns: 60 },
  );
});

it("tells what is not in the body, and what of its tools the service writes", () => {
  const plain = { model: "qwen3.7-max", input: "And order 117?" };
  const sure = measure(JSON.stringify(plain), plain.model);
  const more = measure(
    JSON.stringify({ ...plain, previous_response_id: "resp_1", tools: [{ type: "web_search" }] }),
    plain.model,
  );
  expect(more.total).toBe(sure.total);
  expect(more.exact).toBe(false);
  expect(more.precision.high).toBeGreaterThan(sure.total + 199_000);
  expect(ENGLISH.say(more.estimateReason ?? "")).toContain("which the service keeps");
});
