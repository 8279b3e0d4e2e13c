/** How this server's threads are started: without what the serving process loads before itself. */
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { THREAD_OPTIONS } from "./own-workers";

it("starts threads that load nothing before their work", async () => {
  const code = "require('node:worker_threads').parentPort.postMessage(process.execArgv)";
  const thread = new Worker(code, { ...THREAD_OPTIONS, eval: true });
  expect(await new Promise((resolve) => thread.once("message", resolve))).toEqual([]);
  await thread.terminate();
});
