"use client";
/** The map as a still picture on paper: as high as its rows need. */
import { useRef } from "react";
import { CacheMap } from "../map/cache-map";
import { usePlayground } from "../playground-context";
import { useCurrency } from "../timeline/use-currency";
import { useWords } from "../words/use-words";

/** Pixels a row on paper, and around them. */
const ROW = 46;
const AROUND = 70;

export function PrintedMap() {
  const { t } = useWords();
  const timeline = usePlayground((state) => state.good?.timeline);
  const currency = useCurrency();
  const drawing = useRef<SVGSVGElement>(null);
  if (!timeline) return <p className="text-mute">{t("learn.loading")}</p>;
  const height = AROUND + Math.min(12, timeline.turns.length) * ROW;
  return (
    <div className="flex border border-line" style={{ height }}>
      <CacheMap timeline={timeline} currency={currency} whole drawing={drawing} />
    </div>
  );
}
