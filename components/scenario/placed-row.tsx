"use client";
/** A row of the list of turns, standing where the list has it: rows out of sight are not there to push it down. */
import type { KeyboardEvent, ReactNode } from "react";
import { rowGrid } from "./row-grid";

export interface RowPlace {
  /** Rows of the list: the document and its turns. */
  readonly rows: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  /** To be given the element, whose height decides where the next row stands. */
  readonly measure: (element: HTMLElement | null) => void;
}

interface PlacedRowProps extends RowPlace {
  /** 0 is the document. */
  readonly place: number;
  readonly label: string;
  readonly selected: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

export function PlacedRow(props: PlacedRowProps) {
  const { rows, start, measure, place, label, selected, onFocus, onKeyDown, children } = props;
  return (
    <li
      ref={measure}
      data-place={place}
      aria-label={label}
      aria-setsize={rows}
      aria-posinset={place + 1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      style={{ transform: `translateY(${start}px)` }}
      className={`${rowGrid} absolute inset-x-0 top-0 border-b border-line-soft py-1.5 ${
        selected ? "bg-selected/60" : "hover:bg-hover"
      }`}
    >
      {children}
    </li>
  );
}
