/** Asks the worker about recorded sessions and hands each answer to whoever asked. */
import { type Answered, type AskOptions, CALLED_OFF } from "../analysis/question-client";
import type { SessionAnswer, SessionAnswers, SessionJob, SessionQuestion } from "./session-messages";

export interface SessionClient {
  /** Never rejects: a question that fails or is called off says so. */
  ask<Kind extends SessionQuestion["kind"]>(
    question: SessionQuestion & { readonly kind: Kind },
    options?: AskOptions,
  ): Promise<Answered<SessionAnswers[Kind]>>;
  /** To be called with every answer of the worker. */
  receive(answer: SessionAnswer): void;
  /** Answers all open questions with a failure: the worker is gone. */
  fail(reason: string): void;
}

interface OpenQuestion {
  settle(answered: Answered<SessionAnswers[SessionQuestion["kind"]]>): void;
  readonly onProgress: AskOptions["onProgress"];
}

/** @param post hands a job to the worker; its answer comes back through `receive`. */
export function createSessionClient(post: (job: SessionJob) => void): SessionClient {
  let nextId = 1;
  const open = new Map<number, OpenQuestion>();

  function settle(id: number, answered: Answered<SessionAnswers[SessionQuestion["kind"]]>): void {
    const question = open.get(id);
    open.delete(id);
    question?.settle(answered);
  }

  return {
    ask: <Kind extends SessionQuestion["kind"]>(
      question: SessionQuestion & { readonly kind: Kind },
      { onProgress, signal }: AskOptions = {},
    ) =>
      new Promise<Answered<SessionAnswers[Kind]>>((resolve) => {
        if (signal?.aborted) {
          resolve({ ok: false, reason: CALLED_OFF });
          return;
        }
        const id = nextId++;
        // The worker answers a question with the value of its kind; the map cannot say so.
        open.set(id, { settle: resolve as OpenQuestion["settle"], onProgress });
        post({ kind: "ask", id, question });
        signal?.addEventListener(
          "abort",
          () => {
            if (open.has(id)) post({ kind: "cancel", id });
            settle(id, { ok: false, reason: CALLED_OFF });
          },
          { once: true },
        );
      }),
    receive(answer) {
      if (answer.kind === "progress") open.get(answer.id)?.onProgress?.(answer.done, answer.total);
      else if (answer.kind === "done") settle(answer.id, { ok: true, value: answer.value });
      else settle(answer.id, { ok: false, reason: answer.message });
    },
    fail(reason) {
      for (const id of [...open.keys()]) settle(id, { ok: false, reason });
    },
  };
}
