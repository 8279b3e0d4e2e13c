/** How many bytes all links hold together, counted by the day on which they are over. */

import type { JsonValue } from "../../values/json";
import type { Store } from "../storage/store";

const KEY = "short-links:bytes";
const DAY_MS = 86_400_000;

/** Links that end later than so many days from now may take this part of all: what lasts long leaves room for what goes soon. */
const PARTS = [
  { days: 30, part: 1 / 2 },
  { days: 1, part: 3 / 4 },
  { days: -1, part: 1 },
] as const;

/** `full`: all that live hold as much as they may; `life`: those that last as long do. */
type Added = "added" | "full" | "life";

interface ByteLedger {
  /** Whatever is not `added` has changed nothing; `limit` is in bytes, of all links together. */
  add(bytes: number, expiresAt: number, limit: number): Promise<Added>;
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

/** Why a link that ends on this day, counted already, is one too many; null where it is not. */
function findFault(
  days: ReadonlyMap<number, number>,
  { day, today, limit }: { readonly day: number; readonly today: number; readonly limit: number },
): Exclude<Added, "added"> | null {
  const sumAfter = (first: number) =>
    [...days].reduce((sum, [each, bytes]) => sum + (each > first ? bytes : 0), 0);
  if (sumAfter(today - 1) > limit) return "full";
  const isLong = PARTS.some(
    (each) => day > today + each.days && sumAfter(today + each.days) > limit * each.part,
  );
  return isLong ? "life" : null;
}

/**
 * One small value for all links: no list of them is needed to know the sum. What was added and then not written, as by
 * a crash, counts until its day is over: the limit errs on the safe side.
 * Every promise rejects with a `ServiceUnavailable` where the store cannot be used.
 * @param now milliseconds since 1970, as is `expiresAt`
 * @param longest seconds that a link may last
 */
export function createByteLedger(store: Store, now: () => number, longest: number): ByteLedger {
  const change = (bytes: number, expiresAt: number, limit: number): Promise<Added> => {
    const today = Math.floor(now() / DAY_MS);
    return store.update(KEY, longest + 2 * (DAY_MS / 1000), (value) => {
      const days = readDays(value, today);
      const day = Math.floor(expiresAt / DAY_MS);
      days.set(day, Math.max(0, (days.get(day) ?? 0) + bytes));
      const fault = bytes > 0 ? findFault(days, { day, today, limit }) : null;
      if (fault) return { value, result: fault };
      return { value: Object.fromEntries(days), result: "added" };
    });
  };
  return {
    add: (bytes, expiresAt, limit) => change(bytes, expiresAt, limit),
    async subtract(bytes, expiresAt) {
      await change(-bytes, expiresAt, 0);
    },
  };
}
