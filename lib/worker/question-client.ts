/** The page's questions to the analysis worker, besides analyses. */
import { type AskClient, createAskClient } from "./ask-client";
import type { Answers, CancelJob, Question, QuestionJob } from "./messages";

export type QuestionClient = AskClient<Question, Answers>;

/** @param post hands a job to the worker; its answer comes back through `receive`. */
export const createQuestionClient = (post: (job: QuestionJob | CancelJob) => void): QuestionClient =>
  createAskClient<Question, Answers>(post);
