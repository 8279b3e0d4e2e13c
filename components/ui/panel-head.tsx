/** The head line of a panel: its name, what it shows, and its controls at the end. */
import type { ReactNode } from "react";

export function PanelHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex h-9 shrink-0 items-center gap-2.5 overflow-hidden border-b border-line-soft px-3.5 text-xs text-mute">
      <h2 className="text-[13px] font-semibold text-ink">{title}</h2>
      {children}
    </div>
  );
}
