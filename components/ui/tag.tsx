/** A small outlined word beside a figure or a sentence. */
import type { ReactNode } from "react";

export function Tag({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <span
      title={title}
      className="whitespace-nowrap rounded border border-line px-1.5 text-[11px] leading-4 text-mute"
    >
      {children}
    </span>
  );
}
