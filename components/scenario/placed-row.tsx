"use client";
/** A row of the list of turns, standing where the list has it: rows out of sight are not there to push it down. */
import type { KeyboardEvent, ReactNode } from "react";

export interface RowPlace {
  /** Rows of the list: the document and its turns. */
  readonly rows: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  /** To be given the element, whose height decides where the next row stands. */
  readonly measure: (element: HTMLElement | null) => void;
  /** Whether it is worked in, or its request is the selected one: its controls show. */
  readonly isActive: boolean;
  /** Whether what is dragged would stand before it; "last" = behind it, at the end of the list. */
  readonly drop: "before" | "last" | null;
}

interface PlacedRowProps extends RowPlace {
  /** 0 is the document. */
  readonly place: number;
  readonly label: string;
  readonly onFocus: () => void;
  readonly onClick: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

const drops = {
  before: "before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:bg-accent",
  last: "after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-accent",
};

export function PlacedRow(props: PlacedRowProps) {
  const { rows, start, measure, place, label, isActive, drop, children, ...handlers } = props;
  return (
    <li
      ref={measure}
      data-place={place}
      data-active={isActive || undefined}
      aria-label={label}
      aria-setsize={rows}
      aria-posinset={place + 1}
      {...handlers}
      style={{ transform: `translateY(${start}px)` }}
      className={`group/turn absolute inset-x-0 top-0 border-b border-line-soft px-3.5 py-2 hover:z-10 focus-within:z-10 ${
        isActive ? "bg-hover" : ""
      } ${drop ? drops[drop] : ""}`}
    >
      {children}
    </li>
  );
}

/** The words to the left, what the cache made of them to the right; one below the other where there is little room. */
export const RowBody = ({ children, aside }: { readonly children: ReactNode; readonly aside: ReactNode }) => (
  <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1 @2xl:flex-nowrap">
    <div className="min-w-0 flex-1 basis-full space-y-1 @2xl:basis-0">{children}</div>
    <div className="w-full @2xl:w-38 @2xl:shrink-0">{aside}</div>
  </div>
);
