"use client";
/** The import's dialog: choose, wait, look at what was understood, open. Nothing is kept before that. */
import { useEffect, useRef } from "react";
import { Dialog } from "../ui/dialog";
import { ImportChoice } from "./import-choice";
import { ImportPreview } from "./import-preview";
import { ImportWait } from "./import-wait";
import { useImport, useImporter } from "./use-importer";

export function ImportDialog() {
  const importer = useImporter();
  const isOpen = useImport((state) => state.isOpen);
  const step = useImport((state) => state.step);
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const shown = dialog.current;
    // Escape and the dialog's own button close it too. The event comes late: it may be open again by then.
    const close = (): void => {
      if (!shown?.open) importer.close();
    };
    shown?.addEventListener("close", close);
    return () => shown?.removeEventListener("close", close);
  }, [importer]);

  useEffect(() => {
    const shown = dialog.current;
    if (isOpen && !shown?.open) shown?.showModal();
    if (!isOpen && shown?.open) shown.close();
  }, [isOpen]);

  // Each step tells where the focus belongs; the one before it is gone from the page.
  useEffect(() => {
    if (isOpen) dialog.current?.querySelector<HTMLElement>(`[data-focus=${step.kind}]`)?.focus();
  }, [isOpen, step.kind]);

  const hasTable = step.kind === "preview" && step.imported.usages.length > 0;
  return (
    <Dialog dialog={dialog} title="Import" wide={hasTable}>
      {isOpen && step.kind === "choose" && <ImportChoice reason={step.reason} />}
      {isOpen && step.kind === "reading" && <ImportWait progress={step.progress} />}
      {isOpen && step.kind === "preview" && <ImportPreview imported={step.imported} />}
    </Dialog>
  );
}
