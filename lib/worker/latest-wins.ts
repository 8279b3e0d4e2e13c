/** Runs analyses one at a time: until the figures of one are there only the newest of the waiting ones is kept. */
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
  /** Those whose problems are still looked for, by id. */
  const counted = new Map<number, Waiting & { readonly figures: Figures }>();
  /** Settings that the worker has. */
  let posted: Settings | null = null;

  function startPending(): void {
    active = pending;
    pending = null;
    if (!active) return;
    const { job } = active;
    post(job.settings === posted ? { ...job, settings: null } : job);
    posted = job.settings;
  }

  function takeFigures({ id, difference }: Extract<AnalysisAnswer, { kind: "figures" }>): void {
    // What is answered too late is what the next difference is against.
    const figures = take(difference);
    if (active?.job.id !== id) return;
    const { onFigures } = active;
    counted.set(id, { ...active, figures });
    startPending();
    onFigures?.(figures);
  }

  function fail(waiting: Waiting | undefined | null, reason: Said): void {
    waiting?.settle({ kind: "failed", reason });
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
      if (answer.kind === "figures") {
        takeFigures(answer);
        return;
      }
      const known = counted.get(answer.id);
      counted.delete(answer.id);
      if (answer.kind === "failed") {
        if (known) fail(known, answer.reason);
        else if (active?.job.id === answer.id) {
          fail(active, answer.reason);
          startPending();
        }
      } else if (known) {
        const { diagnostics } = answer;
        known.settle(
          diagnostics === null
            ? { kind: "superseded" }
            : { kind: "done", analysis: { diagnostics, ...known.figures } },
        );
      }
    },
    fail(reason) {
      for (const one of [...counted.values(), active, pending]) fail(one, reason);
      counted.clear();
      active = null;
      pending = null;
    },
  };
}
