"use client";
/** The measures that can be taken, ranked by money: those of this service first, then those that leave it. */
import type { Saving, SavingsReport } from "../../lib/savings/report-savings";
import { MOST_SPLIT } from "../../lib/savings/split-saving";
import { formatColumn } from "../../lib/values/figures";
import { useWords } from "../words/use-words";
import { SavingRow } from "./saving-row";
import { CONVERSATIONS } from "./say-saving";
import type { SavingActs } from "./use-saving-acts";

interface SavingListProps extends SavingActs {
  readonly report: SavingsReport;
  readonly chosen: readonly string[];
  /** True while a newer report is under way. */
  readonly isStale: boolean;
  readonly onChoose: (saving: Saving) => void;
}

export function SavingList({ report, chosen, isStale, onChoose, ...acts }: SavingListProps) {
  const { t } = useWords();
  const { savings, before, currency } = report;
  const perThousand = (amount: number | null): number | null =>
    amount === null ? null : amount * CONVERSATIONS;
  const write = formatColumn(
    [before.cost, ...savings.flatMap(({ after, saved }) => [after.cost, saved])].map(perThousand),
    currency,
  );
  const groups = [
    { label: t("savings.rankedByMoney"), list: savings.filter(({ kind }) => kind !== "service") },
    { label: t("savings.anotherPlace"), list: savings.filter(({ kind }) => kind === "service") },
  ].filter(({ list }) => list.length > 0);
  if (savings.length === 0) return <p className="text-mute">{t("savings.nothingLeft")}</p>;
  return groups.map(({ label, list }) => (
    <section key={label} aria-label={label} className={isStale ? "opacity-60" : ""}>
      <h3 className="border-b border-line pb-1 text-xs font-medium text-mute">{label}</h3>
      <ol>
        {list.map((saving) => (
          <SavingRow
            key={saving.id}
            saving={saving}
            before={before}
            write={(amount) => (amount === null ? t("values.unknown") : write(perThousand(amount)))}
            isChosen={chosen.includes(saving.id)}
            isFull={chosen.length >= MOST_SPLIT}
            onChoose={() => onChoose(saving)}
            {...acts}
          />
        ))}
      </ol>
    </section>
  ));
}
