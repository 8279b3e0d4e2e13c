/** Decides which markers take effect: those ignored, merged, too short or dropped get a reason each. */

import type { MarkerStatus, ResolvedMarker } from "../layout/layout";
import { type Readings, readingOf } from "../offers/readings";
import type { Band } from "../tokens/measured";
import { type Message, type Said, tell } from "../words/message";

/** A marker with its place in the prefix, or why it has none. */
export type PlacedMarker =
  | {
      readonly pointer: string;
      readonly ignored: Said;
      /** Where it would take effect; absent where it has no place in the prefix. */
      readonly at?: { readonly cut: number; readonly prefix: number } | undefined;
    }
  | {
      readonly pointer: string;
      /** Index of the cut at which it takes effect. */
      readonly cut: number;
      /** Tokens up to there. */
      readonly prefix: number;
      /** Tokens that have to reach the minimum; absent = the prefix. */
      readonly counted?: number;
      /** What that may really be; absent where the count is exact. */
      readonly band?: Band;
      /** What to say when a later marker ends at the same cut. */
      readonly mergedInto: Said;
    };

export interface MarkerLimits {
  /** Fewest tokens a prefix needs to become an entry. */
  readonly minimum: number;
  /** Breakpoints a request may have. */
  readonly maxMarkers: number;
}

export interface ResolvedMarkers {
  /** In the order given. */
  readonly markers: readonly ResolvedMarker[];
  /** Ascending cut indices of the effective ones. */
  readonly breakpoints: readonly number[];
  /** Places that are long enough, before the limit. */
  readonly slots: number;
}

/** What the simulator assumes where a model's limits are unknown (assumption `unknown-model-message-level`). */
export const DEFAULT_LIMITS: MarkerLimits = { minimum: 1024, maxMarkers: 4 };

/** Those of ascending places that count where a request has more than the model allows. */
export const keepCounting = <Place>(
  ascending: readonly Place[],
  most: number,
  readings: Readings | undefined,
): Place[] =>
  readingOf(readings, "extra-markers") === "first-four" ? ascending.slice(0, most) : ascending.slice(-most);

/**
 * Applies, in this order: no place → ignored; same cut as a later marker → merged; prefix below the minimum → too
 * short; more than the limit → the last ones count, the others are dropped. Only markers that reach the last step
 * use one of the slots (assumption `short-markers-use-no-slot`).
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11).
 * @param placed in cache order
 * @param readings what is played where the documentation leaves it open
 */
export function resolveMarkers(
  placed: readonly PlacedMarker[],
  limits: MarkerLimits,
  readings?: Readings,
): ResolvedMarkers {
  const { minimum: least } = limits;
  const countsFirst = readingOf(readings, "extra-markers") === "first-four";
  const lastAt = new Map<number, number>();
  placed.forEach((marker, order) => {
    if ("cut" in marker) lastAt.set(marker.cut, order);
  });
  const long = new Set<number>();
  for (const marker of placed) {
    if ("cut" in marker && (marker.counted ?? marker.prefix) >= least) long.add(marker.cut);
  }
  const ascending = [...long].sort((a, b) => a - b);
  const breakpoints = keepCounting(ascending, limits.maxMarkers, readings);
  const effective = new Set(breakpoints);

  const markers = placed.map((marker, order): ResolvedMarker => {
    const { pointer } = marker;
    if ("ignored" in marker) {
      const { ignored: reason, at = null } = marker;
      return { pointer, prefix: at?.prefix ?? null, cut: at?.cut ?? null, status: "ignored", reason };
    }
    const { cut, prefix, band, counted = prefix } = marker;
    const resolve = (status: MarkerStatus, reason?: Said): ResolvedMarker => ({
      pointer,
      prefix,
      cut,
      status,
      ...(reason === undefined ? {} : { reason }),
    });
    if (lastAt.get(cut) !== order) return resolve("merged", marker.mergedInto);
    if (!long.has(cut)) {
      return resolve("too-short", sayTooShort(counted, band, least));
    }
    if (!effective.has(cut)) {
      return resolve(
        "dropped",
        tell(countsFirst ? "systems.laterDropped" : "systems.earlierDropped", {
          most: limits.maxMarkers,
          count: long.size,
        }),
      );
    }
    return resolve("effective");
  });
  return { markers, breakpoints, slots: long.size };
}

/** An estimate whose band straddles the minimum settles nothing, and is called borderline. */
function sayTooShort(prefix: number, band: Band | undefined, minimum: number): Message {
  const isAbout = band !== undefined && band.low < band.high;
  if (!band || band.high < minimum)
    return tell(isAbout ? "systems.tooShortAbout" : "systems.tooShort", { prefix, minimum });
  const { low, high } = band;
  return tell(isAbout ? "systems.borderlineAbout" : "systems.borderline", { prefix, low, high, minimum });
}
