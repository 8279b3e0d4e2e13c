/** The small value that a recording keeps of itself: its target, its end, and which exchanges are kept; pure changes of it. */
import { createHash } from "node:crypto";
import type { JsonValue } from "../../values/json";
import type { Target } from "./plan-course";

export interface KeptExchange {
  readonly number: number;
  readonly bytes: number;
  /** Epoch seconds by the server's clock. */
  readonly keptAt: number;
  readonly changedAt: number;
  /** The index's version at its last change. */
  readonly version: number;
  readonly isOpen: boolean;
}

export interface SessionIndex extends Target {
  /** Epoch seconds by the server's clock. */
  readonly expiresAt: number;
  /** Epoch seconds of the first request, by the emulator's clock where that is told. */
  readonly startedAt: number | null;
  readonly next: number;
  /** Counts every change. */
  readonly version: number;
  readonly forgotten: number;
  readonly unstored: number;
  readonly kept: readonly KeptExchange[];
}

/** An exchange whose value is stored. */
interface ExchangeChange {
  readonly number: number;
  /** False where it is stored again. */
  readonly isNew: boolean;
  readonly bytes: number;
  readonly isOpen: boolean;
}

export interface Entered {
  readonly index: SessionIndex;
  /** Numbers of the exchanges that had to make room, now or before. */
  readonly removed: readonly number[];
}

/** So many exchanges of one session are kept, however small they are. */
const MAX_EXCHANGES = 2000;

/** The database alone must not open a recording, so its keys hold a digest of the id. */
export const digestOf = (session: string): string => createHash("sha256").update(session).digest("hex");
export const indexKey = (digest: string): string => `record/${digest}/index`;
export const exchangePrefix = (digest: string): string => `record/${digest}/exchange/`;
export const exchangeKey = (digest: string, number: number): string => exchangePrefix(digest) + number;

export const createIndex = (target: Target, expiresAt: number): SessionIndex => ({
  target: target.target,
  workspace: target.workspace,
  expiresAt,
  startedAt: null,
  next: 1,
  version: 0,
  forgotten: 0,
  unstored: 0,
  kept: [],
});

export const readIndex = (value: JsonValue | null): SessionIndex | null =>
  value as unknown as SessionIndex | null;
export const asValue = (index: SessionIndex): JsonValue => index as unknown as JsonValue;

const sizeOf = (kept: readonly KeptExchange[]): number => kept.reduce((sum, { bytes }) => sum + bytes, 0);
export const bytesOf = ({ kept }: SessionIndex): number => sizeOf(kept);

/** Removes the oldest exchanges until no more than so many bytes are left. */
export function shrinkIndex(index: SessionIndex, bytes: number): Entered {
  let excess = sizeOf(index.kept) - bytes;
  let count = Math.max(0, index.kept.length - MAX_EXCHANGES);
  for (const one of index.kept.slice(0, count)) excess -= one.bytes;
  for (const one of index.kept.slice(count)) {
    if (excess <= 0) break;
    excess -= one.bytes;
    count += 1;
  }
  if (count === 0) return { index, removed: [] };
  const removed = index.kept.slice(0, count).map(({ number }) => number);
  const version = index.version + 1;
  const forgotten = index.forgotten + count;
  return { index: { ...index, version, forgotten, kept: index.kept.slice(count) }, removed };
}

/** Takes numbers for exchanges that are new, from `index.next` on. */
export const reserveNumbers = (index: SessionIndex, count: number, at: number): SessionIndex => ({
  ...index,
  next: index.next + count,
  startedAt: index.startedAt ?? at,
});

/**
 * Enters exchanges, and what could not be stored.
 * @param lost numbers of exchanges whose end could not be stored: they are taken out, and counted in `unstored`
 */
export function enterExchanges(
  before: SessionIndex,
  changes: readonly ExchangeChange[],
  { now, unstored, lost, most }: { now: number; unstored: number; lost: readonly number[]; most: number },
): Entered {
  const version = before.version + 1;
  const kept = new Map(before.kept.map((one) => [one.number, one]));
  for (const number of lost) kept.delete(number);
  const late: number[] = [];
  for (const { number, isNew, bytes, isOpen } of changes) {
    const known = kept.get(number);
    // It had to make room while it was under way.
    if (!known && !isNew) late.push(number);
    else kept.set(number, { number, bytes, keptAt: known?.keptAt ?? now, changedAt: now, version, isOpen });
  }
  const inOrder = [...kept.values()].sort((one, other) => one.number - other.number);
  const entered = { ...before, version, unstored: before.unstored + unstored, kept: inOrder };
  const { index, removed } = shrinkIndex(entered, most);
  return { index, removed: [...late, ...removed] };
}
