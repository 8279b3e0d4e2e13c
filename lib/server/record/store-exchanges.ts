/** Stores a session's exchanges: its index in one step, then one value each; then room is made for them. */

import type { JsonValue } from "../../values/json";
import { sizeOnDisk } from "../storage/disk-size";
import type { Store } from "../storage/store";
import {
  asValue,
  bytesOf,
  type Entered,
  enterExchanges,
  exchangeKey,
  indexKey,
  readIndex,
  reserveNumbers,
  type SessionIndex,
  shrinkIndex,
} from "./session-index";
import type { RecordSettings } from "./settings";
import type { UnnumberedExchange } from "./watch-exchange";

export interface WrittenExchange {
  readonly number: number | null;
  readonly exchange: UnnumberedExchange;
}

interface Batch {
  readonly digest: string;
  readonly expiresAt: number;
  readonly written: readonly WrittenExchange[];
  /** Exchanges that could not be stored since the last time, and the numbers of those that had one. */
  readonly unstored: number;
  readonly lost: readonly number[];
}

export interface StoreOptions {
  /** Epoch seconds. */
  readonly now: () => number;
  readonly settings: Pick<RecordSettings, "sessionBytes" | "allBytes">;
}

/** What a session takes of the disk. */
interface Size {
  /** All of it. */
  readonly bytes: number;
  /** Without its exchanges: what cannot make room. */
  readonly base: number;
  /** Epoch seconds at which its oldest exchange was kept, and at which all of it ends. */
  readonly oldest: number;
  readonly ends: number;
}

/** What each session takes, so that the oldest exchanges of all can make room. */
type Sizes = Readonly<Record<string, Size>>;

const SIZES_KEY = "record-sizes";

/** Those of sessions that have not ended; a size that was entered without its base has none. */
const readSizes = (value: JsonValue | null, now: number): Sizes =>
  Object.fromEntries(
    Object.entries((value ?? {}) as unknown as Sizes)
      .filter(([, { ends }]) => ends > now)
      .map(([digest, size]) => [digest, { ...size, base: size.base ?? 0 }]),
  );

/** A session counts as so many bytes before anything is recorded, so that not any number of empty ones can be made. */
const LEAST_BYTES = 64 * 1024;

const baseOf = (digest: string, index: SessionIndex): number =>
  Math.max(LEAST_BYTES, sizeOnDisk(indexKey(digest), asValue(index)));

function sizeOf(digest: string, index: SessionIndex, now: number): Size {
  const base = baseOf(digest, index);
  return {
    bytes: base + bytesOf(index),
    base,
    oldest: index.kept[0]?.keptAt ?? now,
    ends: index.expiresAt,
  };
}

const sum = (sizes: Sizes, of: (size: Size) => number): number =>
  Object.values(sizes).reduce((total, size) => total + of(size), 0);

/** The session with the oldest exchange where all take more than they may; null where there is room, or can be none. */
function findVictim(sizes: Sizes, most: number): string | null {
  if (sum(sizes, ({ bytes }) => bytes) <= most) return null;
  const full = Object.entries(sizes).filter(([, { bytes, base }]) => bytes > base);
  return full.sort(([, one], [, other]) => one.oldest - other.oldest)[0]?.[0] ?? null;
}

const termOf = (expiresAt: number, now: number): number => Math.max(1, expiresAt - now);

/** Enters what a session takes; null removes it. Answers which session is to make room, and whether there can be any. */
function enterSize(
  store: Store,
  digest: string,
  index: SessionIndex | null,
  { now, settings }: StoreOptions,
) {
  const time = now();
  const end = Math.max(index?.expiresAt ?? 0, time + 30 * 86_400);
  return store.update(SIZES_KEY, end - time, (value) => {
    const { [digest]: _before, ...others } = readSizes(value, time);
    const sizes = index ? { ...others, [digest]: sizeOf(digest, index, time) } : others;
    const canFit = sum(sizes, ({ base }) => base) <= settings.allBytes;
    const victim = findVictim(sizes, settings.allBytes);
    return { value: sizes as unknown as JsonValue, result: { victim, canFit } };
  });
}

