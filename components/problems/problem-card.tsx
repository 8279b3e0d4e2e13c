"use client";
/** One problem: what will happen, where, on what evidence, and its fix. */
import type { Diagnostic, Severity } from "../../lib/lint/diagnostic";
import { GhostButton } from "../map/ghost-button";
import { LessonLink } from "../terms/lesson-link";
import { Button } from "../ui/button";
import { Hint } from "../ui/hint";
import { Tag } from "../ui/tag";
import { type Drawers, useWords } from "../words/use-words";
import { FixCost } from "./fix-cost";

const dots: Record<Severity, string> = {
  error: "bg-bad",
  warning: "bg-warn rounded-none rotate-45 scale-90",
  info: "bg-faint",
};

const DRAWERS: Drawers = { hidden: (pieces) => <span className="sr-only">{pieces}</span> };

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
  const { t, say, rich } = useWords();
  const { rule, title, severity, message, pointer, evidence, source, asOf, fix } = diagnostic;
  return (
    <li className="border-b border-line-soft px-3.5 py-2.5" data-rule={rule}>
      <div className="flex items-baseline gap-2">
        <span aria-hidden className={`size-2 shrink-0 rounded-full ${dots[severity]}`} />
        <span className="sr-only">
          {t("problems.severityNamed", { severity: t(`problems.severity_${severity}`) })}
        </span>
        <span className="min-w-0">
          <Hint text={t("problems.ruleHint")}>
            <a
              href={`/rules/${rule}`}
              target="_blank"
              rel="noreferrer"
              className="font-medium text-pretty hover:underline"
            >
              {say(title)}
            </a>
          </Hint>
          <code className="font-mono text-[11px] text-mute"> · {rule}</code>
        </span>
        <Hint text={pointer || t("problems.wholeRequest")}>
          <button
            type="button"
            onClick={onOpen}
            className="ml-auto shrink-0 font-mono text-[11.5px] text-mute hover:text-ink hover:underline"
          >
            {t("problems.line", { line })}
          </button>
        </Hint>
      </div>
      <p className="mt-1 mb-1.5 text-pretty">{say(message)}</p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {fix && (
          <GhostButton
            look={severity === "info" ? "quiet" : "main"}
            className="text-xs"
            edits={fix.edits}
            name={say(fix.title)}
            onClick={onFix}
          >
            {say(fix.title)}
          </GhostButton>
        )}
        {fix && <FixCost fix={fix} stillChanging={alsoChanging} />}
        <LessonLink taught={`rule:${rule}`} />
        <Hint text={source}>
          <a href={source} target="_blank" rel="noreferrer" className="text-[11px] text-mute hover:underline">
            <Tag>
              {t(`offers.evidence_${evidence}`)} {asOf} ↗
            </Tag>
          </a>
        </Hint>
        <Hint text={t("problems.switchOffHint")}>
          <Button
            look="link"
            className="relative ml-auto text-[11px] font-normal! text-mute!"
            onClick={onSwitchOff}
          >
            {rich("problems.switchOff", DRAWERS, { rule })}
          </Button>
        </Hint>
      </div>
    </li>
  );
}
