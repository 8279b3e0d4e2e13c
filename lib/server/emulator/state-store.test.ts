/** Any key is taken by the emulator, and yet what all of them leave behind is bounded, and each refusal names a way on. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { diskBytesOf } from "../storage/disk-size";
import { openEmbeddedStore } from "../storage/embedded-store";
import { createMemoryStore } from "./fixtures/memory-store";
import { ask, createWorld } from "./fixtures/start-emulator";
import { readStateLimits, STANDARD_LIMITS, type StateLimits } from "./state-limits";
import { createStateStore } from "./state-store";
import type { World } from "./world";

const HOUR = 3600;
const clock = { ms: 1_800_000_000_000 };

/** A world with these limits, over a store that others may write to as well. */
function limit(limits: Partial<StateLimits>, store = createMemoryStore()) {
  const open = () => createStateStore(store, { ...STANDARD_LIMITS, ...limits }, () => clock.ms);
  const world: World = { ...createWorld(store), store: open() };
  return { store, open, world };
}

const LONG = "Every word of this text is counted once. ".repeat(300);
const messages = [
  {
    role: "user",
    content: [{ type: "text", text: LONG, cache_control: { type: "ephemeral" } }],
  },
];

const post = (world: World, path: string, key: string, body: object, headers = {}) =>
  ask(world, path, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, ...headers },
    body: JSON.stringify({ model: "qwen3.7-max", ...body }),
  });
const chat = (world: World, key: string, body: object = { messages }) =>
  post(world, "/compatible-mode/v1/chat/completions", key, body);
const respond = (world: World, key: string, body: object = {}) =>
  post(world, "/compatible-mode/v1/responses", key, { input: "Hello", ...body });

async function refused(answer: Response) {
  const { error } = (await answer.json()) as { error: { code: string; message: string } };
  return [answer.status, error.code, error.message] as const;
}

describe("keys", () => {
  it("are kept up to a number, beyond which one that is known goes on and a new one is refused", async () => {
    const { world, store } = limit({ keys: 3 });
    for (const key of ["a", "b", "c"]) expect((await chat(world, key)).status).toBe(200);
    const values = store.held.size;
    const [status, code, message] = await refused(await chat(world, "d"));
    expect([status, code]).toEqual([429, "emulator_keys"]);
    expect(message).toMatch(/3 keys at a time.*go on with a key that it knows.*PLAYGROUND_EMULATOR_KEYS/);
    expect(store.held.size).toBe(values);
    const again = await (await chat(world, "b")).json();
    expect(again.usage.prompt_tokens_details.cached_tokens).toBeGreaterThan(1000);
  });

  it("that leave nothing behind are not counted", async () => {
    const { world, store } = limit({ keys: 1 });
    await chat(world, "a");
    const plain = { messages: [{ role: "user", content: "Hello" }] };
    for (const key of ["b", "c"]) {
      expect((await chat(world, key, plain)).status).toBe(200);
      expect((await respond(world, key, { store: false })).status).toBe(200);
    }
    const short = [
      { role: "user", content: [{ type: "text", text: "Hi", cache_control: { type: "ephemeral" } }] },
    ];
    expect((await chat(world, "d", { messages: short })).status).toBe(200);
    expect(store.held.size).toBe(1);
  });

  it("make room when what was kept for them is over or was deleted", async () => {
    const { world, store } = limit({ keys: 1 });
    const made = (await (await respond(world, "a")).json()) as { id: string };
    expect((await refused(await respond(world, "b")))[1]).toBe("emulator_keys");
    const path = `/compatible-mode/v1/responses/${made.id}`;
    await ask(world, path, { method: "DELETE", headers: { authorization: "Bearer a" } });
    expect(store.held.size).toBe(0);
    expect((await respond(world, "b")).status).toBe(200);
    clock.ms += 8 * 24 * HOUR * 1000;
    for (const key of store.held.keys()) await store.remove(key);
    expect((await respond(world, "c")).status).toBe(200);
  });

  it("say it in the form of every protocol", async () => {
    const { world } = limit({ keys: 1 });
    await chat(world, "a");
    const message = await post(world, "/apps/anthropic/v1/messages", "b", { max_tokens: 9, messages });
    expect(message.status).toBe(429);
    expect(await message.json()).toMatchObject({ type: "error", error: { type: "rate_limit_error" } });
    const own = await post(world, "/api/v1/services/aigc/text-generation/generation", "b", {
      input: { messages },
    });
    expect(own.status).toBe(429);
    expect(await own.json()).toMatchObject({ code: "emulator_keys", request_id: expect.any(String) });
    // Before a stream begins: one that has begun cannot be refused.
    const stream = await chat(world, "b", { messages, stream: true });
    expect(stream.status).toBe(429);
  });
});

