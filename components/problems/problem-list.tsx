"use client";
/** The problems of the document, worst first, and what its requests missed. */
import { useMemo } from "react";
import type { Diagnostic, Severity } from "../../lib/lint/diagnostic";
import { useActions, usePlayground, usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { Hint } from "../ui/hint";
import { type Drawers, useWords } from "../words/use-words";
import { groupMisses } from "./group-misses";
import { keyProblems } from "./key-problems";
import { MissList } from "./miss-list";
import { ProblemCard } from "./problem-card";

/** The rules that are switched off for this document, each with the way to switch it on again. */
function OffRules() {
  const { t } = useWords();
  const offRules = usePlayground((state) => state.settings.offRules);
  const actions = useActions();
  if (!offRules || offRules.length === 0) return null;
  return (
    <section aria-label={t("problems.offRules")} className="px-3.5 py-2.5 text-xs text-mute">
      {t("problems.offRulesHere")}
      <ul className="mt-1 flex flex-wrap gap-1.5">
        {offRules.map((rule) => (
          <li key={rule}>
            <Hint text={t("problems.switchOn")}>
              <button
                type="button"
                aria-label={t("problems.switchOnRule", { rule })}
                onClick={() => actions.switchRule(rule, true)}
                className="rounded border border-line px-1.5 py-0.5 font-mono text-[11px] hover:bg-hover hover:text-ink"
              >
                {rule} <span aria-hidden>×</span>
              </button>
            </Hint>
          </li>
        ))}
      </ul>
    </section>
  );
}

const DRAWERS: Drawers = {
  good: (pieces) => <span className="font-medium text-read-ink">{pieces}</span>,
};

const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Its findings cost together what each alone would: one mend of several may save nothing yet. */
const CHANGING_RULE = "volatile-before-marker";

const lineAt = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
};

/** @param onWhy the reader wants to see why the request that was just selected missed */
export function ProblemList({ onWhy }: { onWhy: () => void }) {
  const { t, rich } = useWords();
  const diagnostics = usePlayground((state) => state.diagnostics);
  const text = usePlayground((state) => state.lintedText) ?? "";
  const isStarting = usePlayground((state) => state.status === "starting");
  const stale = usePlayground((state) => state.stale);
  const misses = usePlayground((state) => state.good?.timeline.misses);
  const groups = useMemo(() => groupMisses(misses ?? []), [misses]);
  const { store, actions } = usePlaygroundStore();
  const sorted = diagnostics.toSorted((a, b) => order[a.severity] - order[b.severity]);

  if (isStarting) return <p className="p-4 text-mute">{t("problems.checking")}</p>;
  const keys = keyProblems(sorted);
  // A problem is of the text in which it was found: it is mended only while that one stands.
  const fix = ({ fix: mend }: Diagnostic): void => {
    const { lintedText, text: typed } = store.getState();
    if (mend && lintedText === typed)
      actions.applyEdits(mend.edits, t("problems.fixed", { title: mend.title }));
  };
  const changing = sorted.filter(({ rule }) => rule === CHANGING_RULE).length;
  const mendable = sorted.filter(({ fix, severity }) => fix && severity !== "info").length;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {sorted.length === 0 && (
        <p className="p-4 text-mute">
          {rich(groups.length === 0 ? "problems.none" : "problems.noneButMisses", DRAWERS)}
        </p>
      )}
      {mendable > 1 && (
        <div className="flex items-center gap-3 border-b border-line-soft px-3.5 py-2 text-xs">
          <Button hint={t("problems.fixAllHint")} onClick={() => void actions.fixAllSafe()}>
            {t("problems.fixAll")}
          </Button>
          <span className="text-mute">{t("problems.fixAllNote")}</span>
        </div>
      )}
      <ul aria-label={t("problems.list")}>
        {sorted.map((diagnostic, index) => (
          <ProblemCard
            key={keys[index]}
            diagnostic={diagnostic}
            line={lineAt(text, diagnostic.range.start)}
            alsoChanging={diagnostic.rule === CHANGING_RULE ? changing - 1 : 0}
            onOpen={() => actions.reveal(diagnostic.range)}
            onFix={() => fix(diagnostic)}
            onSwitchOff={() => actions.switchRule(diagnostic.rule, false)}
          />
        ))}
      </ul>
      <div className={stale ? "opacity-50" : ""}>
        <MissList groups={groups} onWhy={onWhy} />
      </div>
      <OffRules />
    </div>
  );
}
