/** One suite for every store: what is kept, for how long, and that changes at one time lose nothing. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openEmbeddedStore } from "./embedded-store";
import { type RunningRedis, START_TIMEOUT_MS, startRedis } from "./fixtures/start-redis";
import { openRedisStore } from "./redis-store";
import type { Store } from "./store";

const HOUR = 3600;

/** Where values are kept: what outlives a store. */
interface Place {
  start(): Promise<void>;
  end(): Promise<void>;
  open(): Promise<Store>;
  /** Stores of several servers may be open at one time. */
  readonly isShared: boolean;
}

function makeFolder(): Place {
  const folder = mkdtempSync(join(tmpdir(), "store-"));
  return {
    start: async () => {},
    end: async () => rmSync(folder, { recursive: true }),
    open: () => openEmbeddedStore(folder),
    isShared: false,
  };
}

function makeRedis(): Place {
  let redis: RunningRedis | undefined;
  return {
    async start() {
      redis = await startRedis();
    },
    end: async () => redis?.stop(),
    open: async () => openRedisStore(redis?.url ?? ""),
    isShared: true,
  };
}

describe.each([
  { name: "embedded", place: makeFolder() },
  { name: "Redis", place: makeRedis() },
])("a store: $name", ({ place }) => {
  const opened: Store[] = [];
  async function open(): Promise<Store> {
    const store = await place.open();
    opened.push(store);
    return store;
  }
  async function clear(store: Store): Promise<void> {
    for (const key of await store.list("")) await store.remove(key);
  }

  beforeAll(() => place.start(), START_TIMEOUT_MS);
  afterAll(() => place.end());
  afterEach(async () => {
    const last = opened.at(-1);
    if (last) await clear(last);
    for (const store of opened.splice(0)) await store.close();
  });

  it("gives back what was set, and null for what never was or is removed", async () => {
    const store = await open();
    await store.set("a", { n: [1, 2.5, null, true], s: "x" }, HOUR);
    expect(await store.get("a")).toEqual({ n: [1, 2.5, null, true], s: "x" });
    await store.set("a", "second", HOUR);
    expect(await store.get("a")).toBe("second");
    await store.remove("a");
    await store.remove("never");
    expect(await store.get("a")).toBeNull();
    expect(await store.get("never")).toBeNull();
  });

  it("gives a copy: changing it changes nothing that is kept", async () => {
    const store = await open();
    await store.set("a", { list: [1] }, HOUR);
    ((await store.get("a")) as { list: number[] }).list.push(2);
    expect(await store.get("a")).toEqual({ list: [1] });
  });

  it.each([
    ["none", ""],
    ["with separators", "a/b:c"],
    ["that climbs", "../../etc/passwd"],
    ["with signs of patterns", "*?[x]\\"],
    ["in any script", "ü—漢字🎉\u0000\n"],
    ["long", "k".repeat(5000)],
  ])("takes a key: %s", async (_name, key) => {
    const store = await open();
    await store.set(key, "it", HOUR);
    await store.set(`${key}2`, "other", HOUR);
    expect(await store.get(key)).toBe("it");
    expect((await store.list(key)).sort()).toEqual([key, `${key}2`].sort());
  });

  it("keeps every character, and a megabyte", async () => {
    const store = await open();
    for (const value of ["ü—漢字🎉 \u0000\n\u2028\ud800", `${"漢".repeat(400_000)}${"x".repeat(600_000)}`]) {
      await store.set("a", value, HOUR);
      expect(await (await reopen(store)).get("a")).toBe(value);
    }
  });

  /** Another store at the same place, after the first is closed where only one may be open. */
  async function reopen(store: Store): Promise<Store> {
    if (!place.isShared) await store.close();
    return open();
  }

  it("keeps values when it is closed and opened again", async () => {
    const store = await open();
    await store.set("kept", 1, HOUR);
    await store.set("gone", 2, HOUR);
    await store.remove("gone");
    await store.update("counted", HOUR, () => ({ value: 3, result: null }));
    await store.close();
    const second = await open();
    expect(await second.get("kept")).toBe(1);
    expect(await second.get("counted")).toBe(3);
    expect((await second.list("")).sort()).toEqual(["counted", "kept"]);
  });

  it("lists the keys that begin so, and no others", async () => {
    const store = await open();
    const many = Array.from({ length: 1100 }, (_, index) => `many:${index}`);
    await Promise.all([...many, "man", "*:1"].map((key) => store.set(key, 0, HOUR)));
    expect((await store.list("many:")).sort()).toEqual(many.sort());
    expect(await store.list("*")).toEqual(["*:1"]);
    expect(await store.list("none")).toEqual([]);
  });

  it("updates: shows what is there, writes, removes, and hands on the result", async () => {
    const store = await open();
    const seen: unknown[] = [];
    const write = (value: string | null) =>
      store.update("a", HOUR, (old) => {
        seen.push(old);
        return { value, result: `was ${old}` };
      });
    expect(await write("one")).toBe("was null");
    expect(await write("two")).toBe("was one");
    expect(await write(null)).toBe("was two");
    expect(await store.list("")).toEqual([]);
    expect(await write(null)).toBe("was null");
    expect(seen).toEqual([null, "one", "two", null]);
  });

  it("loses none of 100 changes at one time, of one server or two", async () => {
    const first = await open();
    const second = place.isShared ? await open() : first;
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        (index % 2 ? first : second).update("n", HOUR, (old) => {
          const value = Number(old ?? 0) + 1;
          return { value, result: value };
        }),
      ),
    );
    expect(await first.get("n")).toBe(100);
    expect(new Set(results).size).toBe(100);
  });

  it("leaves a value as it is when a change throws, and goes on", async () => {
    const store = await open();
    await store.set("a", 1, HOUR);
    const broken = store.update("a", HOUR, () => {
      throw new Error("no");
    });
    const next = store.update("a", HOUR, (old) => ({ value: Number(old) + 1, result: null }));
    await expect(broken).rejects.toThrow("no");
    await next;
    expect(await store.get("a")).toBe(2);
  });
});
