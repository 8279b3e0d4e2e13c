"use client";
/** How far long work has come; without an end that is known it only says that something is under way. */
import { Progress } from "@base-ui/react/progress";

interface ProgressBarProps {
  readonly label: string;
  /** Null = not known. */
  readonly done: number | null;
  readonly of: number;
  readonly className?: string;
}

export function ProgressBar({ label, done, of, className = "" }: ProgressBarProps) {
  return (
    <Progress.Root aria-label={label} value={done} max={Math.max(1, of)} className={className}>
      <Progress.Track className="h-1.5 overflow-hidden rounded-full bg-selected">
        <Progress.Indicator className="h-full rounded-full bg-accent data-indeterminate:w-1/3 data-indeterminate:animate-pulse motion-reduce:animate-none" />
      </Progress.Track>
    </Progress.Root>
  );
}
