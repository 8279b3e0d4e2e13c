/** What the holder of a recording reads: its exchanges since the last look, waited for where that is asked. */
import type { RecordedSessionAnswer } from "../../sessions/recorded-exchange";
import { tell } from "../../words/message";
import type { Store } from "../storage/store";
import type { Keeper } from "./keep-exchange";
import { exchangeKey, indexKey, type KeptExchange, readIndex, type SessionIndex } from "./session-index";
import type { FoundSession } from "./sessions";
import type { WrittenExchange } from "./write-exchange";

/** What is answered, before it is put into words. */
type ReadSession = Omit<RecordedSessionAnswer, "exchanges"> & {
  readonly exchanges: readonly WrittenExchange[];
};

interface ReadQuery {
  /** Exchanges with a higher number are read, and those that have changed lately or may still change. */
  readonly since: number;
  /** Instead of `since`: exactly what has changed after that version; null = by number. */
  readonly version: number | null;
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

function choose({ kept }: SessionIndex, { since, version }: ReadQuery, now: number): readonly KeptExchange[] {
  if (version !== null) return kept.filter((one) => one.version > version);
  return kept.filter((one) => one.number > since || canChange(one, now) || isLately(one, now));
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

/** Null where the session is gone. Rejects with the store. */
export async function readSession(
  { digest }: Pick<FoundSession, "digest">,
  query: ReadQuery,
  { store, keeper, now, waitMs, signal }: ReadOptions,
): Promise<ReadSession | null> {
  const look = async () => readIndex(await store.get(indexKey(digest)));
  let index = await look();
  const from = query.version ?? index?.version ?? 0;
  const hasNews = (one: SessionIndex): boolean =>
    one.version !== from || (query.version === null && one.kept.some(({ number }) => number > query.since));
  if (query.wait && index && !hasNews(index)) {
    const late = query.version === null && index.kept.some((one) => isLately(one, now()));
    let left = late ? Math.min(AGAIN_MS, waitMs) : waitMs;
    while (index && !hasNews(index) && left > 0 && !signal.aborted) {
      const step = Math.min(left, LOOK_EVERY_MS);
      await keeper.nextChange(digest, step);
      left -= step;
      index = await look();
    }
  }
  if (!index) return null;
  const { version, startedAt, expiresAt, target, forgotten, unstored } = index;
  const exchanges = await readExchanges(store, digest, choose(index, query, now()), now());
  const all = unstored + keeper.unstoredOf(digest);
  return { version, startedAt, expiresAt, target, exchanges, forgotten, unstored: all };
}
