/** What a page and the worker that explains recorded sessions say to each other. */

import type { RunSettings } from "../run/predict-run";
import type { RecordedSession } from "../sessions/recorded-exchange";
import type { CheapestView, SessionView } from "../sessions/session-view";
import type { AskAnswer, AskJob } from "./ask-client";

export type SessionQuestion = {
  readonly kind: "explain-session" | "cheapest-for-session";
  readonly session: RecordedSession;
  readonly settings: RunSettings;
};

export interface SessionAnswers {
  readonly "explain-session": SessionView;
  readonly "cheapest-for-session": CheapestView;
}

export type SessionJob = AskJob<SessionQuestion>;

export type SessionAnswer = AskAnswer<SessionAnswers[SessionQuestion["kind"]]>;
