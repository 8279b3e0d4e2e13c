"use client";
/** What the session says as a whole: the costliest misses with their mends, where the bill goes, and long gaps. */
import type { ReactNode } from "react";
import { nameReason } from "../../lib/reasons/kinds";
import type { CostlyMiss, SessionView } from "../../lib/sessions/session-view";
import { formatCount, formatMany, formatMoney, formatPercent } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { Sentence } from "../words/sentence";
import { sayGap } from "./say-request";

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

function Misses({ view, onSelect }: StatisticsPanelProps) {
  const { costliest } = view.statistics;
  const priceOf = ({ cost, tokens }: CostlyMiss): string =>
    cost === null ? `${formatCount(tokens)} tokens` : formatMoney(cost, view.currency ?? "USD");
  return (
    <Card title="The costliest misses">
      {costliest.length === 0 && <p className="mt-1 text-mute">Nothing was paid for twice.</p>}
      <ol className="mt-2 space-y-3">
        {costliest.map((miss) => (
          <li key={miss.number} data-miss={miss.number}>
            <div className="flex flex-wrap items-baseline gap-x-2.5">
              <span className="font-mono font-semibold text-bad">{priceOf(miss)}</span>
              <Button look="link" onClick={() => onSelect(miss.number)}>
                request {miss.number}
              </Button>
              <span className="text-xs text-mute">
                {view.lanes[miss.lane]?.name} · <Sentence said={nameReason(miss.code)} />
              </span>
            </div>
            <p className="mt-0.5 text-mute">
              <Sentence said={miss.sentence} />
            </p>
            <p className="mt-0.5">
              <span className="font-medium">Mend:</span> <Sentence said={miss.mend} />
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Shares({ view }: { view: SessionView }) {
  const { shares } = view.statistics;
  const largest = Math.max(0, ...(shares ?? []).map(({ share }) => share));
  return (
    <Card title="Where the bill goes">
      {!shares && <p className="mt-1 text-mute">A price or the bodies are not known.</p>}
      <dl className="mt-2 grid grid-cols-[max-content_1fr_max-content_max-content] items-center gap-x-3 gap-y-1.5">
        {(shares ?? [])
          .filter(({ share }) => share > 0)
          .map(({ kind, share, cost }) => (
            <div key={kind} className="contents" data-share={kind}>
              <dt>{kind}</dt>
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
  const { rewriteFactor, largestPrompt, written, longGaps } = view.statistics;
  return (
    <Card title="Writing and waiting">
      <p className="mt-2">
        {rewriteFactor === null ? (
          "Nothing was written yet."
        ) : (
          <>
            <span className="font-mono font-semibold" data-statistic="rewrite">
              {rewriteFactor.toFixed(1)} ×
            </span>{" "}
            the largest prompt of {formatCount(largestPrompt)} tokens was written: {formatCount(written)} in
            all. At 1.0 everything is written once.
          </>
        )}
      </p>
      <p className="mt-2">
        {longGaps.length === 0
          ? "No gap within a lane was longer than five minutes."
          : `${formatMany(longGaps.length, "gap")} within a lane outlived an entry of five minutes:`}
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
        {longGaps.slice(0, 12).map(({ number, lane, seconds }) => (
          <li key={number}>
            <Button look="link" className="text-xs" onClick={() => onSelect(number)}>
              {sayGap(seconds)} before request {number}
            </Button>{" "}
            <span className="text-xs text-mute">{view.lanes[lane]?.name}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function StatisticsPanel({ view, onSelect }: StatisticsPanelProps) {
  return (
    <section aria-labelledby="statistics">
      <h2 id="statistics" className="text-base font-semibold">
        What it comes to
      </h2>
      <div className="mt-2 grid items-start gap-3 lg:grid-cols-2 xl:grid-cols-[1.4fr_1fr_1fr]">
        <Misses view={view} onSelect={onSelect} />
        <Shares view={view} />
        <Rhythm view={view} onSelect={onSelect} />
      </div>
    </section>
  );
}
