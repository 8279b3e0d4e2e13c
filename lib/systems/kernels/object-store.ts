/** Rented prefixes: objects that are made once, live a fixed time whoever uses them, and are found by the whole of their text. */

import type { PrefixPoint, RentedObject } from "../comparable";

/** Plain JSON: the newest object of each prefix, by its key. */
export type ObjectStore = Record<number, RentedObject>;

export interface ObjectUse {
  readonly object: RentedObject;
  /** True where this use had it made. */
  readonly isNew: boolean;
  /** The object of the same text whose life is over; null = there was none. */
  readonly ended: RentedObject | null;
}

/**
 * The object of that prefix at that time, made where none lives. It can be used at once, and no use renews it.
 * @param ttl seconds from its creation
 */
export function takeObject(
  store: ObjectStore,
  { key, prefix }: PrefixPoint,
  at: number,
  ttl: number,
): ObjectUse {
  const known = store[key];
  if (known && at < known.expiresAt) return { object: known, isNew: false, ended: null };
  const object = { tokens: prefix, createdAt: at, expiresAt: at + ttl };
  store[key] = object;
  return { object, isNew: true, ended: known ?? null };
}
