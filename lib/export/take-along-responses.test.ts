/** A Responses body as the calls of other services, its markers in their words. */

import { describe, expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import type { ServiceTarget } from "./service-target";
import { type TakeAlongOptions, takeAlong } from "./take-along";

const hour = { type: "ephemeral", ttl: "1h" };

function take(target: ServiceTarget, body: object, options: TakeAlongOptions = {}) {
  const taken = takeAlong(target, JSON.stringify(body), options);
  if (!taken.ok) throw new Error(ENGLISH.say(taken.reason));
  return { calls: taken.calls, notes: taken.notes.map(ENGLISH.say) };
}

describe("a Responses body taken along", () => {
  const responses = {
    model: "qwen3.7-max",
    instructions: "You help.",
    max_output_tokens: 300,
    input: [
      {
        role: "user",
        content: [{ type: "input_text", text: "Where is it?", cache_control: hour }],
      },
      { type: "reasoning", summary: [{ type: "summary_text", text: "I look." }] },
      { type: "function_call", call_id: "1", name: "track", arguments: '{"id":"A1"}' },
      { type: "function_call_output", call_id: "1", output: "On its way." },
      { role: "user", content: "Thanks, when?" },
    ],
    tools: [
      { type: "function", name: "track", description: "Finds a parcel.", parameters: { type: "object" } },
    ],
  };

  it("to Model Studio stays as it is, at its own path", () => {
    expect(take({ system: "model-studio", model: null }, responses).calls).toMatchObject([
      { path: "/compatible-mode/v1/responses", body: responses },
    ]);
  });

  it("to OpenAI is one of Responses again, its markers in that service's words", () => {
    const { calls, notes } = take({ system: "openai", model: "gpt-6-sol" }, responses, { form: "responses" });
    const breakpoint = { prompt_cache_breakpoint: { mode: "explicit" } };
    expect(calls[0]?.path).toBe("/v1/responses");
    expect(calls[0]?.body).toMatchObject({
      model: "gpt-6-sol",
      max_output_tokens: 300,
      tools: responses.tools,
      input: [
        { role: "system", content: "You help." },
        { role: "user", content: [{ type: "input_text", text: "Where is it?", ...breakpoint }] },
        { type: "function_call", call_id: "1" },
        { type: "function_call_output", call_id: "1", output: "On its way." },
        { role: "user", content: "Thanks, when?" },
      ],
    });
    expect(notes.join(" ")).toMatch(/reasoning_content is not a field/);
  });

  it("to Anthropic has its markers on blocks, and says what is missing", () => {
    const goesOn = { ...responses, previous_response_id: "resp_1" };
    const { calls, notes } = take({ system: "anthropic", model: "claude-opus-5" }, goesOn);
    expect(calls[0]?.body).toMatchObject({ system: "You help.", max_tokens: 300 });
    expect(calls[0]?.body.messages).toMatchObject([
      { content: [{ type: "text", text: "Where is it?", cache_control: hour }] },
      { role: "assistant" },
      { role: "user" },
      { role: "user", content: "Thanks, when?" },
    ]);
    expect(notes.join(" ")).toMatch(/continues an earlier answer that is not here/);
  });
});
