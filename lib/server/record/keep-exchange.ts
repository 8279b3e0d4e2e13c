/** Keeps exchanges beside their streams: a queue for each session, so that storage can be slow or away and hold up nothing. */
import { setImmediate } from "node:timers/promises";
import { createAlias } from "../../redact/create-alias";
import type { Alias } from "../../redact/redaction";
import { append } from "../../values/long-lists";
import type { Store } from "../storage/store";
import { limitTime } from "./limit-time";
import { type StoreOptions, storeExchanges, type WrittenExchange } from "./store-exchanges";
import { tellFault } from "./tell-fault";
import { type Draft, type ExchangeWatch, watchExchange } from "./watch-exchange";
import type { RequestWriter } from "./write-beside";
import { type SentRequest, writeRequest } from "./write-exchange";

/** A session that requests come for. */
export interface OpenSession {
  /** The id itself, which is not stored. */
  readonly session: string;
  readonly digest: string;
  /** Epoch seconds. */
  readonly expiresAt: number;
}

interface KeeperOptions extends StoreOptions {
  readonly openStore: () => Promise<Store>;
  /** Milliseconds that the storing of one batch may take. */
  readonly storeMs: number;
  /** Absent = requests are written here, and what is taken out of them is not counted. */
  readonly writeRequest?: RequestWriter;
}

export interface Keeper {
  /** Never throws; what cannot be stored is counted. */
  begin(session: OpenSession, sent: SentRequest): ExchangeWatch;
  /** Whether so many more bytes can be held until they are stored. */
  hasRoom(bytes: number): boolean;
  /** Exchanges of a session that could not be stored and are not yet entered there. */
  unstoredOf(digest: string): number;
  /** Drops what waits to be stored of a session. */
  drop(digest: string): void;
  /** Resolves at the next storing of a session, or when time is up. */
  nextChange(digest: string, milliseconds: number): Promise<void>;
  /** Resolves when nothing waits to be stored. */
  settle(): Promise<void>;
}

/** Bytes of all exchanges in memory that are under way or wait to be stored. */
const MAX_HELD = 256 * 1024 * 1024;
/** Ended exchanges of one session that may wait. */
const MAX_WAITING = 2000;

interface Line {
  readonly session: OpenSession;
  readonly alias: Alias;
  readonly waiting: Set<Draft>;
  unstored: number;
  lost: number[];
  running: Promise<void> | null;
}

export function createKeeper(options: KeeperOptions): Keeper {
  const lines = new Map<string, Line>();
  const listeners = new Map<string, Set<() => void>>();
  let held = 0;

  function lineOf(session: OpenSession): Line {
    const known = lines.get(session.digest);
    if (known) return known;
    for (const [digest, { running, session: other }] of lines) {
      if (!running && other.expiresAt < options.now()) lines.delete(digest);
    }
    const alias = createAlias(Buffer.from(session.session, "base64url"));
    const line = { session, alias, waiting: new Set<Draft>(), unstored: 0, lost: [], running: null };
    lines.set(session.digest, line);
    return line;
  }

  function release(draft: Draft): void {
    held -= draft.weight;
    draft.weight = 0;
  }

  function giveUp(line: Line, draft: Draft): void {
    // One that is under way, or waits again, has another chance.
    if (!draft.hasEnded() || line.waiting.has(draft)) return;
    line.unstored += 1;
    if (draft.number !== null) line.lost.push(draft.number);
    release(draft);
  }

  const write: RequestWriter = options.writeRequest ?? (async (sent, _, alias) => writeRequest(sent, alias));

  /** Large bodies are redacted one by one, and streams move on in between. */
  async function writeAll(line: Line, drafts: readonly Draft[]) {
    const written: (WrittenExchange & { readonly draft: Draft; readonly isFinal: boolean })[] = [];
    const { alias } = line;
    const half = (sent: SentRequest) => write(sent, line.session.session, alias);
    for (const draft of drafts) {
      await setImmediate();
      try {
        const exchange = await draft.write(alias, half);
        written.push({ draft, number: draft.number, exchange, isFinal: exchange.answer !== null });
      } catch (error) {
        tellFault(error);
        giveUp(line, draft);
      }
    }
    return written;
  }

  async function storeBatch(line: Line, drafts: readonly Draft[]): Promise<void> {
    const written = await writeAll(line, drafts);
    const { unstored, lost } = line;
    line.unstored = 0;
    line.lost = [];
    const { digest, expiresAt } = line.session;
    const work = async () =>
      storeExchanges(await options.openStore(), { digest, expiresAt, written, unstored, lost }, options);
    try {
      const numbers = await limitTime(work(), options.storeMs);
      for (const [order, { draft, isFinal }] of written.entries()) {
        draft.number = numbers?.[order] ?? draft.number;
        if (isFinal || !numbers) release(draft);
      }
    } catch (error) {
      tellFault(error);
      line.unstored += unstored;
      append(line.lost, lost);
      for (const { draft, isFinal } of written) if (isFinal) giveUp(line, draft);
    }
  }

  async function run(line: Line): Promise<void> {
    // The request goes out first.
    await setImmediate();
    while (line.waiting.size > 0) {
      const drafts = [...line.waiting];
      line.waiting.clear();
      await storeBatch(line, drafts);
      for (const listen of listeners.get(line.session.digest) ?? []) listen();
    }
    line.running = null;
    if (line.unstored === 0 && line.lost.length === 0) lines.delete(line.session.digest);
  }

  function enqueue(session: OpenSession, draft: Draft): void {
    const line = lineOf(session);
    if (line.waiting.size >= MAX_WAITING && !line.waiting.has(draft)) {
      giveUp(line, draft);
      return;
    }
    line.waiting.add(draft);
    line.running ??= run(line);
  }

  return {
    hasRoom: (bytes) => held + bytes <= MAX_HELD,
    begin(session, sent) {
      const draft = watchExchange(sent, options.now, (ended, added) => {
        ended.weight += added;
        held += added;
        enqueue(session, ended);
      });
      held += draft.weight;
      enqueue(session, draft);
      return draft.watch;
    },
    unstoredOf: (digest) => lines.get(digest)?.unstored ?? 0,
    drop(digest) {
      const line = lines.get(digest);
      for (const draft of line?.waiting ?? []) release(draft);
      line?.waiting.clear();
    },
    nextChange(digest, milliseconds) {
      return new Promise((resolve) => {
        const own = listeners.get(digest) ?? new Set();
        listeners.set(digest, own);
        const done = () => {
          clearTimeout(timer);
          own.delete(done);
          if (own.size === 0) listeners.delete(digest);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        own.add(done);
      });
    },
    async settle() {
      while (lines.size > 0) {
        const running = [...lines.values()].map((line) => line.running).filter((one) => one !== null);
        if (running.length === 0) return;
        await Promise.all(running);
      }
    },
  };
}
