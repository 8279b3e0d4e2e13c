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
const NICER = 10;

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

// Who starts a thread has a task for it: the vocabulary is read while that is on its way. Its fault is told with the task.
void loadCounters().catch(() => undefined);
