/** Starts the worker and the store behind a page. */

import type { Beginning } from "../lib/store/first-state";
import { createPlaygroundStore, type PlaygroundStore } from "../lib/store/playground-store";
import { tell } from "../lib/words/message";
import { createScenarioSender } from "../lib/worker/carry-scenario";
import { createTextSender } from "../lib/worker/carry-text";
import { createAnalysisClient } from "../lib/worker/latest-wins";
import type { Answers, Question, WorkerAnswer, WorkerJob } from "../lib/worker/messages";
import { createQuestionClient, type QuestionClient } from "../lib/worker/question-client";
import { whenFirstScreenStands } from "./first-screen";
import { whenPainted } from "./when-painted";

/**
 * Answers a question about just what the page opens with, where the answer has come with the page; else undefined. It holds
 * until another vocabulary is loaded.
 */
export type AnswerAhead = (question: Question) => Answers[Question["kind"]] | undefined;

export function startPlayground(beginning: Beginning, answerAhead?: AnswerAhead): PlaygroundStore {
  const [withoutScenario, withoutText] = [createScenarioSender(), createTextSender()];
  let worker: Worker | null = null;
  let isCountedAlike = true;
  // It begins with the first job: an opening whose figures are known has none before its screen stands.
  const post = (job: WorkerJob): void => {
    worker ??= startWorker();
    worker.postMessage(withoutText(withoutScenario(job)));
  };
  const client = createAnalysisClient(post);
  const questions = createQuestionClient(post);

  function startWorker(): Worker {
    const started = new Worker(new URL("../lib/worker/analysis.worker.ts", import.meta.url), {
      type: "module",
    });
    started.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.to === "analyse") client.receive(data);
      else questions.receive(data);
    };
    started.onerror = () => {
      const reason = tell("ui.workerNotStarted");
      client.fail(reason);
      questions.fail(reason);
    };
    return started;
  }

  const { text, settings } = beginning;
  const ask: QuestionClient["ask"] = async (question, options) => {
    if (question.kind === "read-vocabulary") isCountedAlike = false;
    const isOpening =
      isCountedAlike && "text" in question && question.text === text && question.settings === settings;
    const value = isOpening ? answerAhead?.(question) : undefined;
    // The answer ahead is one to this kind of question; the types cannot say so.
    return value === undefined ? questions.ask(question, options) : { ok: true, value: value as never };
  };
  const times = { now: Date.now, whenStanding: whenFirstScreenStands, whenPainted };
  return createPlaygroundStore({ ...beginning, ...times }, client, { ask });
}
