"use client";
/** The import's dialog: choose, wait, look at what was understood, open. Nothing is kept before that. */
import { useCallback, useEffect, useRef } from "react";
import type { ReadingProgress } from "../../lib/import/import-job";
import { KIND_NAMES } from "../../lib/import/kind-names";
import { formatBytes } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { ProgressBar } from "../ui/progress-bar";
import { useWords } from "../words/use-words";
import { ImportChoice } from "./import-choice";
import { ImportPreview } from "./import-preview";
import { useImport, useImporter } from "./use-importer";

function ImportWait({ progress }: { progress: ReadingProgress | null }) {
  const { t } = useWords();
  const importer = useImporter();
  const read = progress?.step === "read" ? progress : null;
  return (
    <>
      <p className="mt-3 break-words">
        {read
          ? t("importing.progress", {
              name: read.name,
              done: formatBytes(read.done),
              total: formatBytes(read.total),
            })
          : t(progress ? "importing.recognising" : "importing.reading")}
      </p>
      {read?.found && (
        <p className="mt-1 break-words text-mute">
          {t("importing.foundSoFar", { kind: KIND_NAMES[read.found.kind], count: read.found.count })}
        </p>
      )}
      <ProgressBar
        label={t("importing.import")}
        done={read?.done ?? null}
        of={read?.total ?? 1}
        className="mt-2 w-full"
      />
      <div className="mt-3">
        <Button data-focus="reading" onClick={importer.back}>
          {t("importing.cancel")}
        </Button>
      </div>
    </>
  );
}

export function ImportDialog() {
  const { t } = useWords();
  const importer = useImporter();
  const isOpen = useImport((state) => state.isOpen);
  const step = useImport((state) => state.step);
  const inside = useRef<HTMLDivElement>(null);

  // Each step tells where the focus belongs; the one before it is gone from the page.
  const findFocus = useCallback(
    () => inside.current?.querySelector<HTMLElement>(`[data-focus=${step.kind}]`) ?? null,
    [step.kind],
  );
  useEffect(() => findFocus()?.focus(), [findFocus]);

  const hasTable = step.kind === "preview" && step.imported.usages.length > 0;
  return (
    <Dialog
      open={isOpen}
      onClose={importer.close}
      findFocus={findFocus}
      title={t("importing.import")}
      wide={hasTable}
    >
      <div ref={inside}>
        {step.kind === "choose" && <ImportChoice reason={step.reason} />}
        {step.kind === "reading" && <ImportWait progress={step.progress} />}
        {step.kind === "preview" && <ImportPreview imported={step.imported} pending={step.pending} />}
      </div>
    </Dialog>
  );
}
