/** Keeping beside the streams: on both stores, and with storage that fails or hangs. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createMemoryStore } from "../emulator/fixtures/memory-store";
import { openEmbeddedStore } from "../storage/embedded-store";
import { type RunningRedis, START_TIMEOUT_MS, startRedis } from "../storage/fixtures/start-redis";
import { openRedisStore } from "../storage/redis-store";
import type { Store } from "../storage/store";
import { createTestRecorder, type TestRecorderOptions } from "./fixtures/create-test-recorder";

const EVENTS = ["Hel", "lo."].map((text) => `data: {"choices":[{"delta":{"content":"${text}"}}]}\n\n`);
const WHOLE = `${EVENTS.join("")}data: [DONE]\n\n`;

/** A target that streams, in this process. */
async function emulate(): Promise<Response> {
  return new Response(new Blob([WHOLE]).stream(), { headers: { "content-type": "text/event-stream" } });
}

const create = (options: TestRecorderOptions) => createTestRecorder({ emulate, ...options });
type Recorder = ReturnType<typeof create>;

const send = async (recorder: Recorder, session: string, content: unknown, headers = {}) => {
  const body = JSON.stringify({ model: "qwen-plus", messages: [{ role: "user", content }] });
  const path = `${session}/compatible-mode/v1/chat/completions`;
  return (await recorder.ask(path, { method: "POST", body, headers })).text();
};

/** Every key and value of a store, as text. */
async function dump(store: Store): Promise<string> {
  const keys = await store.list("");
  const values = await Promise.all(keys.map((key) => store.get(key)));
  return JSON.stringify([keys, values]);
}

const folder = mkdtempSync(join(tmpdir(), "record-"));
let redis: RunningRedis | undefined;
const opened: Store[] = [];
beforeAll(async () => {
  redis = await startRedis();
}, START_TIMEOUT_MS);
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});
afterAll(async () => {
  await redis?.stop();
  rmSync(folder, { recursive: true });
});

describe.each([
  { name: "embedded", open: () => openEmbeddedStore(folder) },
  { name: "Redis", open: async () => openRedisStore(redis?.url ?? "") },
])("on a store: $name", ({ open }) => {
  const openOne = async () => {
    const store = await open();
    opened.push(store);
    return store;
  };

  it("keeps exchanges in the order they came, and removes all of them at once", async () => {
    const store = await openOne();
    const recorder = create({ store });
    const session = await recorder.open();
    for (const word of ["one", "two", "three"]) expect(await send(recorder, session, word)).toBe(WHOLE);
    const { exchanges, startedAt } = await recorder.read(session);
    expect(exchanges.map(({ number, answer }) => [number, answer?.text])).toEqual([
      [1, "Hello."],
      [2, "Hello."],
      [3, "Hello."],
    ]);
    expect(startedAt).toBe(exchanges[0]?.at);
    const request = new Request("http://localhost:3000/", { method: "DELETE" });
    expect((await recorder.api.remove(request, session)).status).toBe(204);
    expect((await store.list("record/")).length).toBe(0);
    expect((await recorder.ask(`${session}/compatible-mode/v1/models`)).status).toBe(404);
    expect((await recorder.api.remove(request, session)).status).toBe(404);
  });

  it("leaves nothing of an exchange that ends after its session was deleted", async () => {
    const store = await openOne();
    let finish: () => void = () => undefined;
    const slow = async () => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(EVENTS[0]));
          finish = () => controller.close();
        },
      });
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    };
    const recorder = create({ store, emulate: slow });
    const session = await recorder.open();
    const answer = await recorder.ask(`${session}/compatible-mode/v1/chat/completions`, {
      method: "POST",
      body: "{}",
    });
    expect((await recorder.read(session)).exchanges).toHaveLength(1);
    await recorder.api.remove(new Request("http://localhost:3000/", { method: "DELETE" }), session);
    finish();
    expect(await answer.text()).toBe(EVENTS[0]);
    await recorder.keeper.settle();
    expect(await store.list("record/")).toEqual([]);
  });

  it("stores no key, no id and nothing that opens the session", async () => {
    const store = await openOne();
    const key = "sk-0planted1key2of3the4agent";
    const planted = {
      headers: {
        authorization: `Bearer ${key}`,
        "x-api-key": "planted-api-key-without-pattern",
        "x-claude-code-session-id": "planted-header-session-77",
        cookie: "planted-cookie=1",
      },
      account: "7d1c5a52-3a5c-4a07-9d5b-aaaaaaaaaaaa",
      user: `user_${"ab12".repeat(16)}_account_7d1c5a52-3a5c-4a07-9d5b-aaaaaaaaaaaa_session_1d1c5a52-3a5c-4a07-9d5b-bbbbbbbbbbbb`,
      other: "sk-9another8key7that6was5pasted",
      query: "planted-query-value-55",
    };
    const text = `${key} planted-api-key-without-pattern planted-header-session-77`;
    const emulated = async () =>
      Response.json(
        {
          choices: [
            { message: { content: `You sent ${text} and ${planted.other}.` }, finish_reason: "stop" },
          ],
        },
        { headers: { "x-request-id": key } },
      );
    const recorder = create({ store, emulate: emulated });
    const session = await recorder.open();
    const body = JSON.stringify({
      metadata: { user_id: planted.user },
      messages: [{ role: "user", content: `${text} ${planted.other} /record/${session}/apps/anthropic` }],
    });
    const path = `${session}/apps/anthropic/v1/messages?key=${planted.query}`;
    const answer = await recorder.ask(path, { method: "POST", body, headers: planted.headers });
    // The agent's own answer is untouched.
    expect(await answer.text()).toContain(planted.other);
    const { exchanges } = await recorder.read(session);
    expect(exchanges[0]?.redacted).toEqual(expect.arrayContaining(["an API key", "a session id"]));
    expect(exchanges[0]?.path).toBe("/v1/messages?key");
    const all = await dump(store);
    expect(all).toContain("You sent");
    for (const secret of [
      key,
      session,
      planted.other,
      planted.query,
      planted.account,
      planted.user,
      "1d1c5a52-3a5c-4a07-9d5b-bbbbbbbbbbbb",
      "planted-api-key",
      "planted-header",
      "planted-cookie",
    ]) {
      expect(all).not.toContain(secret);
    }
  });
});

