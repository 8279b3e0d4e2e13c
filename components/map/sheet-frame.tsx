/** A tool of the conversation below its picture, or in place of it, with its name and the way back. */
import type { ReactNode } from "react";
import type { Sheet } from "../../lib/store/address";

export const SHEET_NAMES: Readonly<Record<Sheet, string>> = {
  edit: "Edit turns",
  placements: "Placements",
  savings: "Savings",
  compare: "Compare",
  layers: "Layers",
  "keep-alive": "Keep-alive",
  run: "Run",
};

interface SheetFrameProps {
  readonly sheet: Sheet;
  /** True where it takes the whole panel. */
  readonly isWhole: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function SheetFrame({ sheet, isWhole, onClose, children }: SheetFrameProps) {
  const name = SHEET_NAMES[sheet];
  return (
    <section
      aria-label={name}
      className={`flex min-h-0 flex-col ${isWhole ? "flex-1" : "h-[46%] shrink-0 border-t border-line"}`}
    >
      <div className="flex h-9 shrink-0 items-center gap-3 border-b border-line-soft px-3 text-xs text-mute">
        <h2 className="text-[13px] font-semibold text-ink">{name}</h2>
        <button type="button" onClick={onClose} className="ml-auto rounded px-2 py-0.5 hover:bg-hover">
          {isWhole ? "Back to the map" : "Close"}
        </button>
      </div>
      {children}
    </section>
  );
}
