/** The Redis store when Redis expires, pauses, ends, comes back, or refuses; always one sentence, never a password. */
import { createClient } from "redis";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type RunningRedis, START_TIMEOUT_MS, startRedis } from "./fixtures/start-redis";
import { openRedisStore } from "./redis-store";
import type { Store } from "./store";

const HOUR = 3600;
const written = vi.spyOn(process.stderr, "write");
const opened: Store[] = [];
let redis: RunningRedis;

/** Milliseconds; enough for an answer where one comes. */
const PATIENCE = 500;
const back = { timeout: 15_000, interval: 50 };

function open(url: string, patience?: number): Store {
  const store = openRedisStore(url, patience);
  opened.push(store);
  return store;
}

/** A store that has reached its Redis and holds `a`, however long that took. */
async function openReached(url: string): Promise<Store> {
  const store = open(url, PATIENCE);
  await vi.waitFor(() => store.set("a", 1, HOUR), back);
  written.mockClear();
  return store;
}
const unavailable = (words: string) => ({
  name: "ServiceUnavailable",
  message: expect.stringContaining(words),
  error: { code: "storage_unavailable" },
});

beforeAll(async () => {
  redis = await startRedis({ password: "s3cret" });
}, START_TIMEOUT_MS);
beforeEach(() => {
  written.mockReset().mockReturnValue(true);
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});
afterAll(async () => {
  written.mockRestore();
  await redis?.stop();
});

const withPassword = (password: string) => redis.url.replace("//", `//:${password}@`);

it("hands every term to Redis, under its own prefix", async () => {
  const store = open(withPassword("s3cret"));
  const client = await createClient({ url: withPassword("s3cret") }).connect();
  await store.set("set", 1, HOUR);
  await store.update("updated", 0.5 * HOUR, () => ({ value: 1, result: null }));
  await client.set("pcp:foreign", "no JSON", { expiration: { type: "EX", value: HOUR } });
  const terms = [await client.pTTL("pcp:set"), await client.pTTL("pcp:updated")];
  expect(terms[0]).toBeGreaterThan(0.9 * HOUR * 1000);
  expect(terms[0]).toBeLessThanOrEqual(HOUR * 1000);
  expect(terms[1]).toBeGreaterThan(0.4 * HOUR * 1000);
  expect(terms[1]).toBeLessThanOrEqual(0.5 * HOUR * 1000);
  expect(await store.get("foreign")).toBeNull();
  expect(await store.update("foreign", HOUR, (old) => ({ value: 1, result: old }))).toBeNull();
  expect(await store.get("foreign")).toBe(1);
  await client.close();
});

it("refuses a wrong password in one sentence that does not hold it", async () => {
  const store = open(withPassword("wr0ng"), PATIENCE);
  await expect(store.get("a")).rejects.toMatchObject(unavailable("refuses the user name or the password"));
  await expect(store.get("a")).rejects.toMatchObject(unavailable("refuses the user name or the password"));
  expect(written).toHaveBeenCalledOnce();
  expect(String(written.mock.calls[0]?.[0])).toBe(
    `PLAYGROUND_REDIS_URL (127.0.0.1:${redis.port}): its Redis refuses the user name or the password.\n`,
  );
});

it.each([
  "nonsense s3cret",
  "http://:s3cret@localhost",
  "redis://:s3cret@localhost:99999",
  "redis://:s3cret@h/x",
])("refuses the address %j at once, without repeating it", (url) => {
  expect(() => openRedisStore(url)).toThrow(
    "The storage of this server cannot be used: the address of its Redis is wrong.",
  );
  expect(String(written.mock.calls[0]?.[0])).toMatch(/^PLAYGROUND_REDIS_URL is not [^\n]+\n$/);
  expect(String(written.mock.calls)).not.toContain("s3cret");
});

it("refuses operations while Redis ends and is away, and goes on when it is back", {
  timeout: 30_000,
}, async () => {
  const first = await startRedis();
  const store = await openReached(first.url);
  await first.stop();
  await expect(store.get("a")).rejects.toMatchObject(unavailable("does not answer"));
  const many = Array.from({ length: 20 }, () => store.update("a", HOUR, () => ({ value: 2, result: null })));
  const outcomes = await Promise.allSettled(many);
  expect(outcomes.map(({ status }) => status)).toEqual(many.map(() => "rejected"));
  expect(written).toHaveBeenCalledOnce();
  const second = await startRedis({ port: first.port });
  await vi.waitFor(() => store.set("b", 3, HOUR), back);
  await vi.waitFor(async () => expect(await store.list("")).toEqual(["b"]), back);
  await store.close();
  await second.stop();
});

it("refuses operations while Redis is silent, and goes on when it speaks", { timeout: 30_000 }, async () => {
  const silent = await startRedis();
  const store = await openReached(silent.url);
  silent.pause();
  const outcomes = await Promise.allSettled([
    store.get("a"),
    store.list(""),
    ...Array.from({ length: 20 }, () => store.update("a", HOUR, () => ({ value: 2, result: null }))),
  ]);
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(["rejected"]));
  silent.resume();
  await vi.waitFor(() => store.get("a"), back);
  await store.close();
  await silent.stop();
});

it("closes while Redis is away", async () => {
  const gone = await startRedis();
  await gone.stop();
  const store = open(gone.url, PATIENCE);
  const refused = expect(store.get("a")).rejects.toMatchObject({ name: "ServiceUnavailable" });
  await store.close();
  await refused;
});
