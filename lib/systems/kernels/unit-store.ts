/** Whole stored prefixes, as DeepSeek keeps them: what each request ended with, and where two requests were seen to part. */

import type { ComparableRequest } from "../comparable";

/** Plain JSON, by key of a point. Source: https://api-docs.deepseek.com/guides/kv_cache (2026-11). */
export interface UnitStore {
  /** When the unit that ends there can be read; absent = none ends there. */
  readableAt: Record<number, number>;
  /** Places that some request has come to: true where one went on from there. */
  goesOn: Record<number, boolean>;
  /** Places at which two requests were seen to part. */
  parts: Record<number, true>;
}

export interface UnitLookUp {
  /** Tokens of the longest unit that begins the prompt and can be read. */
  readonly unit: number;
  /** Tokens in common with some earlier request, stored as a unit or not. */
  readonly common: number;
  /** Tokens of a longer unit whose storing request is still under way; 0 = none. */
  readonly pending: number;
}

export const openUnits = (): UnitStore => ({ readableAt: {}, goesOn: {}, parts: {} });

/** Finds what the request reads, before it stores anything. */
export function findUnit({ readableAt, goesOn }: UnitStore, { points, at }: ComparableRequest): UnitLookUp {
  let common = 0;
  let pending = 0;
  for (let place = points.length - 1; place >= 0; place--) {
    const point = points[place];
    if (!point) continue;
    if (common === 0 && goesOn[point.key] !== undefined) common = point.prefix;
    const from = readableAt[point.key];
    if (from === undefined) continue;
    if (from <= at) return { unit: point.prefix, common, pending };
    pending = Math.max(pending, point.prefix);
  }
  return { unit: 0, common, pending };
}

/**
 * Stores the request's whole input, and each prefix in common with an earlier request that is shorter than both. All are
 * readable once this request has ended, or one that stored the same before it.
 */
export function storeUnits(store: UnitStore, { points, prompt, end }: ComparableRequest): void {
  const { readableAt, goesOn, parts } = store;
  const keep = (key: number): void => {
    readableAt[key] = Math.min(readableAt[key] ?? Number.POSITIVE_INFINITY, end);
  };
  let last = points.length - 1;
  while (last >= 0 && goesOn[points[last]?.key ?? -1] === undefined) last--;
  const parting = points[last];
  if (parting && parting.prefix < prompt && goesOn[parting.key]) parts[parting.key] = true;
  for (const { key, prefix } of points) {
    if (prefix < prompt && prefix > 0 && parts[key]) keep(key);
    if (prefix === prompt) keep(key);
    goesOn[key] = goesOn[key] === true || prefix < prompt;
  }
}
