"use client";
/** Why the selected request read what it read, what changed before it, and how its cost adds up. */
import { useState } from "react";
import type { ShownTurn, TurnView } from "../../lib/pipeline/analysis";
import { findCause } from "../../lib/reasons/kinds";
import { findExtraCost } from "../../lib/timeline/extra-cost";
import { formatClock } from "../../lib/values/figures";
import { useCanEdit } from "../page-mode";
import { usePlayground } from "../playground-context";
import { BillTable } from "../why/bill-table";
import { BreakEvenNote } from "../why/break-even-note";
import { ComparisonView } from "../why/comparison-view";
import { ExtraCostNote } from "../why/extra-cost-note";
import { ReasonList } from "../why/reason-list";
import { UnmarkedMend } from "../why/unmarked-mend";
import { useComparison } from "../why/use-comparison";
import { writeHeadline } from "../why/write-headline";
import { useWords } from "../words/use-words";

const tones = { good: "text-read-ink", bad: "text-bad", plain: "text-ink" } as const;

export function WhyView() {
  const { t } = useWords();
  const turns = usePlayground((state) => state.good?.timeline.turns);
  const shown = usePlayground((state) => state.good?.shown);
  if (!shown || !turns) return <p className="p-4 text-mute">{t("problems.nothingPlayed")}</p>;
  // What was picked for one request means nothing for another.
  return <RequestWhy key={shown.index} shown={shown} turn={shown.index} turns={turns} />;
}

interface RequestWhyProps {
  readonly shown: ShownTurn;
  readonly turn: number;
  readonly turns: readonly TurnView[];
}

function RequestWhy({ shown, turn, turns }: RequestWhyProps) {
  const { t, say } = useWords();
  const [other, setOther] = useState<number | null>(null);
  const compared = useComparison(turn, other);
  const { ledger, at, events } = shown;
  const comparison = compared.kind === "done" ? compared.comparison : null;
  const headline = writeHeadline(turn, ledger, comparison);
  const extra = findExtraCost(ledger, turns[comparison?.other ?? turn - 1]?.ledger ?? null);
  const loss = findCause(ledger);
  const canEdit = useCanEdit();
  const isUnmarked = usePlayground((state) => state.good?.request.breakpoints.length === 0);
  return (
    <div className="min-h-0 flex-1 space-y-4 overflow-y-auto p-3.5">
      <section className="space-y-1.5">
        <h3 className={`text-sm font-semibold text-pretty ${tones[headline.tone]}`} data-headline>
          {say(headline.text)}
        </h3>
        <p className="text-xs text-mute">
          {t("problems.playedAt", { time: formatClock(at) })}
          {events.length > 0 && ` · ${events.map(say).join(" · ")}`}
        </p>
        {extra && turn > 0 && <ExtraCostNote extra={extra} currency={ledger.currency ?? "USD"} />}
        <ReasonList shown={shown} turn={turn} />
        {isUnmarked && canEdit && ledger.read === 0 && <UnmarkedMend />}
      </section>
      {turn === 0 ? (
        <p className="text-mute">{t("problems.firstRequest")}</p>
      ) : (
        <ComparisonView
          shown={shown}
          turn={turn}
          compared={compared}
          missed={loss !== null && loss.code !== "first_write"}
          isMarked={!isUnmarked}
          onPick={setOther}
        />
      )}
      <BillTable ledger={ledger} />
      <BreakEvenNote shown={shown} />
    </div>
  );
}
