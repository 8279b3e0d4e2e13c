/** Starts the worker and the store behind a page. */

import type { Beginning } from "../lib/store/first-state";
import { createPlaygroundStore, type PlaygroundStore } from "../lib/store/playground-store";
import { tell } from "../lib/words/message";
import { createScenarioSender } from "../lib/worker/carry-scenario";
import { createAnalysisClient } from "../lib/worker/latest-wins";
import type { WorkerAnswer } from "../lib/worker/messages";
import { createQuestionClient } from "../lib/worker/question-client";

export function startPlayground(beginning: Beginning): PlaygroundStore {
  const worker = new Worker(new URL("../lib/worker/analysis.worker.ts", import.meta.url), {
    type: "module",
  });
  const carry = createScenarioSender();
  const client = createAnalysisClient((job) => worker.postMessage(carry(job)));
  const questions = createQuestionClient((job) => worker.postMessage(carry(job)));
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
    if (data.to === "analyse") client.receive(data);
    else questions.receive(data);
  };
  worker.onerror = () => {
    const reason = tell("ui.workerNotStarted");
    client.fail(reason);
    questions.fail(reason);
  };
  return createPlaygroundStore({ ...beginning, now: Date.now }, client, questions);
}
