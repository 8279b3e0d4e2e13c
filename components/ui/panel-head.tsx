/** The head line of a panel: its name, what it shows, and its controls at the end. */
import type { ReactNode } from "react";

interface PanelHeadProps {
  readonly title: string;
  /** What does not fit scrolls sideways; else it goes on in a second line. */
  readonly scrolls?: boolean;
  readonly children?: ReactNode;
}

export function PanelHead({ title, scrolls = false, children }: PanelHeadProps) {
  return (
    <div
      className={`flex min-h-9 shrink-0 items-center gap-x-2 border-b border-line-soft px-3.5 text-xs text-mute ${
        scrolls
          ? "relative overflow-x-auto overflow-y-hidden [scrollbar-width:none] [&>*]:shrink-0"
          : "flex-wrap py-1"
      }`}
    >
      <h2 className="shrink-0 text-[13px] font-semibold whitespace-nowrap text-ink">{title}</h2>
      {children}
    </div>
  );
}
