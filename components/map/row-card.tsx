"use client";
/** The card of a row that is pointed at: its figures in full, beside the words about its outcome. */
import type { RefObject } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { TimelineView } from "../../lib/pipeline/analysis";
import type { Miss } from "../../lib/timeline/find-misses";
import { usePlayground } from "../playground-context";
import { HoverCard } from "../timeline/hover-card";
import { RequestCard } from "../timeline/request-card";

interface RowCardProps {
  readonly timeline: TimelineView;
  readonly index: number;
  readonly miss: Miss | undefined;
  readonly currency: Currency;
  /** The map in which the row is drawn. */
  readonly host: RefObject<HTMLElement | null>;
}

export function RowCard({ timeline, index, miss, currency, host }: RowCardProps) {
  const moneyPer = usePlayground((state) => state.moneyPer);
  const turn = timeline.turns[index];
  const before = timeline.turns[index - 1];
  if (!turn) return null;
  return (
    <HoverCard
      id="map-card"
      anchorOf={() =>
        host.current?.querySelector(`[data-outcome="${index}"]`)?.getBoundingClientRect() ?? null
      }
    >
      <RequestCard
        turn={turn}
        index={index}
        miss={miss}
        currency={currency}
        moneyPer={moneyPer}
        gap={before ? turn.at - before.at : null}
      />
    </HoverCard>
  );
}
