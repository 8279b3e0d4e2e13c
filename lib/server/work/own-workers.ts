/** The threads of this very server: started with the first request that needs one, ended when none has come for a while. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Environment, readCount } from "../environment";
import { ServiceUnavailable } from "../service-unavailable";
import { createLanes } from "./create-lanes";
import type { AskWork } from "./work";
import { createWorkPool } from "./work-pool";

/** Tasks that may wait for a thread: of the short ones many are done while the first thread is still being started. */
const MOST_WAITING = { quick: 512, long: 32 };
/** Megabytes of one thread: several times what the largest body that is answered in time takes. */
const MEMORY_MB = 768;
const GRACE_MS = 500;
const IDLE_MS = 300_000;
/** While it is developed a thread soon gives way to one with the newest code. */
const DEVELOPED_IDLE_MS = 1000;

/** Seconds from a request to its answer, the wait included. */
const SECONDS = 4;
const MOST_SECONDS = 600;

/** Of each lane: as many as leave a core to the thread that answers, within reason. */
const countThreads = (): number => Math.min(2, Math.max(1, Math.floor((availableParallelism() - 1) / 2)));

/** How a thread is started. */
export const THREAD_OPTIONS = {
  resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  // What `npm start` loads before the server is for the server alone: a thread takes no requests.
  execArgv: [] as string[],
};

const start = (): Worker => new Worker(new URL("./work-thread.ts", import.meta.url), THREAD_OPTIONS);

function openWorkers(env: Environment): AskWork {
  const seconds = readCount(env, "PLAYGROUND_WORK_SECONDS", {
    otherwise: SECONDS,
    most: MOST_SECONDS,
    code: "work_settings_invalid",
  });
  const openPool = (mostWaiting: number) =>
    createWorkPool({
      start,
      threads: countThreads(),
      mostWaiting,
      limitMs: seconds * 1000,
      graceMs: GRACE_MS,
      idleMs: env.NODE_ENV === "development" ? DEVELOPED_IDLE_MS : IDLE_MS,
    });
  return createLanes(openPool(MOST_WAITING.quick).ask, openPool(MOST_WAITING.long).ask);
}

// Next bundles routes apart, each with its own copy of this module: what they share is the global object.
const shared = globalThis as typeof globalThis & {
  playgroundWorkers?: AskWork;
  /** A wrong setting stays wrong until the server is started again. */
  playgroundWorkFault?: ServiceUnavailable;
};

/** Has one of this server's threads work something out. */
export const askWorkers: AskWork = async (kind, asked, signal) => {
  // Recordings go on without counts.
  if (shared.playgroundWorkFault && kind !== "recording") throw shared.playgroundWorkFault;
  try {
    shared.playgroundWorkers ??= openWorkers(process.env);
    return await shared.playgroundWorkers(kind, asked, signal);
  } catch (error) {
    const isSetting = error instanceof ServiceUnavailable && /_invalid$/.test(error.error.code);
    if (isSetting) shared.playgroundWorkFault = error;
    throw error;
  }
};
