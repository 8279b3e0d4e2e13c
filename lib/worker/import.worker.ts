/** The worker that reads an import: a shell around the reader. It serves one import; ending it calls that off. */

import type { ImportAnswer, ImportJob, ImportProgress } from "../import/import-job";
import { createImportReader } from "../import/read-import";
import { runImport } from "../import/run-import";
import { createAlias } from "../redact/create-alias";

/** Steps of progress that are told of an import; more would only be drawn over. */
const STEPS = 200;

const answer = (message: ImportAnswer): void => self.postMessage(message);

self.onmessage = async ({ data: { items, key } }: MessageEvent<ImportJob>) => {
  let told = 0;
  const tell = (progress: ImportProgress): void => {
    if ("done" in progress && progress.done < told + progress.total / STEPS) return;
    told = "done" in progress ? progress.done : 0;
    answer({ kind: "progress", ...progress });
  };
  const reader = createImportReader({ alias: createAlias(key), files: items.length });
  answer({ kind: "done", outcome: await runImport(items, reader, tell) });
};
