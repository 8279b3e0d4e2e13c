/** A small outlined word beside a figure or a sentence. */
import type { ReactNode } from "react";
import { Hint } from "./hint";

const look = "whitespace-nowrap rounded border border-line px-1.5 text-[11px] leading-4 text-mute";

interface TagProps {
  readonly children: ReactNode;
  /** A few words on hover and focus; never inside a link or a button, which takes the focus itself. */
  readonly hint?: string;
}

export function Tag({ children, hint }: TagProps) {
  if (hint === undefined) return <span className={look}>{children}</span>;
  return (
    <Hint text={hint}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hint must be reached by keyboard */}
      <span tabIndex={0} className={look}>
        {children}
      </span>
    </Hint>
  );
}
