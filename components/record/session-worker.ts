/** Starts the worker that explains sessions; it counts away from the page, so that this stays quick. */

import { tell } from "../../lib/words/message";
import { createSessionSender } from "../../lib/worker/carry-session";
import { createSessionClient, type SessionClient } from "../../lib/worker/session-client";
import type { SessionAnswer } from "../../lib/worker/session-messages";

export interface SessionWorker {
  readonly ask: SessionClient["ask"];
  readonly end: () => void;
}

const NOT_STARTED = tell("record.workerNotStarted");

export function startSessionWorker(): SessionWorker {
  const worker = new Worker(new URL("../../lib/worker/record.worker.ts", import.meta.url), {
    type: "module",
  });
  const carry = createSessionSender();
  const client = createSessionClient((job) => worker.postMessage(carry(job)));
  worker.onmessage = ({ data }: MessageEvent<SessionAnswer>) => client.receive(data);
  worker.onerror = () => client.fail(NOT_STARTED);
  return {
    ask: client.ask,
    end() {
      worker.terminate();
      client.fail(tell("record.pageLeft"));
    },
  };
}