it("keeps so many values and bytes of all keys", async () => {
  const files = limit({ files: 4 });
  expect([(await respond(files.world, "a")).status, (await respond(files.world, "b")).status]).toEqual([
    200, 200,
  ]);
  const [status, code, message] = await refused(await respond(files.world, "c"));
  expect([status, code]).toEqual([507, "emulator_full"]);
  expect(message).toMatch(/4 caches and responses.*"store": false.*PLAYGROUND_EMULATOR_FILES/);

  const bytes = limit({ bytes: 10 * diskBytesOf(0) });
  const large = { input: "x".repeat(4 * diskBytesOf(0)) };
  expect((await respond(bytes.world, "a", large)).status).toBe(200);
  expect((await refused(await respond(bytes.world, "b", large)))[1]).toBe("emulator_full");
  expect((await respond(bytes.world, "b")).status).toBe(200);
});

it("keeps so much of one key", async () => {
  const { world } = limit({ filesOfKey: 2 });
  expect((await chat(world, "a", { model: "qwen3.7-max", messages })).status).toBe(200);
  expect((await chat(world, "a", { model: "qwen3.6-plus", messages })).status).toBe(200);
  const [status, code, message] = await refused(await chat(world, "a", { model: "qwen3.5-plus", messages }));
  expect([status, code]).toEqual([429, "emulator_key_full"]);
  expect(message).toContain("ask for fewer models, or take another key");
  expect((await chat(world, "b", { model: "qwen3.5-plus", messages })).status).toBe(200);
});

it("gives back the room that a refused request had taken for its first value", async () => {
  const { world } = limit({ filesOfKey: 2 });
  expect((await chat(world, "a")).status).toBe(200);
  // There is room for the response, and none for the list that names it.
  expect((await refused(await respond(world, "a")))[1]).toBe("emulator_key_full");
  clock.ms += 11 * 60_000;
  expect((await chat(world, "a", { model: "qwen3.6-plus", messages })).status).toBe(200);
});

it("refuses no request for what another at the same time has only begun to keep", async () => {
  const { world } = limit({ keys: 5 });
  const keys = Array.from({ length: 20 }, (_, at) => `k${at}`);
  const answers = await Promise.all(keys.map((key) => chat(world, key)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
});

it("counts what was there before, and what other servers keep", async () => {
  const { world, open } = limit({ keys: 2 });
  await chat(world, "a");
  const other = { ...world, store: open() };
  await chat(other, "b");
  // This one has looked before the other one wrote, and looks again before it refuses.
  clock.ms += 60_000;
  expect((await refused(await chat(world, "c")))[1]).toBe("emulator_keys");
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

it("leaves files for the keys that it keeps, however many come", async () => {
  const folder = mkdtempSync(join(tmpdir(), "state-"));
  folders.push(folder);
  const store = await openEmbeddedStore(folder);
  const world = { ...createWorld(), store: createStateStore(store, { ...STANDARD_LIMITS, keys: 10 }) };
  for (let at = 0; at < 30; at += 1) await respond(world, `k${at}`);
  expect(readdirSync(join(folder, "values"))).toHaveLength(20);
  await store.close();
});

it("reads its limits, and names a wrong one", () => {
  expect(readStateLimits({})).toEqual(STANDARD_LIMITS);
  const env = { PLAYGROUND_EMULATOR_KEYS: "5", PLAYGROUND_EMULATOR_FILES: "6", PLAYGROUND_EMULATOR_MB: "7" };
  expect(readStateLimits(env)).toMatchObject({ keys: 5, files: 6, bytes: 7_000_000 });
  expect(() => readStateLimits({ PLAYGROUND_EMULATOR_MB: "1 GB" })).toThrow("PLAYGROUND_EMULATOR_MB");
});
