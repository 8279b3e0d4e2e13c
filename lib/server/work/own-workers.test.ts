/** How this server's threads are started: without what the serving process loads before itself. */
import { EventEmitter } from "node:events";
import { expect, it, vi } from "vitest";
import { askWorkers } from "./own-workers";

const started = vi.hoisted(() => vi.fn());

vi.mock("node:worker_threads", () => ({
  Worker: class extends EventEmitter {
    constructor(_file: URL, options: object) {
      super();
      started(options);
      setImmediate(() => this.emit("error", new Error("ends at once")));
    }
  },
}));

it("starts threads that load nothing before their work", async () => {
  const asked = { bytes: new Uint8Array(), query: "", origin: "", language: "en" } as const;
  await expect(askWorkers("analyze", asked)).rejects.toThrow("ends at once");
  expect(started.mock.lastCall?.[0]).toMatchObject({ execArgv: [] });
});
