"use client";
/** What opens over the map: the messages of a row, a field for a wait, the choice of a rule for a marker that was moved. */
import type { Currency } from "../../lib/offers/offer";
import type { TimelineView } from "../../lib/pipeline/analysis";
import { GapField } from "./gap-field";
import type { MovedMarker } from "./later-markers";
import { useMapStore } from "./map-store";
import { RowMessages } from "./row-messages";
import { RuleChoice } from "./rule-choice";
import type { MapLayout } from "./use-map-layout";

interface MapWindowsProps {
  readonly timeline: TimelineView;
  readonly layout: MapLayout;
  /** The selected request, from 0. */
  readonly selected: number;
  /** True where it lists its messages. */
  readonly isOpened: boolean;
  readonly isEditable: boolean;
  readonly currency: Currency;
  /** The request before which a wait is being typed; null = none. */
  readonly typed: number | null;
  readonly onGap: (index: number, gap: number) => void;
  readonly onTyped: () => void;
  readonly moved: MovedMarker | null;
  readonly onMoved: () => void;
  readonly onFocusRow: (index: number) => void;
}

/** Pixels of the choice of rules. */
const CHOICE = 300;

export function MapWindows(props: MapWindowsProps) {
  const { timeline, layout, selected, isOpened, isEditable, typed, moved } = props;
  const { columns, rows, scale } = layout;
  const map = useMapStore();
  const place = rows.rows[selected];
  const before = typed === null ? null : rows.rows[typed];
  const at = (index: number): number => timeline.turns[index]?.at ?? 0;
  return (
    <>
      {isOpened && place?.opened && (
        <RowMessages
          place={place.opened}
          index={selected}
          left={columns.isWide ? 34 : 8}
          isEditable={isEditable}
          onClose={() => {
            props.onFocusRow(selected);
            map.setState({ isOpened: false });
          }}
        />
      )}
      {moved && place && (
        <RuleChoice
          moved={moved}
          index={selected}
          left={Math.max(8, Math.min(scale.x(moved.to) - CHOICE / 2, columns.width - CHOICE))}
          top={place.barBottom + 20}
          cost={timeline.totals.cost}
          currency={props.currency}
          onClose={() => {
            props.onFocusRow(selected);
            props.onMoved();
          }}
        />
      )}
      {typed !== null && before && (
        <GapField
          gap={at(typed) - at(typed - 1)}
          index={typed}
          top={before.top - 10}
          onChange={(gap) => props.onGap(typed, gap)}
          onClose={props.onTyped}
        />
      )}
    </>
  );
}
