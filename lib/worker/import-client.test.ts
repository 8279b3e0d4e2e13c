/** The newest import wins; one that is called off or fails is answered all the same, and its worker is gone. */
import { expect, it } from "vitest";
import type { ImportAnswer, ImportJob, ImportProgress } from "../import/import-job";
import { createImportClient, type ImportClient } from "./import-client";

interface FakeWorker {
  readonly jobs: ImportJob[];
  readonly answer: (answer: ImportAnswer) => void;
  readonly fail: () => void;
  ended: boolean;
}

function start(): { client: ImportClient; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const client = createImportClient((answer, fail) => {
    const worker: FakeWorker = { jobs: [], answer, fail, ended: false };
    workers.push(worker);
    return {
      post: (job) => worker.jobs.push(job),
      end: () => {
        worker.ended = true;
      },
    };
  });
  return { client, workers };
}

const items = [{ name: "pasted", content: "{}" }];
const key = new Uint8Array([1, 2, 3]);
const outcome = { ok: false, reason: "Nothing in it." } as const;
const ignore = (): void => undefined;

it("hands on progress and the outcome, and ends the worker", async () => {
  const { client, workers } = start();
  const told: ImportProgress[] = [];
  const reading = client.read(items, key, (progress) => told.push(progress));
  expect(workers[0]?.jobs).toEqual([{ items, key }]);
  workers[0]?.answer({ kind: "progress", step: "read", name: "pasted", done: 1, total: 2, found: null });
  workers[0]?.answer({ kind: "done", outcome });
  expect(await reading).toEqual(outcome);
  expect(told).toMatchObject([{ name: "pasted", done: 1, total: 2 }]);
  expect(workers[0]?.ended).toBe(true);
});

it("answers null when called off", async () => {
  const { client, workers } = start();
  const reading = client.read(items, key, ignore);
  client.cancel();
  expect(await reading).toBeNull();
  expect(workers[0]?.ended).toBe(true);
});

it("tells nothing more of an import that was called off", async () => {
  const { client, workers } = start();
  const told: ImportProgress[] = [];
  const reading = client.read(items, key, (progress) => told.push(progress));
  client.cancel();
  workers[0]?.answer({ kind: "progress", step: "recognise" });
  expect(await reading).toBeNull();
  expect(told).toEqual([]);
});

it("calls the earlier import off when another one begins", async () => {
  const { client, workers } = start();
  const first = client.read(items, key, ignore);
  const second = client.read(items, key, ignore);
  workers[1]?.answer({ kind: "done", outcome });
  expect(await first).toBeNull();
  expect(await second).toEqual(outcome);
});

it("says so when the worker fails", async () => {
  const { client, workers } = start();
  const reading = client.read(items, key, ignore);
  workers[0]?.fail();
  expect(await reading).toMatchObject({ ok: false, reason: expect.stringContaining("import stopped") });
});
