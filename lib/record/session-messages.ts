/** What a page and the worker that explains recorded sessions say to each other. */
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

export type SessionJob =
  | { readonly kind: "ask"; readonly id: number; readonly question: SessionQuestion }
  /** Calls a question off that is still being worked on. */
  | { readonly kind: "cancel"; readonly id: number };

export type SessionAnswer =
  | {
      readonly kind: "done";
      readonly id: number;
      readonly value: SessionAnswers[SessionQuestion["kind"]];
    }
  | { readonly kind: "failed"; readonly id: number; readonly message: string }
  | { readonly kind: "progress"; readonly id: number; readonly done: number; readonly total: number };
