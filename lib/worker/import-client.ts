/** Starts imports, each in a worker of its own, so that the newest one wins and a long one can be called off. */
import type { ImportAnswer, ImportItem, ImportJob, ImportProgress } from "../import/import-job";
import type { ImportOutcome } from "../import/imported";
import { fail } from "../values/failure";

/** A worker, as far as an import needs it. */
interface ImportWorker {
  post(job: ImportJob): void;
  /** Ends it at once, whatever it is at. */
  end(): void;
}

/** Starts a worker whose answers, or whose failure to run, are handed on. */
export type StartWorker = (onAnswer: (answer: ImportAnswer) => void, onFailure: () => void) => ImportWorker;

export interface ImportClient {
  /**
   * Reads the items; calls off what is read meanwhile. Never rejects; null when it was called off.
   * @param key random bytes, new for each import
   */
  read(
    items: readonly ImportItem[],
    key: Uint8Array,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportOutcome | null>;
  cancel(): void;
}

const FAILED = "The import stopped: the browser may be out of memory. Import a part of it.";

export function createImportClient(startWorker: StartWorker): ImportClient {
  let cancel: () => void = () => undefined;
  return {
    read(items, key, onProgress) {
      cancel();
      return new Promise((resolve) => {
        let isSettled = false;
        const settle = (outcome: ImportOutcome | null): void => {
          isSettled = true;
          worker.end();
          resolve(outcome);
        };
        const worker = startWorker(
          (answer) => {
            if (answer.kind === "done") settle(answer.outcome);
            else if (!isSettled) onProgress(answer);
          },
          () => settle(fail(FAILED)),
        );
        cancel = () => settle(null);
        worker.post({ items, key });
      });
    },
    cancel: () => cancel(),
  };
}
