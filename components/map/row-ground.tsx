"use client";
/** What a row is as a control: selects its request, opens its messages, and says the whole row as one sentence. */
import { memo } from "react";
import type { CardHandlers } from "../timeline/hover-card";
import type { RowPlace } from "./lay-rows";

interface RowGroundProps {
  readonly index: number;
  readonly place: RowPlace;
  readonly width: number;
  /** Left edge of the words about its outcome. */
  readonly outcome: number;
  readonly selected: boolean;
  readonly opened: boolean;
  /** One sentence. */
  readonly label: string;
  readonly onSelect: (index: number) => void;
  readonly onOpen: (index: number) => void;
  /** Shows the card of the row while it is pointed at. */
  readonly card: CardHandlers;
}

export const RowGround = memo(function RowGround(props: RowGroundProps) {
  const { index, place, width, selected, opened, label, onSelect, onOpen, card } = props;
  const middle = (place.barTop + place.barBottom) / 2;
  return (
    <>
      <rect
        role="button"
        tabIndex={selected ? 0 : -1}
        data-row={index}
        data-request={index + 1}
        aria-pressed={selected}
        aria-expanded={opened}
        aria-label={label}
        onClick={() => onSelect(index)}
        onDoubleClick={() => onOpen(index)}
        x={1}
        y={place.top + 1}
        width={width - 2}
        height={(place.opened?.top ?? place.bottom) - place.top - 2}
        rx={5}
        fill={selected ? "var(--selected)" : "transparent"}
        className="cursor-pointer outline-none hover:fill-(--hover) focus-visible:stroke-(--accent) aria-pressed:fill-(--selected)"
        strokeWidth={2}
      />
      {/* For the pointer: by keys the row itself opens. */}
      <g
        aria-hidden
        data-disclosure={index}
        onClick={() => onOpen(index)}
        className="group/disclosure cursor-pointer"
      >
        <rect x={0} y={middle - 12} width={25} height={24} fill="transparent" />
        <path
          d={opened ? `M1.5,${middle - 2}h7l-3.5,5z` : `M2.5,${middle - 3.5}v7l5,-3.5z`}
          fill="var(--mute)"
          className="group-hover/disclosure:fill-(--ink)"
        />
      </g>
      {/* Its words in full are beside them, so that no card covers the rows below. */}
      <rect
        {...card}
        aria-hidden
        data-outcome={index}
        onClick={() => onSelect(index)}
        x={props.outcome}
        y={place.top + 2}
        width={Math.max(0, width - props.outcome - 4)}
        height={(place.opened?.top ?? place.bottom) - place.top - 4}
        fill="transparent"
        className="cursor-pointer"
      />
    </>
  );
});
