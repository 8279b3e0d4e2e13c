/** How many bytes all links hold together, counted by the day on which they are over. */

import type { JsonValue } from "../../values/json";
import type { Store } from "../storage/store";

const KEY = "short-links:bytes";
const DAY_MS = 86_400_000;

interface ByteLedger {
  /** False when the links that live would then hold more than `limit`; nothing is added in that case. */
  add(bytes: number, expiresAt: number, limit: number): Promise<boolean>;
  /** For what was added and is gone before its end. */
  subtract(bytes: number, expiresAt: number): Promise<void>;
}

/** Bytes by day since 1970; days that are over are left out. */
function readDays(value: JsonValue | null, today: number): Map<number, number> {
  const days = new Map<number, number>();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return days;
  for (const [day, bytes] of Object.entries(value)) {
    if (Number(day) >= today && typeof bytes === "number" && bytes > 0) days.set(Number(day), bytes);
  }
  return days;
}

/**
 * One small value for all links: no list of them is needed to know the sum. What was added and then not written, as by
 * a crash, counts until its day is over: the limit errs on the safe side.
 * Every promise rejects with a `ServiceUnavailable` where the store cannot be used.
 * @param now milliseconds since 1970, as is `expiresAt`
 * @param longest seconds that a link may last
 */
export function createByteLedger(store: Store, now: () => number, longest: number): ByteLedger {
  const change = (bytes: number, expiresAt: number, limit: number): Promise<boolean> => {
    const today = Math.floor(now() / DAY_MS);
    return store.update(KEY, longest + 2 * (DAY_MS / 1000), (value) => {
      const days = readDays(value, today);
      const day = Math.floor(expiresAt / DAY_MS);
      days.set(day, Math.max(0, (days.get(day) ?? 0) + bytes));
      const sum = [...days.values()].reduce((total, each) => total + each, 0);
      if (bytes > 0 && sum > limit) return { value, result: false };
      return { value: Object.fromEntries(days), result: true };
    });
  };
  return {
    add: (bytes, expiresAt, limit) => change(bytes, expiresAt, limit),
    async subtract(bytes, expiresAt) {
      await change(-bytes, expiresAt, 0);
    },
  };
}
