"use client";
/** A tool of the conversation below its picture, or in place of it, with its name and the way back, which Escape goes too. */
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import type { Sheet } from "../../lib/store/address";
import type { MessageKey } from "../../lib/words/message";
import { useWords } from "../words/use-words";

export const SHEET_NAMES = {
  edit: "map.sheetEdit",
  placements: "map.sheetPlacements",
  savings: "map.sheetSavings",
  compare: "map.sheetCompare",
  layers: "map.sheetLayers",
  "keep-alive": "map.sheetKeepAlive",
  run: "map.sheetRun",
} satisfies Record<Sheet, MessageKey>;

interface SheetFrameProps {
  readonly sheet: Sheet;
  /** True where it takes the whole panel. */
  readonly isWhole: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function SheetFrame({ sheet, isWhole, onClose, children }: SheetFrameProps) {
  const { t } = useWords();
  const name = t(SHEET_NAMES[sheet]);
  const frame = useRef<HTMLElement>(null);
  /** What had the focus when the tool was opened. */
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
  }, []);

  /** The focus goes back to what opened the tool, or else to the tool's button beside the bill. */
  function close(): void {
    const from = opener.current;
    onClose();
    const button = document.querySelector<HTMLElement>(`[data-sheet-button="${sheet}"]`);
    const back = from instanceof HTMLElement && from.isConnected && from !== document.body ? from : button;
    back?.focus();
  }

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    // What is open over the page, and the other panels, have an Escape of their own.
    const at = event.target instanceof Element ? event.target : document.body;
    const isOurs =
      at === document.body || frame.current?.contains(at) || at.closest("[data-sheet-button]") !== null;
    if (isOurs) close();
  });
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => press(event);
    window.addEventListener("keydown", handle);
    return () => window.removeEventListener("keydown", handle);
  }, []);

  return (
    <section
      ref={frame}
      aria-label={name}
      className={`flex min-h-0 flex-col ${isWhole ? "flex-1" : "h-[46%] shrink-0 border-t border-line"}`}
    >
      <div className="flex h-9 shrink-0 items-center gap-3 border-b border-line-soft px-3 text-xs text-mute">
        <h2 className="text-[13px] font-semibold text-ink">{name}</h2>
        <button type="button" onClick={close} className="ml-auto rounded px-2 py-0.5 hover:bg-hover">
          {t(isWhole ? "map.backToMap" : "map.close")}
        </button>
      </div>
      {children}
    </section>
  );
}
