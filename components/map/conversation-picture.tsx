"use client";
/** The conversation in one of its views: the map, over time, or the table. */
import type { RefObject } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { TimelineView } from "../../lib/pipeline/analysis";
import type { View } from "../../lib/store/address";
import { later } from "../ui/later";
import { SegmentedControl } from "../ui/segmented-control";
import { useWords } from "../words/use-words";
import { CacheMap } from "./cache-map";

const LedgerTable = later(async () => (await import("../timeline/ledger-table")).LedgerTable);
const TimelineChart = later(async () => (await import("../timeline/timeline-chart")).TimelineChart);

const VIEWS = [
  { value: "map", key: "map.viewMap" },
  { value: "time", key: "map.viewTime" },
  { value: "table", key: "map.viewTable" },
] as const;

interface ViewSwitchProps {
  readonly view: View;
  readonly onChange: (view: View) => void;
}

export function ViewSwitch({ view, onChange }: ViewSwitchProps) {
  const { t } = useWords();
  return (
    <SegmentedControl
      label={t("map.view")}
      value={view}
      options={VIEWS.map(({ value, key }) => ({ value, label: t(key) }))}
      onChange={onChange}
    />
  );
}

interface ConversationPictureProps {
  readonly view: View;
  readonly timeline: TimelineView;
  readonly currency: Currency;
  /** Of the time axis; absent = the whole is in sight. */
  readonly zoom?: number;
  /** True draws what is out of sight too. */
  readonly whole?: boolean;
  readonly drawing: RefObject<SVGSVGElement | null>;
}

export function ConversationPicture(props: ConversationPictureProps) {
  const { view, timeline, currency, zoom = 1, whole = false, drawing } = props;
  if (view === "map")
    return <CacheMap timeline={timeline} currency={currency} whole={whole} drawing={drawing} />;
  if (view === "table") return <LedgerTable timeline={timeline} currency={currency} />;
  return (
    <TimelineChart timeline={timeline} currency={currency} zoom={zoom} whole={whole} drawing={drawing} />
  );
}
