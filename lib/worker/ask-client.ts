/** Asks a worker questions and hands each answer to whoever asked; questions can be called off. */
import { type Failure, fail } from "../values/failure";
import type { Said } from "../words/message";

export type Answered<Value> = { readonly ok: true; readonly value: Value } | Failure;

export interface AskOptions {
  /** Called as work goes on, for questions that take long. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Calls the question off: its answer is then a failure. */
  readonly signal?: AbortSignal;
}

/** What the client sends. */
export type AskJob<Question> =
  | { readonly kind: "ask"; readonly id: number; readonly question: Question }
  /** Calls a question off that is still being worked on. */
  | { readonly kind: "cancel"; readonly id: number };

/** What the worker says. */
export type AskAnswer<Value> =
  | { readonly kind: "done"; readonly id: number; readonly value: Value }
  | { readonly kind: "failed"; readonly id: number; readonly reason: string }
  | { readonly kind: "progress"; readonly id: number; readonly done: number; readonly total: number };

interface Kinds {
  readonly kind: string;
}

/** `Answers` gives the value of each kind of question. */
export interface AskClient<Question extends Kinds, Answers extends Record<Question["kind"], unknown>> {
  /** Never rejects: a question that fails or is called off says so. */
  ask<Asked extends Question>(
    question: Asked,
    options?: AskOptions,
  ): Promise<Answered<Answers[Asked["kind"]]>>;
  /** To be called with every answer of the worker. */
  receive(answer: AskAnswer<Answers[Question["kind"]]>): void;
  /** Answers all open questions with a failure: the worker is gone. */
  fail(reason: Said): void;
}

export const CALLED_OFF = "Called off.";

/** @param post hands a job to the worker; its answer comes back through `receive`. */
export function createAskClient<Question extends Kinds, Answers extends Record<Question["kind"], unknown>>(
  post: (job: AskJob<Question>) => void,
): AskClient<Question, Answers> {
  type Outcome = Answered<Answers[Question["kind"]]>;
  interface OpenQuestion {
    settle(outcome: Outcome): void;
    readonly onProgress: AskOptions["onProgress"];
  }

  let nextId = 1;
  const open = new Map<number, OpenQuestion>();

  function settle(id: number, outcome: Outcome): void {
    const question = open.get(id);
    open.delete(id);
    question?.settle(outcome);
  }

  return {
    ask: <Asked extends Question>(question: Asked, { onProgress, signal }: AskOptions = {}) =>
      new Promise<Answered<Answers[Asked["kind"]]>>((resolve) => {
        if (signal?.aborted) {
          resolve(fail(CALLED_OFF));
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
            settle(id, fail(CALLED_OFF));
          },
          { once: true },
        );
      }),
    receive(answer) {
      if (answer.kind === "progress") open.get(answer.id)?.onProgress?.(answer.done, answer.total);
      else if (answer.kind === "done") settle(answer.id, { ok: true, value: answer.value });
      else settle(answer.id, fail(answer.reason));
    },
    fail(reason) {
      for (const id of [...open.keys()]) settle(id, fail(reason));
    },
  };
}
