/** Asks the worker questions and hands each answer to whoever asked. */
import type { Answers, CancelJob, Question, QuestionAnswer, QuestionJob } from "./messages";

export type Answered<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };

export interface AskOptions {
  /** Called as work goes on, for questions that take long. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Calls the question off: its answer is then a failure. */
  readonly signal?: AbortSignal;
}

export interface QuestionClient {
  ask<Asked extends Question>(
    question: Asked,
    options?: AskOptions,
  ): Promise<Answered<Answers[Asked["kind"]]>>;
  /** To be called with every answer of the worker. */
  receive(answer: QuestionAnswer): void;
  /** Answers all open questions with a failure: the worker is gone. */
  fail(reason: string): void;
}

export const CALLED_OFF = "Called off.";

interface OpenQuestion {
  settle(answered: Answered<Answers[Question["kind"]]>): void;
  readonly onProgress: AskOptions["onProgress"];
}

/** @param post hands a question to the worker; its answer comes back through `receive`. */
export function createQuestionClient(post: (job: QuestionJob | CancelJob) => void): QuestionClient {
  let nextId = 1;
  const open = new Map<number, OpenQuestion>();

  function settle(id: number, answered: Answered<Answers[Question["kind"]]>): void {
    const question = open.get(id);
    open.delete(id);
    question?.settle(answered);
  }

  return {
    ask: <Asked extends Question>(question: Asked, { onProgress, signal }: AskOptions = {}) =>
      new Promise<Answered<Answers[Asked["kind"]]>>((resolve) => {
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
