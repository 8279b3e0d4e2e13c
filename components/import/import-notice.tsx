"use client";
/** After an import: what took the place of the open layout, and the way back to that. */
import { usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useImport, useImporter } from "./use-importer";

export function ImportNotice() {
  const importer = useImporter();
  const opened = useImport((state) => state.opened);
  const count = usePlayground((state) => state.opened);

  if (opened?.count !== count) return null;
  return (
    <div className="order-last -mx-3.5 -mb-1.5 flex w-[calc(100%+1.75rem)] flex-wrap items-center gap-x-3 gap-y-1 border-t border-line-soft bg-raised px-3.5 py-1.5">
      <p>
        Imported {opened.name}. <span className="text-mute">Undo brings back what was open.</span>
      </p>
      <div className="ml-auto flex gap-2">
        <Button className="text-xs" onClick={() => void importer.bringBack()}>
          Back to what was open
        </Button>
        <Button className="text-xs" onClick={importer.dismiss}>
          Dismiss
        </Button>
      </div>
    </div>
  );
}
