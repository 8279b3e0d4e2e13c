/** A page's questions to the worker that explains recorded sessions. */
import { type AskClient, createAskClient } from "./ask-client";
import type { SessionAnswers, SessionJob, SessionQuestion } from "./session-messages";

export type SessionClient = AskClient<SessionQuestion, SessionAnswers>;

/** @param post hands a job to the worker; its answer comes back through `receive`. */
export const createSessionClient = (post: (job: SessionJob) => void): SessionClient =>
  createAskClient<SessionQuestion, SessionAnswers>(post);
