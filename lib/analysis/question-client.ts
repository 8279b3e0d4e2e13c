/** Asks the worker questions and hands each answer to whoever asked. */
import type { Answers, Question, QuestionAnswer, QuestionJob } from "./messages";

export type Answered<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };

export interface QuestionClient {
  ask<Asked extends Question>(question: Asked): Promise<Answered<Answers[Asked["kind"]]>>;
  /** To be called with every answer of the worker. */
  receive(answer: QuestionAnswer): void;
  /** Answers all open questions with a failure: the worker is gone. */
  fail(reason: string): void;
}

type Settle = (answered: Answered<Answers[Question["kind"]]>) => void;

/** @param post hands a question to the worker; its answer comes back through `receive`. */
export function createQuestionClient(post: (job: QuestionJob) => void): QuestionClient {
  let nextId = 1;
  const open = new Map<number, Settle>();
  return {
    ask: <Asked extends Question>(question: Asked) =>
      new Promise<Answered<Answers[Asked["kind"]]>>((settle) => {
        const id = nextId++;
        // The worker answers a question with the value of its kind; the map cannot say so.
        open.set(id, settle as Settle);
        post({ kind: "ask", id, question });
      }),
    receive(answer) {
      const settle = open.get(answer.id);
      open.delete(answer.id);
      settle?.(
        answer.kind === "done" ? { ok: true, value: answer.value } : { ok: false, reason: answer.message },
      );
    },
    fail(reason) {
      for (const settle of open.values()) settle({ ok: false, reason });
      open.clear();
    },
  };
}
