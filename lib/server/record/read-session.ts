/** What the holder of a recording reads: its exchanges since the last look, waited for where that is asked. */
import type { RecordedSessionAnswer } from "../../sessions/recorded-exchange";
import { tell } from "../../words/message";
import type { Store } from "../storage/store";
import type { Keeper } from "./keep-exchange";
import { exchangeKey, indexKey, type KeptExchange, readIndex, type SessionIndex } from "./session-index";
import type { FoundSession } from "./sessions";
import type { WrittenExchange } from "./write-exchange";

/** What is answered, before it is put into words. */
export type ReadSession = Omit<RecordedSessionAnswer, "exchanges"> & {
  readonly exchanges: readonly WrittenExchange[];
};

export interface ReadQuery {
  /** Exchanges with a higher number are read, and those that have changed lately or may still change. */
  readonly since: number;
  /** Instead of `since`: exactly what has changed after that version; null = by number. */
  readonly version: number | null;
  /** What an earlier page said to go on after; null = from the start. Such a look never waits. */
  readonly after: string | null;
  /** Whether to wait until there is something. */
  readonly wait: boolean;
}

interface ReadOptions {
  readonly store: Store;
  readonly keeper: Keeper;
  /** Epoch seconds. */
  readonly now: () => number;
  /** Milliseconds that are waited at most. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

/** Another server may store as well, so the index is looked at so often. Milliseconds. */
const LOOK_EVERY_MS = 1000;
/** A reader by number may have missed an end between two looks; milliseconds before it is told at once again. */
const AGAIN_MS = 300;
/** Seconds for which an end counts as late news to a reader by number. */
const NEWS_SECONDS = 10;
/** An exchange that is open for longer has lost its server. */
const MAX_OPEN_SECONDS = 3600;
const READS_AT_ONCE = 16;

const isLately = ({ changedAt }: KeptExchange, now: number): boolean => now - changedAt < NEWS_SECONDS;

const canChange = ({ isOpen, keptAt }: KeptExchange, now: number): boolean =>
  isOpen && now - keptAt < MAX_OPEN_SECONDS;

/** Where a page ends: among changes in their order, or by number. */
interface Place {
  readonly version: number;
  readonly number: number;
}

const PLACE = /^(\d{1,9})-(\d{1,9})$/;

function placeOf(after: string | null): Place | null {
  const [, version, number] = PLACE.exec(after ?? "") ?? [];
  return version && number ? { version: Number(version), number: Number(number) } : null;
}

const isBehind = (one: KeptExchange, { version, number }: Place): boolean =>
  one.version > version || (one.version === version && one.number > number);

/** What is asked for, in the order in which pages give it. */
function choose({ kept }: SessionIndex, { since, version, after }: ReadQuery, now: number): KeptExchange[] {
  const place = placeOf(after);
  if (version !== null) {
    const from = place ?? { version, number: Number.POSITIVE_INFINITY };
    return kept
      .filter((one) => isBehind(one, from))
      .sort((one, other) => one.version - other.version || one.number - other.number);
  }
  return kept.filter(
    (one) =>
      one.number > (place?.number ?? 0) && (one.number > since || canChange(one, now) || isLately(one, now)),
  );
}

/** Bytes of exchanges that one page gives, unless a single one is larger: reading takes many times as much memory. */
const PAGE_BYTES = 2 * 1024 * 1024;

function takePage(chosen: readonly KeptExchange[]): readonly KeptExchange[] {
  let bytes = 0;
  const end = chosen.findIndex((one, order) => {
    bytes += one.bytes;
    return bytes > PAGE_BYTES && order > 0;
  });
  return end === -1 ? chosen : chosen.slice(0, end);
}

const UNSEEN = tell("server.answerUnseen");

/** One that can no longer change says why it has no end. */
const settle = (exchange: WrittenExchange, kept: KeptExchange, now: number): WrittenExchange =>
  !kept.isOpen || canChange(kept, now)
    ? exchange
    : {
        ...exchange,
        missing:
          exchange.missing === null
            ? UNSEEN
            : tell("server.bothSentences", { first: exchange.missing, second: UNSEEN }),
      };

async function readExchanges(store: Store, digest: string, kept: readonly KeptExchange[], now: number) {
  const found: WrittenExchange[] = [];
  for (let start = 0; start < kept.length; start += READS_AT_ONCE) {
    const some = kept.slice(start, start + READS_AT_ONCE);
    const values = await Promise.all(some.map(({ number }) => store.get(exchangeKey(digest, number))));
    for (const [order, one] of some.entries()) {
      const value = values[order] ?? null;
      if (value !== null) found.push(settle(value as unknown as WrittenExchange, one, now));
    }
  }
  return found;
}

/** The session's index, with news where they are waited for; null where it is gone. Rejects with the store. */
export async function awaitNews(
  { digest }: Pick<FoundSession, "digest">,
  query: ReadQuery,
  { store, keeper, now, waitMs, signal }: ReadOptions,
): Promise<SessionIndex | null> {
  const look = async () => readIndex(await store.get(indexKey(digest)));
  let index = await look();
  const from = query.version ?? index?.version ?? 0;
  const hasNews = (one: SessionIndex): boolean =>
    one.version !== from || (query.version === null && one.kept.some(({ number }) => number > query.since));
  if (query.wait && query.after === null && index && !hasNews(index)) {
    const late = query.version === null && index.kept.some((one) => isLately(one, now()));
    let left = late ? Math.min(AGAIN_MS, waitMs) : waitMs;
    while (index && !hasNews(index) && left > 0 && !signal.aborted) {
      const step = Math.min(left, LOOK_EVERY_MS);
      await keeper.nextChange(digest, step);
      left -= step;
      index = await look();
    }
  }
  return index;
}

/** One page of what an index names. Rejects with the store. */
export async function readPage(
  { digest }: Pick<FoundSession, "digest">,
  index: SessionIndex,
  query: ReadQuery,
  { store, keeper, now }: Pick<ReadOptions, "store" | "keeper" | "now">,
): Promise<ReadSession> {
  const { startedAt, expiresAt, target, forgotten } = index;
  const unstored = index.unstored + keeper.unstoredOf(digest);
  const chosen = choose(index, query, now());
  const page = takePage(chosen);
  const last = page.at(-1);
  const next = chosen[page.length];
  const inOrder = [...page].sort((one, other) => one.number - other.number);
  const exchanges = await readExchanges(store, digest, inOrder, now());
  const told = { startedAt, expiresAt, target, exchanges, forgotten, unstored };
  if (!last || !next) return { version: index.version, ...told };
  // Up to the version before, all has been given.
  const version = query.version === null ? index.version : next.version - 1;
  return { version, after: `${last.version}-${last.number}`, ...told };
}
