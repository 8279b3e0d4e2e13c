/** Errors on demand: as both SDKs see them, within streams, and without a trace in the log. */
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type BodyLimits, createBodyRoom, DEFAULT_BODY_LIMITS } from "../body-limits";
import { ask, createWorld, startEmulator } from "./fixtures/start-emulator";

const world = createWorld();
let server: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  server = await startEmulator(world);
});
afterAll(() => server.stop());

const messages = [{ role: "user" as const, content: "Hello" }];
const openai = () =>
  new OpenAI({ apiKey: "sk", baseURL: `${server.origin}/compatible-mode/v1`, maxRetries: 0 });
const anthropic = () =>
  new Anthropic({ apiKey: "sk", baseURL: `${server.origin}/apps/anthropic`, maxRetries: 0 });
const failing = (fault: string) => ({ headers: { "x-emulator-fault": fault } });

it("says when to send a body again for which there was no room, and lets a slow sender go", async () => {
  const send = async (limits: Partial<BodyLimits>, body: BodyInit) => {
    vi.stubGlobal("playgroundBodies", createBodyRoom({ ...DEFAULT_BODY_LIMITS, ...limits }));
    const headers = { authorization: "Bearer sk" };
    const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    const answer = await ask(world, "/compatible-mode/v1/chat/completions", init);
    vi.unstubAllGlobals();
    return { status: answer.status, headers: answer.headers, code: (await answer.json()).error.code };
  };
  const full = await send({ heldBytes: 1 }, "{}");
  expect([full.status, full.code, full.headers.get("retry-after")]).toEqual([503, "body_no_room", "5"]);
  const late = await send({ idleMs: 10 }, new ReadableStream());
  expect([late.status, late.code, late.headers.get("connection")]).toEqual([408, "body_late", "close"]);
});

it.each<[string, number, string, unknown, string, string]>([
  [
    "400",
    400,
    "invalid_parameter_error",
    OpenAI.BadRequestError,
    "invalid_request_error",
    "InvalidParameter",
  ],
  ["401", 401, "invalid_api_key", OpenAI.AuthenticationError, "authentication_error", "InvalidApiKey"],
  ["403", 403, "Model.AccessDenied", OpenAI.PermissionDeniedError, "permission_error", "Model.AccessDenied"],
  ["404", 404, "model_not_found", OpenAI.NotFoundError, "not_found_error", "ModelNotFound"],
  ["429", 429, "limit_requests", OpenAI.RateLimitError, "rate_limit_error", "Throttling.RateQuota"],
  [
    "quota",
    429,
    "insufficient_quota",
    OpenAI.RateLimitError,
    "rate_limit_error",
    "Throttling.AllocationQuota",
  ],
  ["500", 500, "internal_error", OpenAI.InternalServerError, "api_error", "InternalError"],
  ["503", 503, "ModelServingError", OpenAI.InternalServerError, "api_error", "ModelServingError"],
])("%s", async (fault, status, code, kind, type, native) => {
  const chat = await openai()
    .chat.completions.create({ model: "qwen3-max", messages }, failing(fault))
    .catch((thrown: unknown) => thrown);
  expect(chat).toBeInstanceOf(kind);
  expect(chat).toMatchObject({ status, code });
  const message = await anthropic()
    .messages.create({ model: "qwen3-max", max_tokens: 9, messages }, failing(fault))
    .catch((thrown: unknown) => thrown);
  expect(message).toMatchObject({ status, error: { type: "error", error: { type } } });
  const own = await ask(world, "/api/v1/services/aigc/text-generation/generation", {
    method: "POST",
    headers: { Authorization: "Bearer sk", ...failing(fault).headers },
    body: "{}",
  });
  expect(own.status).toBe(status);
  expect(await own.json()).toEqual({
    code: native,
    message: expect.any(String),
    request_id: expect.any(String),
  });
});

it("a rate limit says when to come again, a quota that is used up does not", async () => {
  const retryAfter = async (fault: string) =>
    (
      await ask(world, "/compatible-mode/v1/models", {
        headers: { Authorization: "Bearer sk", ...failing(fault).headers },
      })
    ).headers.get("retry-after");
  expect([await retryAfter("429"), await retryAfter("quota")]).toEqual(["1", null]);
});

describe("an error within a stream", () => {
  it("ends a chat's with what came before it", async () => {
    const stream = await openai().chat.completions.create(
      { model: "qwen3-max", messages, stream: true },
      failing("stream-error"),
    );
    let text = "";
    const read = async () => {
      for await (const { choices } of stream) text += choices[0]?.delta.content ?? "";
    };
    await expect(read()).rejects.toBeInstanceOf(OpenAI.APIError);
    expect(text).toMatch(/^This reply/);
  });

  it("ends a message's", async () => {
    const stream = anthropic().messages.stream(
      { model: "qwen3-max", max_tokens: 99, messages },
      failing("stream-error"),
    );
    await expect(stream.finalMessage()).rejects.toMatchObject({ error: { error: { type: "api_error" } } });
  });

  it("is an ordinary error where there is no stream", async () => {
    const asked = openai().chat.completions.create({ model: "qwen3-max", messages }, failing("stream-error"));
    await expect(asked).rejects.toBeInstanceOf(OpenAI.InternalServerError);
  });
});

it("a break that is meant bears the name by which the server logs nothing", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const answer = await ask(world, "/compatible-mode/v1/chat/completions", {
    method: "POST",
    headers: { Authorization: "Bearer sk", ...failing("cut").headers },
    body: JSON.stringify({ model: "qwen3-max", messages, stream: true }),
  });
  const thrown: unknown = await answer.text().catch((error: unknown) => error);
  const logged = written.mock.calls.length;
  written.mockRestore();
  expect((thrown as Error).name).toBe("AbortError");
  expect(logged).toBe(0);
});
