"use client";
/** What opens over the map: the messages of a row, a field for a wait, the choice of a rule for a marker that was moved. */
import type { Currency } from "../../lib/offers/offer";
import type { ShownTurn, TimelineView } from "../../lib/pipeline/analysis";
import { GapField } from "./gap-field";
import type { DroppedMarker } from "./later-markers";
import { useMapStore, withRow } from "./map-store";
import { RowMessages } from "./row-messages";
import { RuleChoice } from "./rule-choice";
import type { MapLayout } from "./use-map-layout";

interface MapWindowsProps {
  readonly timeline: TimelineView;
  readonly layout: MapLayout;
  /** The requests that list their messages, as far as they are in sight. */
  readonly opened: ReadonlyMap<number, ShownTurn | null>;
  readonly isEditable: boolean;
  readonly currency: Currency;
  /** The request before which a wait is being typed; null = none. */
  readonly typed: number | null;
  readonly onGap: (index: number, gap: number) => void;
  readonly onTyped: () => void;
  readonly dropped: DroppedMarker | null;
  readonly onMoved: () => void;
  readonly onFocusRow: (index: number) => void;
}

/** Pixels of the choice of rules. */
const CHOICE = 300;

export function MapWindows(props: MapWindowsProps) {
  const { timeline, layout, opened, isEditable, typed, dropped } = props;
  const { columns, rows, scale } = layout;
  const map = useMapStore();
  const asked = dropped && rows.rows[dropped.turn];
  const before = typed === null ? null : rows.rows[typed];
  const at = (index: number): number => timeline.turns[index]?.at ?? 0;
  return (
    <>
      {[...opened].map(([index, shown]) => {
        const place = rows.rows[index]?.opened;
        return (
          place && (
            <RowMessages
              key={index}
              place={place}
              index={index}
              shown={shown}
              left={columns.isWide ? 34 : 8}
              isEditable={isEditable}
              onClose={() => {
                props.onFocusRow(index);
                map.setState((state) => ({ opened: withRow(state.opened, index, false) }));
              }}
            />
          )
        );
      })}
      {dropped && asked && (
        <RuleChoice
          moved={dropped.moved}
          index={dropped.turn}
          left={Math.max(8, Math.min(scale.x(dropped.moved.to) - CHOICE / 2, columns.width - CHOICE))}
          top={asked.barBottom + 20}
          cost={timeline.totals.cost}
          currency={props.currency}
          onClose={() => {
            props.onFocusRow(dropped.turn);
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
