"use client";
/** What the session says as a whole: the costliest misses with their mends, where the bill goes, and long gaps. */
import type { ReactNode } from "react";
import { nameReason } from "../../lib/reasons/kinds";
import type { CostlyMiss, SessionView } from "../../lib/sessions/session-view";
import { nameBillKind } from "../../lib/sessions/share-bill";
import { formatCount, formatMoney, formatPercent } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { type Drawers, useWords } from "../words/use-words";
import { roundGap } from "./say-request";

interface StatisticsPanelProps {
  readonly view: SessionView;
  readonly onSelect: (number: number) => void;
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0 rounded-lg border border-line bg-panel p-4">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}

const DRAWERS: Drawers = {
  b: (pieces) => <span className="font-medium">{pieces}</span>,
};
const FIGURE: Drawers = {
  b: (pieces) => (
    <span className="font-mono font-semibold" data-statistic="rewrite">
      {pieces}
    </span>
  ),
};

function Misses({ view, onSelect }: StatisticsPanelProps) {
  const { t, say, rich } = useWords();
  const { costliest } = view.statistics;
  const priceOf = ({ cost, tokens }: CostlyMiss): string =>
    cost === null
      ? t("recordFigures.tokens", { count: formatCount(tokens) })
      : formatMoney(cost, view.currency ?? "USD");
  return (
    <Card title={t("recordFigures.costliest")}>
      {costliest.length === 0 && <p className="mt-1 text-mute">{t("recordFigures.nothingTwice")}</p>}
      <ol className="mt-2 space-y-3">
        {costliest.map((miss) => (
          <li key={miss.number} data-miss={miss.number}>
            <div className="flex flex-wrap items-baseline gap-x-2.5">
              <span className="font-mono font-semibold text-bad">{priceOf(miss)}</span>
              <Button look="link" onClick={() => onSelect(miss.number)}>
                {t("recordFigures.requestLower", { number: String(miss.number) })}
              </Button>
              <span className="text-xs text-mute">
                {say(view.lanes[miss.lane]?.name ?? "")} · {say(nameReason(miss.code))}
              </span>
            </div>
            <p className="mt-0.5 text-mute">{say(miss.sentence)}</p>
            <p className="mt-0.5">{rich("recordFigures.mend", DRAWERS, { mend: miss.mend })}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Shares({ view }: { view: SessionView }) {
  const { t, say } = useWords();
  const { shares } = view.statistics;
  const largest = Math.max(0, ...(shares ?? []).map(({ share }) => share));
  return (
    <Card title={t("recordFigures.shares")}>
      {!shares && <p className="mt-1 text-mute">{t("recordFigures.sharesUnknown")}</p>}
      <dl className="mt-2 grid grid-cols-[max-content_1fr_max-content_max-content] items-center gap-x-3 gap-y-1.5">
        {(shares ?? [])
          .filter(({ share }) => share > 0)
          .map(({ kind, share, cost }) => (
            <div key={kind} className="contents" data-share={kind}>
              <dt>{say(nameBillKind(kind))}</dt>
              <dd aria-hidden className="h-2.5 overflow-hidden rounded-xs bg-line-soft">
                <span className="block h-full bg-mute" style={{ width: `${(share / largest) * 100}%` }} />
              </dd>
              <dd className="text-right font-mono text-xs">{formatPercent(share)}</dd>
              <dd className="text-right font-mono text-xs text-mute">
                {formatMoney(cost, view.currency ?? "USD")}
              </dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}

function Rhythm({ view, onSelect }: StatisticsPanelProps) {
  const { t, say, rich, duration } = useWords();
  const { rewriteFactor, largestPrompt, written, longGaps } = view.statistics;
  return (
    <Card title={t("recordFigures.rhythm")}>
      <p className="mt-2">
        {rewriteFactor === null
          ? t("recordFigures.nothingWritten")
          : rich("recordFigures.rewrite", FIGURE, {
              factor: rewriteFactor.toFixed(1),
              tokens: formatCount(largestPrompt),
              written: formatCount(written),
            })}
      </p>
      <p className="mt-2">
        {longGaps.length === 0
          ? t("recordFigures.noLongGaps")
          : t("recordFigures.longGaps", { count: longGaps.length })}
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
        {longGaps.slice(0, 12).map(({ number, lane, seconds }) => (
          <li key={number}>
            <Button look="link" className="text-xs" onClick={() => onSelect(number)}>
              {t("recordFigures.gapBefore", { time: duration(roundGap(seconds)), number: String(number) })}
            </Button>{" "}
            <span className="text-xs text-mute">{say(view.lanes[lane]?.name ?? "")}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function StatisticsPanel({ view, onSelect }: StatisticsPanelProps) {
  const { t } = useWords();
  return (
    <section aria-labelledby="statistics">
      <h2 id="statistics" className="text-base font-semibold">
        {t("recordFigures.statistics")}
      </h2>
      <div className="mt-2 grid items-start gap-3 lg:grid-cols-2 xl:grid-cols-[1.4fr_1fr_1fr]">
        <Misses view={view} onSelect={onSelect} />
        <Shares view={view} />
        <Rhythm view={view} onSelect={onSelect} />
      </div>
    </section>
  );
}
