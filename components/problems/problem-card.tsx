"use client";
/** One problem: what will happen, where, on what evidence, and its fix. */
import type { Diagnostic, Severity } from "../../lib/lint/diagnostic";
import { Button } from "../ui/button";
import { Tag } from "../ui/tag";
import { FixCost } from "./fix-cost";

const dots: Record<Severity, string> = {
  error: "bg-bad",
  warning: "bg-written rounded-none rotate-45 scale-90",
  info: "bg-uncached",
};

interface ProblemCardProps {
  readonly diagnostic: Diagnostic;
  readonly line: number;
  readonly onOpen: () => void;
  readonly onFix: () => void;
  readonly onSwitchOff: () => void;
  /** Other texts before the marker that change, too. */
  readonly alsoChanging: number;
}

export function ProblemCard({
  diagnostic,
  line,
  onOpen,
  onFix,
  onSwitchOff,
  alsoChanging,
}: ProblemCardProps) {
  const { rule, severity, message, pointer, evidence, source, asOf, fix } = diagnostic;
  return (
    <li className="border-b border-line-soft px-3.5 py-2.5" data-rule={rule}>
      <div className="flex items-baseline gap-2">
        <span aria-hidden className={`size-2 shrink-0 rounded-full ${dots[severity]}`} />
        <span className="sr-only">{severity}:</span>
        <a
          href={`/rules/${rule}`}
          target="_blank"
          rel="noreferrer"
          title="What this rule says"
          className="font-mono text-[12px] font-medium hover:underline"
        >
          {rule}
        </a>
        <button
          type="button"
          onClick={onOpen}
          title={pointer || "the whole request"}
          className="ml-auto shrink-0 font-mono text-[11.5px] text-mute hover:text-ink hover:underline"
        >
          line {line}
        </button>
      </div>
      <p className="mt-1 mb-1.5 text-pretty">{message}</p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {fix && (
          <Button look="link" className="text-xs" onClick={onFix}>
            {fix.title}
          </Button>
        )}
        {fix && <FixCost fix={fix} stillChanging={alsoChanging} />}
        <a href={source} target="_blank" rel="noreferrer" className="text-[11px] text-mute hover:underline">
          <Tag title={source}>
            {evidence} {asOf} ↗
          </Tag>
        </a>
        <Button
          look="link"
          className="relative ml-auto text-[11px] font-normal! text-mute!"
          title="Switch this rule off for this document; a shared link carries the choice"
          onClick={onSwitchOff}
        >
          switch off<span className="sr-only"> {rule}</span>
        </Button>
      </div>
    </li>
  );
}
