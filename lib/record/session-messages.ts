/** What a page and the worker that explains recorded sessions say to each other. */
import type { AskAnswer, AskJob } from "../analysis/ask-client";
import type { RunSettings } from "../analysis/predict-run";
import type { RecordedSession } from "./recorded-exchange";
import type { CheapestView, SessionView } from "./session-view";

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
