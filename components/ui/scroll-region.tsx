/** What may be wider than its place and scrolls there, by keyboard too; on a narrow screen it fades where it goes on. */
import type { ReactNode } from "react";

interface ScrollRegionProps {
  /** Its name for screen readers. */
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

const cue = "max-sm:pr-6 max-sm:[mask-image:linear-gradient(to_right,black_calc(100%-1.75rem),transparent)]";

export const ScrollRegion = ({ label, className = "", children }: ScrollRegionProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
  <section aria-label={label} tabIndex={0} className={`min-w-0 overflow-x-auto ${cue} ${className}`}>
    {children}
  </section>
);
