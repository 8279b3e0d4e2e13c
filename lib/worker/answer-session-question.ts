/** Answers what a page asks of a recorded session, in steps. */

import { cheapestForSession } from "../sessions/cheapest-for-session";
import { explainSession } from "../sessions/explain-session";
import type { SessionMemory } from "../sessions/session-memory";
import type { Progress } from "../values/progress";
import type { SessionAnswers, SessionQuestion } from "./session-messages";

/** Between two steps the caller may do something else, or stop. */
export function answerSessionQuestion(
  { kind, session, settings }: SessionQuestion,
  memory: SessionMemory,
): Generator<Progress, SessionAnswers[SessionQuestion["kind"]]> {
  return kind === "explain-session"
    ? explainSession(session, settings, memory)
    : cheapestForSession(session, settings, memory);
}
