/** The thread's own end of the work: takes a task, answers with what came of it. */
import { getPriority, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { traceOf } from "../answer-post";
import { ServiceUnavailable } from "../service-unavailable";
import { loadCounters, loadServiceCounters } from "../vocabulary";
import { createWork } from "./create-work";
import type { Outcome, Task } from "./work";

/** An answer in bytes changes hands instead of being copied. */
const buffersOf = (value: unknown): ArrayBuffer[] =>
  typeof value === "object" && value !== null && "bytes" in value && value.bytes instanceof Uint8Array
    ? [value.bytes.buffer as ArrayBuffer]
    : [];

/** How much nicer than the thread that answers, of 40 steps: what is quick to answer never waits for what is long to work out. */
const NICER = 5;

// Elsewhere it would be the whole process.
if (process.platform === "linux") setPriority(Math.min(19, getPriority() + NICER));

const work = createWork({ loadCounters, loadServiceCounters });

async function settle({ kind, asked }: Task): Promise<Outcome> {
  try {
    return { kind: "done", value: await work(kind, asked) };
  } catch (error) {
    return error instanceof ServiceUnavailable
      ? { kind: "unavailable", error: error.error }
      : { kind: "fault", trace: traceOf(error) };
  }
}

parentPort?.on("message", async (task: Task) => {
  const outcome = await settle(task);
  parentPort?.postMessage(outcome, outcome.kind === "done" ? buffersOf(outcome.value) : []);
});

// The time of a task begins with a thread that can count. A fault of the vocabulary is told with the task.
await loadCounters().catch(() => undefined);
parentPort?.postMessage("ready");
