/** The worker that explains recorded sessions: a shell around `answerSessionQuestion`, fed by messages. */

import { createSessionMemory } from "../sessions/session-memory";
import { reasonOf } from "../values/failure";
import { answerSessionQuestion } from "./answer-session-question";
import { type CarriedSessionJob, createSessionTaker } from "./carry-session";
import { loadCounters } from "./load-counters.worker";
import type { SessionAnswer, SessionQuestion } from "./session-messages";

const loading = loadCounters().then(createSessionMemory);
// Every question reports a failure to load; unhandled it would be reported twice.
loading.catch(() => undefined);

const take = createSessionTaker();

const cancelled = new Set<number>();

/** Milliseconds of work between two looks at the messages. */
const STINT = 30;

/** Lets messages in that have come meanwhile. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const post = (answer: SessionAnswer): void => self.postMessage(answer);

/** A question that is called off has no answer. */
async function answerInSteps(id: number, question: SessionQuestion): Promise<void> {
  const work = answerSessionQuestion(question, await loading);
  let breathed = performance.now();
  for (;;) {
    const next = work.next();
    if (next.done) return post({ kind: "done", id, value: next.value });
    if (performance.now() - breathed < STINT) continue;
    post({ kind: "progress", id, ...next.value });
    await breathe();
    breathed = performance.now();
    if (cancelled.delete(id)) return;
  }
}

self.onmessage = async ({ data: carried }: MessageEvent<CarriedSessionJob>) => {
  const data = take(carried);
  if (data.kind === "cancel") {
    cancelled.add(data.id);
    return;
  }
  try {
    await answerInSteps(data.id, data.question);
  } catch (error) {
    post({ kind: "failed", id: data.id, reason: reasonOf(error) });
  }
};
