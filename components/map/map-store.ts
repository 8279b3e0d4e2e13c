/** What the map shows besides the conversation itself: a stretch of the axis, an opened row, another outcome, a moment. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Said } from "../../lib/words/message";
import type { Stretch } from "./token-scale";

/** One request as it would be under another layout; tokens, and money in its price's currency. */
export interface OutcomeRow {
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  readonly completion: number;
  readonly cost: number | null;
}

/** The same conversation under another layout: what a mend, a placement or a place of a marker would make of it. */
export interface OtherOutcome {
  readonly name: Said;
  readonly rows: readonly OutcomeRow[];
  readonly cost: number | null;
}

export interface MapState {
  /** Indices of the rows that list their messages. */
  readonly opened: ReadonlySet<number>;
  /** Drawn below the rows while something is pointed at. */
  readonly ghost: OtherOutcome | null;
  /** Drawn above the rows until it is taken away. */
  readonly baseline: OtherOutcome | null;
  /** How many requests have been sent, with a fraction of the next; null = all. */
  readonly played: number | null;
  /** Outcomes from this row on, from 0, are covered until a reader has guessed; null = none is. */
  readonly coverFrom: number | null;
  readonly isFolded: boolean;
  readonly zoom: Stretch | null;
}

export const createMapStore = (): StoreApi<MapState> =>
  createStore<MapState>(() => ({
    opened: new Set(),
    ghost: null,
    baseline: null,
    played: null,
    coverFrom: null,
    isFolded: false,
    zoom: null,
  }));

/** The rows that list their messages with one more, or without it. */
export function withRow(opened: ReadonlySet<number>, index: number, isOpen: boolean): ReadonlySet<number> {
  if (opened.has(index) === isOpen) return opened;
  return new Set(isOpen ? [...opened, index] : [...opened].filter((each) => each !== index));
}

export const MapContext = createContext<StoreApi<MapState> | null>(null);

export function useMapStore(): StoreApi<MapState> {
  const store = useContext(MapContext);
  if (!store) throw new Error("A part of the map is used outside of it.");
  return store;
}

/** @param select returns a primitive or a stored reference, never a fresh object */
export const useMap = <T>(select: (state: MapState) => T): T => useStore(useMapStore(), select);
