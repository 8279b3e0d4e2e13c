/** Which store a server opens: by its settings, once per process, and a wrong setting is told. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { openStore } from "./open-store";

const folder = mkdtempSync(join(tmpdir(), "store-"));
const written = vi.spyOn(process.stderr, "write");

beforeEach(() => {
  written.mockReset().mockReturnValue(true);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => {
  written.mockRestore();
  rmSync(folder, { recursive: true });
});

it("keeps files where PLAYGROUND_DATA says", async () => {
  vi.stubEnv("PLAYGROUND_REDIS_URL", "");
  vi.stubEnv("PLAYGROUND_DATA", join(folder, "named"));
  const store = await openStore();
  await store.set("a", 1, 1000);
  expect(readdirSync(join(folder, "named", "values"))).toHaveLength(1);
  await store.close();
});

it("is one store for all who ask, also from another bundle, until it is closed", async () => {
  const settings = { folder: join(folder, "one") };
  const store = await openStore(settings);
  vi.resetModules();
  const bundle = await import("./open-store");
  expect(bundle.openStore).not.toBe(openStore);
  expect(await bundle.openStore({ ...settings })).toBe(store);
  await store.set("a", 1, 1000);
  await store.close();
  const second = await openStore(settings);
  expect(second).not.toBe(store);
  expect(await second.get("a")).toBe(1);
  await second.close();
});

it("refuses a wrong PLAYGROUND_REDIS_URL when it is asked, not when it is imported", async () => {
  vi.stubEnv("PLAYGROUND_REDIS_URL", "localhost:6379");
  await expect(openStore()).rejects.toThrow(
    "The storage of this server cannot be used: the address of its Redis is wrong.",
  );
});

it("tries a folder again that could not be used", async () => {
  const settings = { folder: join(folder, "later") };
  writeFileSync(settings.folder, "in the way");
  await expect(openStore(settings)).rejects.toMatchObject({ name: "ServiceUnavailable" });
  rmSync(settings.folder);
  const store = await openStore(settings);
  expect(await store.list("")).toEqual([]);
  await store.close();
});
