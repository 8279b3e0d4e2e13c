"use client";
/** Everything of the map that does not depend on where it is scrolled to, kept while nothing of it changes. */
import { useMemo } from "react";
import type { Currency } from "../../lib/offers/offer";
import type { TimelineView } from "../../lib/pipeline/analysis";
import type { Miss } from "../../lib/timeline/find-misses";
import type { Said } from "../../lib/words/message";
import { findCommonStart } from "./find-common-start";
import { type EntryLine, layEntries } from "./lay-entries";
import { type LaneLayout, layLanes, widthOfLanes } from "./lay-lanes";
import { findParallel, findWaits, HEAD, layRows, listEnds, type RowsLayout } from "./lay-rows";
import type { Columns } from "./map-row";
import { COVERED, type Outcome, sayCoveredRow, sayRow, writeOutcome } from "./say-row";
import { createTokenScale, type Stretch, type TokenScale } from "./token-scale";

export interface MapLayout {
  readonly columns: Columns;
  readonly scale: TokenScale;
  readonly rows: RowsLayout;
  readonly lines: readonly EntryLine[];
  /** When the last entry written before each request ends; null where there is none. */
  readonly ends: readonly (number | null)[];
  /** Requests before which every entry had ended. */
  readonly waits: ReadonlySet<number>;
  /** Null where all requests are of one conversation. */
  readonly lanes: LaneLayout | null;
  readonly parallel: readonly { readonly first: number; readonly last: number }[];
  readonly missOf: ReadonlyMap<number, Miss>;
  /** Requests that read an entry. */
  readonly readers: ReadonlySet<number>;
  readonly outcomes: readonly Outcome[];
  /** Each row as one sentence. */
  readonly sentences: readonly Said[];
  /** Tokens of the longest request with its answer. */
  readonly longest: number;
  /** The highest cost of a request. */
  readonly dearest: number;
}

export interface MapView {
  readonly width: number;
  readonly height: number;
  readonly zoom: Stretch | null;
  readonly isFolded: boolean;
  /** Pixels that the messages of each opened row take, by its index. */
  readonly opened: ReadonlyMap<number, number>;
  /** Rows from which on nothing of the outcome is told. */
  readonly coverFrom: number;
}

/** Pixels from which on there is room for clocks and words. */
const WIDE = 560;
const LEAST = 300;

const NO_OUTCOME: Outcome = { text: "", short: "", tone: "plain" };

export function useMapLayout(timeline: TimelineView, currency: Currency, view: MapView): MapLayout {
  const { turns, entries, misses, playedBy } = timeline;
  const { width, height, zoom, isFolded, opened, coverFrom } = view;

  const columns = useMemo((): Columns => {
    const isWide = width >= WIDE;
    const whole = Math.max(width, LEAST);
    // Where there is little room the words stand above the bar.
    return { width: whole, outcome: isWide ? whole - 204 : whole, isWide };
  }, [width]);

  const played = useMemo(() => {
    const ends = listEnds({ turns, entries });
    const isTold = (index: number): boolean => index < coverFrom;
    const missOf = new Map(misses.filter(({ index }) => isTold(index)).map((miss) => [miss.index, miss]));
    const outcomes = turns.map((turn, index) =>
      isTold(index) ? writeOutcome(turn, missOf.get(index), ends[index] ?? null) : COVERED,
    );
    return {
      ends,
      missOf,
      outcomes,
      waits: new Set([...findWaits(turns, ends)].filter(isTold)),
      lanes: layLanes(turns),
      parallel: findParallel(turns),
      // What another system reads is found without an entry to be drawn, too.
      readers: new Set(
        [...(playedBy ? turns.keys() : entries.flatMap(({ readBy }) => readBy))].filter(isTold),
      ),
      sentences: turns.map((turn, index) =>
        isTold(index)
          ? sayRow(turn, index, outcomes[index] ?? NO_OUTCOME, missOf.get(index), currency)
          : sayCoveredRow(turn, index),
      ),
      dearest: turns.reduce((most, { ledger }) => Math.max(most, ledger.cost ?? 0), Number.MIN_VALUE),
      longest: turns.reduce((most, { ledger }) => Math.max(most, ledger.prompt + ledger.completion), 1),
      common: findCommonStart(turns),
    };
  }, [turns, entries, misses, currency, playedBy, coverFrom]);

  const { longest, common, waits, lanes } = played;
  const scale = useMemo(
    () =>
      createTokenScale({
        longest,
        left: (columns.isWide ? 104 : 70) + widthOfLanes(lanes),
        right: columns.outcome - (columns.isWide ? 18 : 12),
        zoom: zoom && zoom.from < longest ? { from: zoom.from, to: Math.min(zoom.to, longest) } : null,
        fold: isFolded ? common : 0,
      }),
    [longest, columns, zoom, isFolded, common, lanes],
  );
  const rows = useMemo(
    () =>
      layRows({
        turns,
        waits,
        available: height - HEAD,
        isWide: columns.isWide,
        opened,
      }),
    [turns, waits, height, columns.isWide, opened],
  );
  const lines = useMemo(() => layEntries(entries, rows, turns.at(-1)?.at ?? 0), [entries, rows, turns]);
  return useMemo(() => ({ ...played, columns, scale, rows, lines }), [played, columns, scale, rows, lines]);
}
