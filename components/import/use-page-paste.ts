"use client";
/** Takes what is pasted anywhere on the page, unless a field or the document has the focus. */
import { useEffect } from "react";
import type { Importer } from "./importer";
import { PASTED, readTransfer } from "./read-transfer";

/** Fields take text by themselves, and the document's editor decides for itself; views that are for reading do not. */
function keepsPaste(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(".monaco-editor")) return target.closest("[data-document]") !== null;
  return (
    target.closest("input, textarea") !== null || (target instanceof HTMLElement && target.isContentEditable)
  );
}

export function usePagePaste(importer: Importer): void {
  useEffect(() => {
    function paste(event: ClipboardEvent): void {
      if (event.defaultPrevented || keepsPaste(event.target)) return;
      const items = readTransfer(event.clipboardData, PASTED);
      if (items.length === 0) return;
      event.preventDefault();
      void importer.take(items);
    }
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, [importer]);
}
