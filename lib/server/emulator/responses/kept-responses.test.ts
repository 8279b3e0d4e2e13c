/** Responses that are kept, and requests that are refused, as the OpenAI SDK sees them. */
import OpenAI from "openai";
import type { ResponseCreateParamsNonStreaming } from "openai/resources/responses/responses";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMemoryStore } from "../fixtures/memory-store";
import { ask, createWorld, startEmulator } from "../fixtures/start-emulator";
import { findFirstKept, findResponse, keepResponse, MOST_BYTES, MOST_KEPT } from "./kept-responses";
import { openValue, sealValue } from "./seal-value";

const base64Of = (text: string): string => Buffer.from(text).toString("base64").slice(0, 12);

let server: Awaited<ReturnType<typeof startEmulator>>;
const connect = (apiKey = "sk-one"): OpenAI =>
  new OpenAI({ apiKey, baseURL: `${server.origin}/compatible-mode/v1`, maxRetries: 0 });

beforeAll(async () => {
  server = await startEmulator(createWorld());
});
afterAll(() => server.stop());

const hello = (input = "Hello"): ResponseCreateParamsNonStreaming => ({ model: "qwen3-max", input });

describe("kept responses", () => {
  it("are read, listed by their input, and forgotten", async () => {
    const client = connect();
    const made = await client.responses.create(hello("Keep me."));
    const found = await client.responses.retrieve(made.id);
    expect(found).toEqual(made);
    const items = [];
    for await (const item of client.responses.inputItems.list(made.id)) items.push(item);
    expect(items).toMatchObject([{ type: "message", role: "user", content: "Keep me." }]);
    await expect(connect("sk-two").responses.retrieve(made.id)).rejects.toThrow(OpenAI.NotFoundError);
    await client.responses.delete(made.id);
    await expect(client.responses.retrieve(made.id)).rejects.toThrow(OpenAI.NotFoundError);
    const next = client.responses.create({ ...hello(), previous_response_id: made.id });
    await expect(next).rejects.toMatchObject({ status: 400, code: "previous_response_not_found" });
  });

  it("are none where store is false", async () => {
    const { id } = await connect().responses.create({ ...hello(), store: false });
    await expect(connect().responses.retrieve(id)).rejects.toThrow(OpenAI.NotFoundError);
  });

  it("do not carry instructions on", async () => {
    const client = connect();
    const first = await client.responses.create({
      ...hello("One"),
      instructions: "You keep the desk of a small shop. ".repeat(300),
    });
    const next = await client.responses.create({ ...hello("Two"), previous_response_id: first.id });
    expect(next.usage?.input_tokens ?? 0).toBeLessThan(300);
  });
});

it.each<[number[], number[]]>([
  [[], []],
  [
    [0.4, 0.4, 0.4],
    [0.4, 0.4],
  ],
  [[0.9, 0.9], [0.9]],
  [[0.1, 1.1], [1.1]],
  [
    [1.1, 0.1, 0.9],
    [0.1, 0.9],
  ],
])("keeps so many bytes of a key, the newest first: of %j times as many %j", (parts, kept) => {
  const list = parts.map((part, at) => ({ id: `resp_${at}`, bytes: part * MOST_BYTES }));
  expect(list.slice(findFirstKept(list)).map(({ bytes }) => bytes / MOST_BYTES)).toEqual(kept);
});

it("keeps the newest of a key, so that a store does not grow without end", async () => {
  const store = createMemoryStore();
  const caller = { account: "one", seal: new Uint8Array(32) };
  const keep = (id: string) => keepResponse(store, caller, { response: { id }, input: [], previous: null });
  for (let number = 0; number <= MOST_KEPT; number += 1) await keep(`resp_${number}`);
  expect(await findResponse(store, caller, "resp_0")).toBeNull();
  expect(await findResponse(store, caller, "resp_1")).not.toBeNull();
  expect((await store.list("emulator:response:")).length).toBe(MOST_KEPT);
});

it("opens what is kept with the key alone that sealed it, at its own place", () => {
  const key = new Uint8Array(32).fill(7);
  const sealed = sealValue({ text: "Words" }, key, "here");
  expect(openValue(sealed, key, "here")).toEqual({ text: "Words" });
  expect(openValue(sealed, new Uint8Array(32), "here")).toBeNull();
  expect(openValue(sealed, key, "there")).toBeNull();
  for (const other of [null, {}, "", "Words", `${sealed.slice(0, -8)}AAAA${sealed.slice(-4)}`]) {
    expect(openValue(other, key, "here")).toBeNull();
  }
});

it("keeps no word of a request and no key, whatever dialect and cache it asks for", async () => {
  const world = createWorld();
  const words = "Cormorants nest on the harbour wall";
  const apiKey = "sk-harbour-key-0123456789";
  const send = (path: string, body: object, headers: Record<string, string> = {}) =>
    ask(world, path, {
      method: "POST",
      headers: { authorization: `Bearer ${apiKey}`, "x-emulator-implicit": "always", ...headers },
      body: JSON.stringify(body),
    }).then((answer) => answer.json() as Promise<{ id?: string }>);
  const long = `${words}. `.repeat(300);
  const marked = [{ type: "text", text: long, cache_control: { type: "ephemeral" } }];
  const messages = [{ role: "user", content: marked }];
  await send("/compatible-mode/v1/chat/completions", { model: "qwen3.7-max", messages });
  await send("/apps/anthropic/v1/messages", { model: "qwen3.7-max", max_tokens: 20, messages });
  const responses = "/compatible-mode/v1/responses";
  const first = await send(
    responses,
    { model: "qwen3-max", input: long, instructions: words },
    { "x-dashscope-session-cache": "enable" },
  );
  const next = await send(responses, { model: "qwen3-max", input: words, previous_response_id: first.id });
  expect(next.id).toMatch(/^resp_/);
  const held = [...world.store.held].flat().join("\n");
  expect(world.store.held.size).toBeGreaterThan(3);
  for (const word of ["Cormorants", "harbour", apiKey, base64Of("Cormorants")])
    expect(held).not.toContain(word);
});

describe("errors", () => {
  const send = (body: object, headers = {}) =>
    connect()
      .responses.create(body as ResponseCreateParamsNonStreaming, { headers })
      .catch((thrown: unknown) => thrown);

  it.each([
    ["401", OpenAI.AuthenticationError, "invalid_api_key"],
    ["429", OpenAI.RateLimitError, "limit_requests"],
    ["500", OpenAI.InternalServerError, "internal_error"],
  ])("%s", async (fault, kind, code) => {
    const error = await send(hello(), { "x-emulator-fault": fault });
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ code, requestID: expect.stringMatching(/\S/) });
  });

  it.each([
    [{ input: "Hi" }, /model is missing/],
    [{ model: "qwen3-max" }, /input must be a string or a list/],
    [{ model: "qwen3-max", input: [] }, /input must not be empty/],
    [{ model: "qwen3-max", input: [{ role: "user" }] }, /input\[0\] has no content/],
    [{ model: "qwen3-max", input: [{ role: "robot", content: "Hi" }] }, /robot is not one of/],
    [{ model: "qwen3-max", messages: [], input: "Hi" }, /take input, not messages/],
    [{ model: "qwen3-max", input: "Hi", background: true }, /background is not played/],
    [
      { model: "qwen3-max", input: [{ type: "function_call_output", call_id: "call_1", output: "Rain." }] },
      /must be a response to a prece/,
    ],
  ])("%j", async (body, message) => {
    const error = await send(body);
    expect(error).toBeInstanceOf(OpenAI.BadRequestError);
    expect(String(error)).toMatch(message);
  });
});
