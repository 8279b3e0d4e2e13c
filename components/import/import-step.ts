/** The steps of the import's dialog, and how they follow what the worker tells of an import. */
import type { CleaningProgress, ImportProgress, ReadingProgress } from "../../lib/import/import-job";
import type { Imported } from "../../lib/import/imported";
import type { Said } from "../../lib/words/message";

/** How far it is with taking out keys and ids. */
export interface Pending extends Omit<CleaningProgress, "step"> {
  readonly requests: number;
}

export type ImportStep =
  /** `reason`: why the last attempt came to nothing; null before the first. */
  | { readonly kind: "choose"; readonly reason: Said | null }
  | { readonly kind: "reading"; readonly progress: ReadingProgress | null }
  | {
      readonly kind: "preview";
      readonly imported: Imported;
      /** Until keys and ids are taken out of its texts it cannot be opened; null once that is done. */
      readonly pending: Pending | null;
    };

export const FIRST_STEP: ImportStep = { kind: "choose", reason: null };
export const READING: ImportStep = { kind: "reading", progress: null };

/** The step after one more word of progress: what is known of an import is shown before it can be opened. */
export function followProgress(step: ImportStep, progress: ImportProgress): ImportStep {
  if (progress.step === "seen") {
    const { imported, requests } = progress.seen;
    return { kind: "preview", imported, pending: { requests, done: 0, total: requests, removed: 0 } };
  }
  if (progress.step !== "clean") return { kind: "reading", progress };
  if (step.kind !== "preview" || !step.pending) return step;
  const { done, total, removed } = progress;
  return { ...step, pending: { ...step.pending, done, total, removed } };
}
