/** The embedded store: terms by a clock in hand, damage, crashes and folders that cannot be written. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openEmbeddedStore } from "./embedded-store";

let folder = "";
let time = 0;
/** Milliseconds by which the clock is set wrong. */
let wrong = 0;
const HOUR = 3_600_000;
const written = vi.spyOn(process.stderr, "write");
const open = () =>
  openEmbeddedStore(
    folder,
    () => time + wrong,
    () => time,
  );
const listFiles = () => readdirSync(join(folder, "values"));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
  time = 1_000_000;
  wrong = 0;
  written.mockReset().mockReturnValue(true);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("ends a value with its term, to the millisecond, also after a restart", async () => {
  const store = await open();
  await store.set("a", "it", 10);
  await store.set("b", "it", 20);
  time += 9_999;
  expect(await store.get("a")).toBe("it");
  expect(await (await open()).get("a")).toBe("it");
  time += 1;
  expect(await store.get("a")).toBeNull();
  expect(await store.list("")).toEqual(["b"]);
  expect(await store.update("a", 10, (old) => ({ value: 1, result: old }))).toBeNull();
  time += 10_000;
  const second = await open();
  expect(await second.list("")).toEqual([]);
  time += HOUR;
  expect(await second.list("")).toEqual([]);
  expect(listFiles()).toEqual([]);
});

it("begins the term anew with each write", async () => {
  const store = await open();
  await store.set("a", 1, 10);
  time += 9_000;
  await store.update("a", 10, (old) => ({ value: old, result: null }));
  time += 9_000;
  expect(await store.get("a")).toBe(1);
});

it("takes values that are over off the disk while it runs", async () => {
  const store = await open();
  await store.set("a", 1, 10);
  await store.set("b", 1, 1000);
  expect(listFiles()).toHaveLength(2);
  time += 60_000;
  expect(await store.get("a")).toBeNull();
  expect(listFiles()).toHaveLength(2);
  for (let minutes = 0; minutes < 60; minutes++) {
    time += 60_000;
    if (minutes === 10) await store.set("b", 1, 10_000);
    await store.get("unknown");
  }
  expect(listFiles()).toHaveLength(1);
  expect(await store.get("b")).toBe(1);
});

it("loses nothing to a clock that leaps a year ahead and back again", async () => {
  const store = await open();
  await store.set("a", 1, 1000);
  wrong = 365 * 24 * HOUR;
  for (let minutes = 0; minutes < 10; minutes++) {
    time += 60_000;
    expect(await store.get("a")).toBe(1);
  }
  await store.update("a", 1000, (old) => ({ value: Number(old) + 1, result: null }));
  wrong = 0;
  time += 999_000;
  expect(await store.get("a")).toBe(2);
  time += 1000;
  expect(await store.get("a")).toBeNull();
});

it("takes over a leap that lasts", async () => {
  const store = await open();
  await store.set("a", 1, 100_000);
  wrong = 365 * 24 * HOUR;
  expect(await store.get("a")).toBe(1);
  time += HOUR;
  expect(await store.get("a")).toBeNull();
});

it("deletes nothing when it is started with a clock that is wrong for a while", async () => {
  await (await open()).set("a", 1, 1000);
  wrong = 365 * 24 * HOUR;
  const second = await open();
  expect(await second.get("a")).toBeNull();
  time += 120_000;
  expect(await second.list("")).toEqual([]);
  wrong = 0;
  expect(await second.get("a")).toBe(1);
});

it("counts a damaged file as absent, says so once and without its content, and mends it with the next write", async () => {
  const store = await open();
  await store.set("a", "a secret", 1000);
  await store.set("b", "fine", 1000);
  const name = listFiles().find((file) => read(file).includes("secret")) ?? "";
  const path = join(folder, "values", name);
  writeFileSync(path, read(name).slice(0, -3));
  const second = await open();
  expect(await second.get("a")).toBeNull();
  expect(await second.get("b")).toBe("fine");
  expect(await second.get("a")).toBeNull();
  expect(written).toHaveBeenCalledOnce();
  expect(String(written.mock.calls[0]?.[0])).toBe(
    `The file ${path} is damaged: its value counts as absent.\n`,
  );
  await second.set("a", "new", 1000);
  expect(await (await open()).get("a")).toBe("new");
});

const read = (file: string): string => readFileSync(join(folder, "values", file), "utf8");

it("leaves alone what is not its own, and clears away what a crash left half written", async () => {
  mkdirSync(join(folder, "values"));
  const half = `${"0".repeat(64)}.json.00000000-0000-0000-0000-000000000000.tmp`;
  for (const file of ["notes.txt", half]) writeFileSync(join(folder, "values", file), "half");
  const store = await open();
  expect(await store.list("")).toEqual([]);
  expect(listFiles()).toEqual(["notes.txt"]);
  expect(written).not.toHaveBeenCalled();
});

it("keeps its folder from other users", async () => {
  folder = join(folder, "new", "data");
  await open();
  expect(statSync(join(folder, "values")).mode & 0o777).toBe(0o700);
});

it("goes on when its folder is removed while it runs", async () => {
  const store = await open();
  rmSync(folder, { recursive: true });
  await store.set("a", 1, 1000);
  expect(await (await open()).get("a")).toBe(1);
});

it("says in one sentence that its folder cannot be written, and where only to the operator", async () => {
  writeFileSync(join(folder, "file"), "");
  const refused = openEmbeddedStore(join(folder, "file", "data"));
  await expect(refused).rejects.toMatchObject({
    name: "ServiceUnavailable",
    message: "The storage of this server cannot be used: its folder cannot be written.",
    error: {
      code: "storage_unavailable",
    },
  });
  expect(String(written.mock.calls[0]?.[0])).toMatch(/^PLAYGROUND_DATA: [^\n]*file[^\n]*ENOTDIR[^\n]*\.\n$/);
});

it("says in one sentence that a value cannot be written, and keeps the old one", async () => {
  const store = await open();
  await store.set("a", 1, 1000);
  const [name = ""] = listFiles();
  rmSync(join(folder, "values", name));
  mkdirSync(join(folder, "values", name, "x"), { recursive: true });
  await expect(store.set("a", 2, 1000)).rejects.toMatchObject({ name: "ServiceUnavailable" });
  expect(await store.get("a")).toBe(1);
  expect(listFiles()).toEqual([name]);
});
