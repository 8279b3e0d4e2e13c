/** Starts the worker and the store behind a page. */
import { createAnalysisClient } from "../lib/analysis/latest-wins";
import type { WorkerAnswer } from "../lib/analysis/messages";
import { createQuestionClient } from "../lib/analysis/question-client";
import { type Beginning, createPlaygroundStore, type PlaygroundStore } from "../lib/store/playground-store";

export function startPlayground(beginning: Beginning): PlaygroundStore {
  const worker = new Worker(new URL("../lib/analysis/analysis.worker.ts", import.meta.url), {
    type: "module",
  });
  const client = createAnalysisClient((job) => worker.postMessage(job));
  const questions = createQuestionClient((job) => worker.postMessage(job));
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
    if (data.to === "analyse") client.receive(data);
    else questions.receive(data);
  };
  worker.onerror = () => {
    const reason = "The analysis worker could not be started. Reload the page to try again.";
    client.fail(reason);
    questions.fail(reason);
  };
  return createPlaygroundStore(beginning, client, questions);
}
