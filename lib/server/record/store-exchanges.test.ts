/** Recordings keep within what they may take of the disk, each and all together; what is left out is counted. */
import { mkdtempSync, rmSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { createMemoryStore } from "../emulator/fixtures/memory-store";
import { openEmbeddedStore } from "../storage/embedded-store";
import { createTestRecorder, type TestRecorderOptions } from "./fixtures/create-test-recorder";

const BLOCK_BYTES = 4096;
/** What a recording counts before anything is recorded. */
const BASE_BYTES = 64 * 1024;

const own = mkdtempSync(join(tmpdir(), "record-sizes-"));
afterAll(() => rmSync(own, { recursive: true }));

const create = (options: TestRecorderOptions) =>
  createTestRecorder({ emulate: async () => Response.json({ choices: [] }), ...options });

const send = async (recorder: ReturnType<typeof create>, session: string, content: string) => {
  const body = JSON.stringify({ model: "qwen-plus", messages: [{ role: "user", content }] });
  const path = `${session}/compatible-mode/v1/chat/completions`;
  return (await recorder.ask(path, { method: "POST", body })).text();
};

it("forgets the oldest exchanges of a session that grows too large, and counts them", async () => {
  const store = createMemoryStore();
  const sessionBytes = BASE_BYTES + 4 * BLOCK_BYTES;
  const recorder = create({ store, settings: { sessionBytes } });
  const session = await recorder.open();
  for (let turn = 0; turn < 6; turn += 1) {
    await send(recorder, session, "x".repeat(1000));
    await recorder.keeper.settle();
  }
  const { exchanges, forgotten } = await recorder.read(session);
  expect(exchanges.length).toBeGreaterThan(0);
  expect(exchanges.map(({ number }) => number)).toEqual(exchanges.map((_, index) => forgotten + index + 1));
  expect(exchanges.at(-1)?.number).toBe(6);
  const kept = [...store.held].filter(([name]) => name.includes("/exchange/"));
  expect(kept).toHaveLength(exchanges.length);
  expect(kept).toHaveLength(4);
});

it("counts what recordings take of the disk, and makes none beyond that", async () => {
  const store = await openEmbeddedStore(own);
  const recorder = create({ store, settings: { allBytes: 2 * BASE_BYTES + 3 * BLOCK_BYTES } });
  const session = await recorder.open();
  for (const word of ["one", "two", "three"]) await send(recorder, session, word);
  await recorder.keeper.settle();
  const sizes = Object.values((await store.get("record-sizes")) as Record<string, { bytes: number }>);
  const files = await readdir(join(own, "values"));
  const blocks = await Promise.all(files.map(async (name) => (await stat(join(own, "values", name))).blocks));
  // One file is that of the sizes.
  const taken = blocks.reduce((sum, count) => sum + count * 512, 0) - BLOCK_BYTES;
  expect(sizes[0]?.bytes).toBe(BASE_BYTES + 3 * BLOCK_BYTES);
  expect(taken).toBeLessThanOrEqual(sizes[0]?.bytes ?? 0);

  const other = await recorder.open();
  const refused = await recorder.create();
  expect([refused.status, (await refused.json()).error.code]).toEqual([507, "record_quota"]);
  // What is deleted makes room; what is recorded never has to wait for any.
  await send(recorder, other, "four");
  expect((await recorder.read(session)).forgotten).toBe(1);
  await recorder.api.remove(new Request("http://localhost:3000/", { method: "DELETE" }), session);
  expect((await recorder.create()).status).toBe(201);
  await store.close();
});

it("takes sizes that were kept without their base", async () => {
  const store = createMemoryStore();
  await store.set("record-sizes", { old: { bytes: 5000, oldest: 1, ends: 9_999_999_999 } }, 60);
  const recorder = create({ store, settings: { allBytes: 2 * BASE_BYTES } });
  expect((await recorder.create()).status).toBe(201);
});

it("makes room across sessions, the oldest exchanges first", async () => {
  const store = createMemoryStore();
  let time = 1000;
  const recorder = create({
    store,
    settings: { allBytes: 2 * BASE_BYTES + 3 * BLOCK_BYTES },
    now: () => time,
  });
  const sessions = [await recorder.open(), await recorder.open()] as const;
  for (const which of [0, 0, 1, 1, 0] as const) {
    time += 1;
    await send(recorder, sessions[which], "x".repeat(1000));
    await recorder.keeper.settle();
  }
  const [first, second] = [await recorder.read(sessions[0]), await recorder.read(sessions[1])];
  expect(first.exchanges.map(({ number }) => number)).toEqual([3]);
  expect(first.forgotten).toBe(2);
  expect(second.exchanges.map(({ number }) => number)).toEqual([1, 2]);
});
