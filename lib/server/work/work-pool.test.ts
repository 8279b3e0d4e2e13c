/** Every task has an answer in a known time, whatever becomes of its thread, and the next one finds a sound thread. */
import { Worker } from "node:worker_threads";
import { afterEach, expect, it } from "vitest";
import { ENGLISH } from "../../words/plain-words";
import { ServiceUnavailable } from "../service-unavailable";
import { createWorkPool, type PoolTerms, type WorkPool } from "./work-pool";

interface Done {
  readonly thread: number;
  readonly bytes?: Uint8Array;
}
type Ask = (kind: string, asked?: object, signal?: AbortSignal) => Promise<Done>;

const pools: WorkPool[] = [];
/** No limit of these is reached unless a test sets it. */
const AMPLE = { threads: 1, mostWaiting: 10, limitMs: 15_000, graceMs: 10_000, idleMs: 60_000 };

function open(terms: Partial<PoolTerms> = {}) {
  let started = 0;
  const start = () => {
    started += 1;
    const resourceLimits = { maxOldGenerationSizeMb: 32 };
    return new Worker(new URL("./fixtures/odd-thread.mjs", import.meta.url), { resourceLimits });
  };
  const pool = createWorkPool({ ...AMPLE, start, ...terms });
  pools.push(pool);
  const ask: Ask = (kind, asked = {}, signal) => (pool.ask as unknown as Ask)(kind, asked, signal);
  return { ask, started: () => started };
}

/** A task that holds its thread until the gate is opened. */
function hold(ask: Ask, signal?: AbortSignal) {
  const gate = new Int32Array(new SharedArrayBuffer(8));
  const done = ask("wait", { gate }, signal);
  const release = () => {
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
  };
  return { done, release, hasBegun: () => Atomics.load(gate, 1) === 1 };
}

async function refusal(asked: Promise<unknown>) {
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ServiceUnavailable)) throw error ?? new Error("It was answered.");
  const { code, message } = error.error;
  return { code, message: ENGLISH.say(message), retryAfter: error.retryAfter };
}

afterEach(async () => void (await Promise.all(pools.splice(0).map((pool) => pool.close()))));

it("starts no thread before it is needed, keeps it, and hands bytes over and back", async () => {
  const { ask, started } = open();
  expect(started()).toBe(0);
  const bytes = new Uint8Array([1, 2, 3]);
  const { thread, bytes: back } = await ask("answer", { bytes });
  expect(back).toEqual(new Uint8Array([1, 2, 3]));
  expect(bytes).toHaveLength(0);
  expect((await ask("answer")).thread).toBe(thread);
  expect(started()).toBe(1);
});

it("ends a task that takes too long, and the next one has a fresh thread", async () => {
  const { ask } = open({ limitMs: 5000 });
  const { thread } = await ask("answer");
  expect(await refusal(ask("loop"))).toEqual({
    code: "work_too_long",
    message: "This takes more than 5 s to work out: send less at once, such as a shorter prompt.",
    retryAfter: undefined,
  });
  expect((await ask("answer")).thread).not.toBe(thread);
});

it.each(["crash", "exit", "fill"])("survives a thread that ends by itself: %s", async (kind) => {
  const { ask } = open();
  expect(await refusal(ask(kind))).toMatchObject({ code: "work_too_large", retryAfter: undefined });
  expect((await ask("answer")).thread).toBeGreaterThan(0);
});

it("refuses at once what would be one too many in the line", async () => {
  const { ask } = open({ mostWaiting: 2 });
  const first = hold(ask);
  const second = ask("answer");
  expect(await refusal(ask("answer"))).toEqual({
    code: "server_busy",
    message: "This server is working on all it can: try again in a moment.",
    retryAfter: 2,
  });
  first.release();
  expect((await second).thread).toBe((await first.done).thread);
});

it("lets nobody wait in the line for more than half of the time", async () => {
  const { ask } = open({ limitMs: 2000 });
  const first = hold(ask);
  expect(await refusal(ask("answer"))).toMatchObject({ code: "server_busy" });
  first.release();
  await first.done.catch(() => undefined);
});

it("calls off a waiting task that nobody waits for", async () => {
  const { ask } = open();
  const first = hold(ask);
  const gone = new AbortController();
  const second = ask("fill", {}, gone.signal);
  gone.abort();
  expect(await refusal(second)).toMatchObject({ code: "server_busy" });
  first.release();
  const { thread } = await first.done;
  expect((await ask("answer")).thread).toBe(thread);
});

it("ends a task under way that nobody waits for, unless it is done in a moment", async () => {
  const { ask } = open({ graceMs: 1 });
  const gone = new AbortController();
  const first = ask("loop", {}, gone.signal);
  gone.abort();
  expect(await refusal(first)).toMatchObject({ code: expect.stringMatching(/^work_too_long|server_busy$/) });
  expect((await ask("answer")).thread).toBeGreaterThan(0);

  const patient = open();
  const { thread } = await patient.ask("answer");
  const left = new AbortController();
  const second = hold(patient.ask, left.signal);
  left.abort();
  second.release();
  await second.done.catch(() => undefined);
  expect((await patient.ask("answer")).thread).toBe(thread);
});

it("passes on what a thread refuses, and where a fault arose", async () => {
  const { ask } = open();
  expect(await refusal(ask("refuse"))).toMatchObject({ code: "tokenizer_invalid", message: "Wrong." });
  const fault = (await ask("fault").catch((error: unknown) => error)) as Error;
  expect(fault.stack).toBe("Error\n    at deeds.fault");
  expect(fault.message).not.toContain("secret");
});

it("says so where no thread can be started, and tries again the next time", async () => {
  const broken = new URL("data:text/javascript,throw new TypeError('broken')");
  let isBroken = true;
  const sound = new URL("./fixtures/odd-thread.mjs", import.meta.url);
  const { ask } = open({ start: () => new Worker(isBroken ? broken : sound) });
  await expect(ask("answer")).rejects.toThrow("broken");
  isBroken = false;
  expect((await ask("answer")).thread).toBeGreaterThan(0);
});

it("says so where a task cannot be handed over, and keeps the thread", async () => {
  const { ask } = open();
  const { thread } = await ask("answer");
  await expect(ask("answer", { deed: () => 1 })).rejects.toThrow("could not be cloned");
  expect((await ask("answer")).thread).toBe(thread);
});

it("has as many threads as it may, and ends those that have nothing to do", async () => {
  const { ask, started } = open({ threads: 2, idleMs: 1 });
  const held = [hold(ask), hold(ask)];
  await expect.poll(() => held.every(({ hasBegun }) => hasBegun())).toBe(true);
  for (const { release } of held) release();
  const threads = await Promise.all(held.map(({ done }) => done));
  expect(new Set(threads.map(({ thread }) => thread)).size).toBe(2);
  expect(started()).toBe(2);
  const startedForOneMore = async () => {
    await ask("answer");
    return started();
  };
  await expect.poll(startedForOneMore, { timeout: 10_000 }).toBeGreaterThan(2);
});
