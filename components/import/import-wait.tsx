"use client";
/** While an import is read: how far it is, and a way to call it off. */
import type { ImportProgress } from "../../lib/import/import-job";
import { formatBytes } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { useImporter } from "./use-importer";

export function ImportWait({ progress }: { progress: ImportProgress | null }) {
  const importer = useImporter();
  return (
    <>
      <p className="mt-3 break-words">
        {progress
          ? `${progress.name}: ${formatBytes(progress.done)} of ${formatBytes(progress.total)} read`
          : "Reading…"}
      </p>
      <progress
        aria-label="Import"
        className="mt-2 h-2 w-full accent-accent"
        {...(progress ? { value: progress.done, max: Math.max(1, progress.total) } : {})}
      />
      <div className="mt-3">
        <Button data-focus="reading" onClick={importer.back}>
          Cancel
        </Button>
      </div>
    </>
  );
}
