"use client";
/** The whole page takes dropped files and texts: an overlay while they are dragged, then what they hold is opened. */
import { useEffect, useRef, useState } from "react";
import { tell } from "../../lib/words/message";
import { useWords } from "../words/use-words";
import { readTransfer } from "./read-transfer";
import { useImporter } from "./use-importer";

/** Fields take text by themselves; the editor's hidden field does not, it refuses drops. */
const takesText = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input, textarea") !== null &&
  target.closest(".monaco-editor") === null;

const isFileField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === "file";

/** Whether the page takes what is dragged here; fields keep what is theirs. */
function dragsImport({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  if (types.includes("Files")) return !isFileField(target);
  return types.includes("text/plain") && !takesText(target);
}

export function DropZone() {
  const { t } = useWords();
  const importer = useImporter();
  const [isOver, setIsOver] = useState(false);
  const overlay = useRef<HTMLDivElement>(null);

  useEffect(() => {
    /** True while something of the page itself is dragged, a selected word, say. */
    let isOwn = false;
    const begin = (): void => {
      isOwn = true;
    };
    const end = (): void => {
      isOwn = false;
      setIsOver(false);
    };
    const over = (event: DragEvent): void => {
      if (isOwn || !dragsImport(event)) return;
      // Without this the browser would not let go of it here, and the editor would take it for itself.
      event.preventDefault();
      event.stopPropagation();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      if (isOwn || !dragsImport(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const items = readTransfer(event.dataTransfer, tell("importing.droppedText"));
      if (items.length > 0) void importer.take(items);
    };
    const handlers = {
      dragstart: begin,
      dragend: end,
      dragenter: over,
      dragover: over,
      dragleave: leave,
      drop,
    };
    const entries = Object.entries(handlers) as [keyof typeof handlers, (event: DragEvent) => void][];
    for (const [name, handle] of entries) window.addEventListener(name, handle, true);
    return () => {
      for (const [name, handle] of entries) window.removeEventListener(name, handle, true);
    };
  }, [importer]);

  useEffect(() => {
    // A popover lies above an open dialog too.
    if (isOver) overlay.current?.showPopover();
  }, [isOver]);

  if (!isOver) return null;
  return (
    <div
      ref={overlay}
      popover="manual"
      className="pointer-events-none fixed inset-3 m-0 h-auto w-auto rounded-xl border-2 border-dashed border-accent bg-panel/90 text-ink"
    >
      <div className="grid h-full place-content-center gap-1 text-center">
        <p className="text-base font-semibold">{t("importing.dropHere")}</p>
        <p className="text-mute">{t("importing.dropMeans")}</p>
      </div>
    </div>
  );
}
