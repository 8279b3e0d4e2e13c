"use client";
/** A recording with requests: figures, lanes, table, details and statistics, all about the same selection. */
import { useRef, useState } from "react";
import type { RecordedSession } from "../../lib/sessions/recorded-exchange";
import type { SessionView } from "../../lib/sessions/session-view";
import { ShareKey } from "../placement/share-bar";
import { MISS_SIGN } from "../timeline/miss-sign";
import { useWords } from "../words/use-words";
import { LaneChart } from "./lane-chart";
import { MissSteps } from "./miss-steps";
import { RequestDetails } from "./request-details";
import { SessionTable } from "./session-table";
import { StatisticsPanel } from "./statistics-panel";

interface SessionPanelsProps {
  readonly session: RecordedSession;
  readonly view: SessionView;
}

export function SessionPanels({ session, view }: SessionPanelsProps) {
  const { t } = useWords();
  /** Null follows the newest. */
  const [chosen, setChosen] = useState<number | null>(null);
  const request = view.requests.find(({ number }) => number === chosen) ?? view.requests.at(-1);
  const selected = request?.number ?? null;
  const exchange = session.exchanges.find(({ number }) => number === selected) ?? null;
  const shown = useRef<HTMLDivElement>(null);

  /** From a place further down: what was chosen comes into sight. */
  function show(number: number): void {
    setChosen(number);
    shown.current?.scrollIntoView({ block: "start" });
  }

  return (
    <>
      <section aria-labelledby="lanes" className="rounded-lg border border-line bg-panel">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line-soft px-3.5 py-2 text-xs text-mute">
          <h2 id="lanes" className="text-[13px] font-semibold text-ink">
            {t("recordFigures.lanes")}
          </h2>
          <ShareKey />
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden className="size-2.5 rounded-xs fill-completion" />
            {t("recordFigures.completion")}
          </span>
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden className="font-semibold text-bad">
              {MISS_SIGN}
            </span>
            {t("recordFigures.paidAgain")}
          </span>
          <span className="ml-auto">
            <MissSteps view={view} selected={selected} onSelect={setChosen} />
          </span>
        </div>
        <LaneChart view={view} selected={selected} onSelect={setChosen} />
      </section>
      <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,1fr)_23.5rem]">
        {request && (
          <div ref={shown} className="min-w-0 scroll-mt-3 xl:sticky xl:top-3 xl:order-2">
            <RequestDetails
              request={request}
              exchange={exchange}
              view={view}
              {...(chosen === null ? {} : { onFollow: () => setChosen(null) })}
            />
          </div>
        )}
        <SessionTable view={view} selected={selected} onSelect={setChosen} />
      </div>
      <StatisticsPanel view={view} onSelect={show} />
    </>
  );
}
