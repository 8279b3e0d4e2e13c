"use client";
/** The cheapest placement in one line and the reason for it; behind a fold, what each of its markers is worth. */
import type { ReactNode } from "react";
import type { Currency } from "../../lib/offers/offer";
import { anchorKey, describeAnchor } from "../../lib/placement/anchor";
import type { ExplainedAnchor } from "../../lib/placement/explain-anchors";
import { explainWinner } from "../../lib/placement/explain-winner";
import { findCheapestRow, type TiedRow } from "../../lib/placement/fold-ties";
import { placementKey } from "../../lib/placement/placement";
import type { SearchResult } from "../../lib/placement/search-placements";
import { formatMoney } from "../../lib/values/figures";
import { useWords } from "../words/use-words";
import { ChangeText } from "./change-text";
import { UseButton } from "./use-button";

const capitalise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function Marker({ explained, currency }: { explained: ExplainedAnchor; currency: Currency }) {
  const { t, say, rich, gap } = useWords();
  const { anchor, saving, sentence } = explained;
  return (
    <li className="py-0.5">
      <span className="font-medium">
        {t("placement.anchorStop", { anchor: capitalise(say(describeAnchor(anchor))) })}
      </span>
      {gap}
      <span className="text-mute">{say(sentence)}</span>
      {gap}
      {saving !== null && (
        <span className="text-mute">
          {rich("placement.itChanges", {
            change: (): ReactNode => <ChangeText change={-saving} base={null} currency={currency} />,
          })}
        </span>
      )}
    </li>
  );
}

/** The search explains one placement: it speaks of the winner only where both put the same markers. */
function explainedOf(winner: TiedRow, { ranked: [best] }: SearchResult): readonly ExplainedAnchor[] {
  const [{ placement }] = winner.entrants;
  return best && placementKey(best.placement) === placementKey(placement) ? best.anchors : [];
}

interface MarkerWorthProps {
  readonly rows: readonly TiedRow[];
  readonly search: SearchResult;
  readonly currency: Currency;
}

export function MarkerWorth({ rows, search, currency }: MarkerWorthProps) {
  const { t, say } = useWords();
  const winner = findCheapestRow(rows);
  const sentence = say(explainWinner(rows));
  if (!winner) return <p className="text-sm font-semibold">{sentence}</p>;
  const [{ name, placement }] = winner.entrants;
  const unit = winner.totals.currency ?? currency;
  const explained = explainedOf(winner, search);
  return (
    <section
      aria-label={t("placement.cheapestPlacement")}
      className="shrink-0 rounded-md border border-line bg-raised px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold">
          {t(winner.isYours ? "placement.cheapestIsYours" : "placement.cheapestIs", { name })}
        </h3>
        <span className="font-mono">{formatMoney(winner.totals.cost, unit)}</span>
        <span className="ml-auto">
          <UseButton look="main" placement={placement} name={t("placement.theCheapest")}>
            {t("placement.useIt")}
          </UseButton>
        </span>
      </div>
      <p className="max-w-prose text-mute">{sentence}</p>
      {explained.length > 0 && (
        <details className="mt-1 text-xs">
          <summary className="w-fit cursor-pointer text-mute hover:underline">
            {explained.length === 1
              ? t("placement.worthOfOne")
              : t("placement.worthOfMany", { count: explained.length })}
          </summary>
          <ul className="pt-1">
            {explained.map((each) => (
              <Marker key={anchorKey(each.anchor)} explained={each} currency={unit} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
