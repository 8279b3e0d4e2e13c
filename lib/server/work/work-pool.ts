/** A few threads for all requests: tasks wait in a line that has an end, and each has an answer in a known time. */

import type { Transferable, Worker } from "node:worker_threads";
import { Pool, TimeoutError } from "tarn";
import { tell } from "../../words/message";
import { ServiceUnavailable } from "../service-unavailable";
import { openThread, type Thread, WorkStopped } from "./thread";
import type { AskWork, Outcome } from "./work";

export interface PoolTerms {
  /** A fresh worker, which says `ready` and answers each task with an `Outcome`. */
  readonly start: () => Worker;
  readonly threads: number;
  /** Tasks in the line for a thread, those included that one is just being started for. */
  readonly mostWaiting: number;
  /** Milliseconds from the asking to the answer; at most half of them go by until a thread is there for it. */
  readonly limitMs: number;
  /** Milliseconds that a task may still take once nobody waits for it. */
  readonly graceMs: number;
  /** Milliseconds after which a thread without a task is ended. */
  readonly idleMs: number;
}

export interface WorkPool {
  readonly ask: AskWork;
  /** Ends all threads. */
  close(): Promise<unknown>;
}

/** Seconds after which the line has moved on. */
const RETRY_AFTER = 2;

const busy = (): ServiceUnavailable =>
  new ServiceUnavailable(
    { code: "server_busy", message: tell("server.workBusy") },
    { retryAfter: RETRY_AFTER },
  );

/** The bytes of what is asked change hands instead of being copied. */
const buffersOf = (asked: object): Transferable[] =>
  Object.values(asked).flatMap((held) => (held instanceof Uint8Array ? [held.buffer as ArrayBuffer] : []));

function readOutcome(outcome: Outcome): unknown {
  if (outcome.kind === "done") return outcome.value;
  if (outcome.kind === "unavailable") throw new ServiceUnavailable(outcome.error);
  const fault = new Error("fault");
  fault.stack = outcome.trace;
  throw fault;
}

/** The pool of threads; none is started before it is needed. */
export function createWorkPool(terms: PoolTerms): WorkPool {
  const { start, threads, mostWaiting, limitMs, graceMs, idleMs } = terms;
  const pool = new Pool<Thread>({
    create: () => openThread(start()),
    validate: (thread) => thread.isAlive(),
    destroy: (thread) => thread.end(),
    min: 0,
    max: threads,
    acquireTimeoutMillis: limitMs / 2,
    idleTimeoutMillis: idleMs,
    reapIntervalMillis: Math.min(1000, idleMs),
    propagateCreateError: true,
  });

  async function waitForThread(signal: AbortSignal | undefined): Promise<Thread> {
    if (pool.numPendingAcquires() >= mostWaiting) throw busy();
    const waiting = pool.acquire();
    const leave = () => waiting.abort();
    signal?.addEventListener("abort", leave);
    if (signal?.aborted) leave();
    try {
      return await waiting.promise;
    } catch (error) {
      throw error instanceof TimeoutError || signal?.aborted ? busy() : error;
    } finally {
      signal?.removeEventListener("abort", leave);
    }
  }

  const ask = async (kind: string, asked: object, signal?: AbortSignal): Promise<unknown> => {
    const began = performance.now();
    const thread = await waitForThread(signal);
    try {
      const left = limitMs - (performance.now() - began);
      const run = { limitMs: left, graceMs, transfer: buffersOf(asked), signal };
      return readOutcome(await thread.run({ kind, asked }, run));
    } catch (error) {
      if (!(error instanceof WorkStopped)) throw error;
      throw new ServiceUnavailable(
        error.code === "time"
          ? { code: "work_too_long", message: tell("server.workTooLong", { seconds: limitMs / 1000 }) }
          : { code: "work_too_large", message: tell("server.workTooLarge") },
      );
    } finally {
      pool.release(thread);
    }
  };
  return { ask: ask as AskWork, close: () => pool.destroy() };
}