/** A store that works until it is broken. */
function breakable(broken: () => Promise<never>) {
  const store = createMemoryStore();
  let isBroken = false;
  const guard =
    <Args extends unknown[], Result>(act: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> =>
      isBroken ? broken() : act(...args);
  const guarded: Store = {
    get: guard(store.get),
    set: guard(store.set),
    update: (key, ttl, change) => (isBroken ? broken() : store.update(key, ttl, change)),
    remove: guard(store.remove),
    list: guard(store.list),
    close: store.close,
  };
  return {
    store: guarded,
    setBroken: (to: boolean) => {
      isBroken = to;
    },
  };
}

it.each([
  ["throws", () => Promise.reject(new Error("the disk is gone"))],
  ["hangs", () => new Promise<never>(() => undefined)],
])("streams on while the storage %s, and counts what is missing", async (_, broken) => {
  const { store, setBroken } = breakable(broken);
  const recorder = create({ store, storeMs: 50 });
  const session = await recorder.open();
  expect(await send(recorder, session, "before")).toBe(WHOLE);
  await recorder.keeper.settle();
  setBroken(true);
  expect(await send(recorder, session, "lost")).toBe(WHOLE);
  expect(await send(recorder, session, "lost too")).toBe(WHOLE);
  await recorder.keeper.settle();
  setBroken(false);
  expect(await recorder.read(session)).toMatchObject({ unstored: 2, exchanges: [{ number: 1 }] });
  expect(await send(recorder, session, "after")).toBe(WHOLE);
  const read = await recorder.read(session);
  expect(read.unstored).toBe(2);
  expect(read.exchanges.map(({ body }) => JSON.stringify(body)).join()).toMatch(/before.*after/);
});

it("lets no stream wait for storage that hangs", async () => {
  const { store, setBroken } = breakable(() => new Promise<never>(() => undefined));
  // Longer than any test: whoever waited for the storage would not end.
  const recorder = create({ store, storeMs: 600_000 });
  const session = await recorder.open();
  await send(recorder, session, "before");
  await recorder.keeper.settle();
  setBroken(true);
  for (const word of ["one", "two", "three"]) expect(await send(recorder, session, word)).toBe(WHOLE);
});

it("takes out an exchange whose end could not be stored", async () => {
  const { store, setBroken } = breakable(() => Promise.reject(new Error("the disk is gone")));
  let finish: () => void = () => undefined;
  const slow = async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        finish = () => controller.close();
      },
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  };
  const targets = [slow, emulate];
  const recorder = create({ store, emulate: () => (targets.shift() ?? emulate)() });
  const session = await recorder.open();
  const path = `${session}/compatible-mode/v1/chat/completions`;
  const answer = await recorder.ask(path, { method: "POST", body: "{}" });
  expect((await recorder.read(session)).exchanges).toMatchObject([{ number: 1, answer: null }]);
  setBroken(true);
  finish();
  await answer.text();
  await recorder.keeper.settle();
  setBroken(false);
  await send(recorder, session, "after");
  expect(await recorder.read(session)).toMatchObject({ unstored: 1, exchanges: [{ number: 2 }] });
});

it("cannot open a session it has never seen while the storage is away, and says so", async () => {
  const recorder = create({ openStore: () => Promise.reject(new Error("away")) });
  const answer = await recorder.ask(`${"a".repeat(32)}/compatible-mode/v1/models`);
  expect([answer.status, (await answer.json()).error.code]).toEqual([503, "record_storage"]);
});
