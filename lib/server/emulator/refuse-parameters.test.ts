/** Parameters that the service refuses, in its words, on all endpoints. */
import { expect, it } from "vitest";
import { ask, createWorld } from "./fixtures/start-emulator";

const world = createWorld();
const messages = [{ role: "user", content: "Hello" }];
const post = async (path: string, body: object) => {
  const answer = await ask(world, path, {
    method: "POST",
    headers: { Authorization: "Bearer sk" },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
};

it.each<[object, string]>([
  [{ temperature: 2 }, "Temperature should be in [0.0, 2.0)"],
  [{ temperature: -0.1 }, "Temperature should be in [0.0, 2.0)"],
  [{ top_p: 0 }, "Range of top_p should be (0.0, 1.0]"],
  [{ top_k: -1 }, "Parameter top_k be greater than or equal to 0"],
  [{ repetition_penalty: 0 }, "Repetition_penalty should be greater than 0.0"],
  [{ presence_penalty: 3 }, "Presence_penalty should be in [-2.0, 2.0]"],
  [{ n: 0 }, "Range of n should be [1, 4]"],
  [{ model: "qwen-max", max_tokens: 32_000 }, "Range of max_tokens should be [1, 8192]"],
  [{ stop: 7 }, 'The "stop" parameter must be of type "str"'],
  [{ response_format: { type: "xml" } }, "The response_format type from user is xml."],
  [{ response_format: "json" }, "Unknown format of response_format"],
])("%j", async (fields, words) => {
  const chat = await post("/compatible-mode/v1/chat/completions", {
    model: "qwen3-max",
    messages,
    ...fields,
  });
  expect([chat.status, chat.body.error?.message]).toEqual([400, expect.stringContaining(words)]);
  const { model = "qwen3-max", ...parameters } = fields as { model?: string };
  const native = await post("/api/v1/services/aigc/text-generation/generation", {
    model,
    input: { messages },
    parameters,
  });
  expect([native.status, native.body]).toEqual([
    400,
    { code: "InvalidParameter", message: expect.stringContaining(words), request_id: expect.any(String) },
  ]);
});

it("takes what lies within", async () => {
  const fields = { temperature: 1.99, top_p: 1, top_k: 0, presence_penalty: -2, repetition_penalty: 0.1 };
  const body = { model: "qwen3-max", messages, ...fields };
  expect((await post("/compatible-mode/v1/chat/completions", body)).status).toBe(200);
  const message = await post("/apps/anthropic/v1/messages", { ...body, max_tokens: 9, temperature: 2 });
  expect(message.body.error?.message).toContain("Temperature");
});
