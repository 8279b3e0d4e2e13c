/** Runs analyses one at a time: while one is under way only the newest of the waiting ones is kept. */
import type { Analysis, Figures, Settings } from "../pipeline/analysis";
import type { Said } from "../words/message";
import { createAnalysisTaker } from "./analysis-difference";
import type { AnalysisAnswer, AnalysisJob } from "./messages";

export type Outcome =
  | { readonly kind: "done"; readonly analysis: Analysis }
  | { readonly kind: "superseded" }
  | { readonly kind: "failed"; readonly reason: Said };

export interface AnalysisClient {
  /**
   * @param turn request that is shown in full
   * @param onFigures called with the figures, as soon as they are there: the rest of the analysis follows
   */
  analyse(
    text: string,
    settings: Settings,
    turn: number,
    onFigures?: (figures: Figures) => void,
  ): Promise<Outcome>;
  /** To be called with every answer of the worker. */
  receive(answer: AnalysisAnswer): void;
  /** Ends what is under way and what waits, as failed: the worker is gone. */
  fail(reason: Said): void;
}

interface Waiting {
  readonly job: AnalysisJob;
  readonly settle: (outcome: Outcome) => void;
  readonly onFigures: ((figures: Figures) => void) | undefined;
}

/** @param post hands a job to the worker; its answer comes back through `receive`. */
export function createAnalysisClient(post: (job: AnalysisJob) => void): AnalysisClient {
  const take = createAnalysisTaker();
  let nextId = 1;
  let active: Waiting | null = null;
  let pending: Waiting | null = null;
  /** Of the job under way. */
  let figures: Figures | null = null;
  /** Settings that the worker has. */
  let posted: Settings | null = null;

  function startPending(): void {
    active = pending;
    pending = null;
    figures = null;
    if (!active) return;
    const { job } = active;
    post(job.settings === posted ? { ...job, settings: null } : job);
    posted = job.settings;
  }

  return {
    analyse(text, settings, turn, onFigures) {
      return new Promise((settle) => {
        pending?.settle({ kind: "superseded" });
        pending = { job: { kind: "analyse", id: nextId++, text, settings, turn }, settle, onFigures };
        if (!active) startPending();
      });
    },
    receive(answer) {
      // What is answered too late is what the next difference is against.
      const taken = answer.kind === "figures" ? take(answer.difference) : null;
      if (!active || active.job.id !== answer.id) return;
      if (answer.kind === "figures") {
        figures = taken;
        if (taken) active.onFigures?.(taken);
        return;
      }
      active.settle(
        answer.kind === "failed"
          ? { kind: "failed", reason: answer.reason }
          : { kind: "done", analysis: { diagnostics: answer.diagnostics, ...(figures as Figures) } },
      );
      startPending();
    },
    fail(reason) {
      active?.settle({ kind: "failed", reason });
      pending?.settle({ kind: "failed", reason });
      active = null;
      pending = null;
    },
  };
}