const removeAll = (store: Store, digest: string, numbers: readonly number[]): Promise<unknown> =>
  Promise.all(numbers.map((number) => store.remove(exchangeKey(digest, number))));

/** Removes one exchange of a session, its oldest. */
async function removeOldest(store: Store, digest: string, now: number) {
  const index = readIndex(await store.get(indexKey(digest)));
  if (!index) return null;
  const shrunk = await store.update(indexKey(digest), termOf(index.expiresAt, now), (value) => {
    const found = readIndex(value);
    const first = found?.kept[0];
    if (!found || !first) return { value, result: null };
    const result = shrinkIndex(found, bytesOf(found) - Math.max(1, first.bytes));
    return { value: asValue(result.index), result };
  });
  if (shrunk) await removeAll(store, digest, shrunk.removed);
  return shrunk?.index ?? null;
}

async function makeRoom(store: Store, first: string | null, options: StoreOptions): Promise<void> {
  let victim = first;
  while (victim !== null) {
    const shrunk = await removeOldest(store, victim, options.now());
    ({ victim } = await enterSize(store, victim, shrunk, options));
  }
}

/** Stores a new session. False where it cannot be fitted in, however many exchanges make room. Rejects with the store. */
export async function storeSession(
  store: Store,
  digest: string,
  index: SessionIndex,
  options: StoreOptions,
): Promise<boolean> {
  const { victim, canFit } = await enterSize(store, digest, index, options);
  if (!canFit) {
    await forgetSize(store, digest, options);
    return false;
  }
  await store.set(indexKey(digest), asValue(index), termOf(index.expiresAt, options.now()));
  await makeRoom(store, victim, options);
  return true;
}

/** The first number of so many new exchanges; null where the session is gone. */
const reserve = (store: Store, digest: string, term: number, count: number, at: number) =>
  store.update<number | null>(indexKey(digest), term, (value) => {
    const index = readIndex(value);
    return index
      ? { value: asValue(reserveNumbers(index, count, at)), result: index.next }
      : { value: null, result: null };
  });

/**
 * Stores exchanges: values first, so that whatever the index names can be read. Answers their numbers, in order; null
 * where the session is gone, of which nothing is left behind. Rejects with the store.
 */
export async function storeExchanges(
  store: Store,
  batch: Batch,
  options: StoreOptions,
): Promise<readonly number[] | null> {
  const { digest, expiresAt, written, unstored, lost } = batch;
  const now = options.now();
  const term = termOf(expiresAt, now);
  const fresh = written.filter(({ number }) => number === null);
  const first = fresh[0];
  let next = first ? await reserve(store, digest, term, fresh.length, first.exchange.at) : 0;
  if (next === null) return null;
  const numbers: number[] = [];
  for (const { number } of written) numbers.push(number ?? next++);

  const changes = await Promise.all(
    written.map(async ({ number: known, exchange }, order) => {
      const number = numbers[order] ?? 0;
      const value = { number, ...exchange } as unknown as JsonValue;
      await store.set(exchangeKey(digest, number), value, term);
      const bytes = sizeOnDisk(exchangeKey(digest, number), value);
      return { number, isNew: known === null, bytes, isOpen: exchange.answer === null };
    }),
  );
  const entered = await store.update<Entered | null>(indexKey(digest), term, (value) => {
    const index = readIndex(value);
    if (!index) return { value: null, result: null };
    const most = options.settings.sessionBytes - baseOf(digest, index);
    const result = enterExchanges(index, changes, { now, unstored, lost, most });
    return { value: asValue(result.index), result };
  });
  await removeAll(store, digest, [...(entered?.removed ?? numbers), ...lost]);
  if (!entered) return null;
  await makeRoom(store, (await enterSize(store, digest, entered.index, options)).victim, options);
  return numbers;
}

/** Takes a deleted session out of the sizes. */
export async function forgetSize(store: Store, digest: string, options: StoreOptions): Promise<void> {
  await enterSize(store, digest, null, options);
}
