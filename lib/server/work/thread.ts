/** One thread that works on one task at a time, and is ended where that takes longer than it may. */
import type { Transferable, Worker } from "node:worker_threads";
import type { Outcome } from "./work";

/** Why a task came to no outcome: its time was up, or the thread went down with it. */
export class WorkStopped extends Error {
  readonly code: "time" | "lost";

  constructor(code: WorkStopped["code"]) {
    super(code);
    this.name = "WorkStopped";
    this.code = code;
  }
}

export interface Thread {
  /** False once it has ended, for whatever reason. */
  isAlive(): boolean;
  /** Rejects with a `WorkStopped`; the thread has then ended. */
  run(task: unknown, terms: RunTerms): Promise<Outcome>;
  end(): void;
}

interface RunTerms {
  /** Milliseconds it may take. */
  readonly limitMs: number;
  /** Milliseconds it may still take once nobody waits for it: to end a thread for every short task would cost more. */
  readonly graceMs: number;
  readonly transfer?: readonly Transferable[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes charge of a worker that says `ready` and then answers each message with one. Rejects where it ends before it is
 * ready: with what it ended by, or a `WorkStopped`.
 */
export async function openThread(worker: Worker): Promise<Thread> {
  await new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
    worker.once("exit", () => reject(new WorkStopped("lost")));
  });
  let isAlive = true;
  let settle: ((outcome: Outcome | Error) => void) | null = null;

  const end = (code: WorkStopped["code"]): void => {
    isAlive = false;
    settle?.(new WorkStopped(code));
    void worker.terminate();
  };
  worker.on("message", (outcome: Outcome) => settle?.(outcome));
  // Memory that ran out, and what nobody caught, end the thread and not the process.
  worker.on("error", () => end("lost"));
  worker.on("exit", () => end("lost"));
  worker.unref();

  return {
    isAlive: () => isAlive,
    end: () => end("lost"),
    run(task, { limitMs, graceMs, transfer = [], signal }) {
      if (!isAlive) return Promise.reject(new WorkStopped("lost"));
      return new Promise((resolve, reject) => {
        const began = performance.now();
        const stop = () => end("time");
        let timer = setTimeout(stop, limitMs);
        const hurry = (): void => {
          clearTimeout(timer);
          timer = setTimeout(stop, Math.min(graceMs, began + limitMs - performance.now()));
        };
        const finish = (outcome: Outcome | Error): void => {
          settle = null;
          clearTimeout(timer);
          signal?.removeEventListener("abort", hurry);
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        };
        settle = finish;
        signal?.addEventListener("abort", hurry);
        if (signal?.aborted) hurry();
        try {
          worker.postMessage(task, transfer);
        } catch (error) {
          // Something of the task is no plain value: the thread has not heard of it.
          finish(error as Error);
        }
      });
    },
  };
}
