/** The head line of a panel: its name, what it shows, and its controls at the end. */
import type { ReactNode } from "react";

interface PanelHeadProps {
  readonly title: string;
  /** True for controls that may need more room than there is: the line then scrolls sideways. */
  readonly scrolls?: boolean;
  readonly children?: ReactNode;
}

export function PanelHead({ title, scrolls = false, children }: PanelHeadProps) {
  return (
    <div
      className={`flex h-9 shrink-0 items-center gap-2.5 border-b border-line-soft px-3.5 text-xs text-mute ${
        scrolls
          ? "relative overflow-x-auto overflow-y-hidden [scrollbar-width:none] [&>*]:shrink-0"
          : "overflow-hidden"
      }`}
    >
      <h2 className="shrink-0 text-[13px] font-semibold whitespace-nowrap text-ink">{title}</h2>
      {children}
    </div>
  );
}
