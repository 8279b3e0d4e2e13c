/** What every cache system offers the ledger: it is told of requests in the order of their start. */

import type { Layout } from "../layout/layout";
import type { Model } from "../offers/model";
import type { TokenCounter } from "../tokens/token-counter";
import type { EntryLife } from "./kernels/entry";

export type CacheSystemId =
  | "model-studio-explicit"
  | "model-studio-implicit"
  | "model-studio-session"
  | "qwen4";

/** Seconds an entry is asked to live: five minutes or an hour. */
export type EntryTtl = 300 | 3600;

/** A request as a cache system plays it. */
export interface CacheRequest {
  /** Its number in the order given, for the reports. */
  readonly index: number;
  /** Start, in seconds; never earlier than that of the request before. */
  readonly at: number;
  /** Seconds until its response has ended. */
  readonly duration: number;
  readonly layout: Layout;
  /** Rules of `layout.model`; null = unknown. */
  readonly model: Model | null;
  /** Finds where common text ends between two tokens; without it such a prefix ends at the segment before. */
  readonly counter?: TokenCounter;
  /** How long its entries are to live, where the system leaves the choice; absent = five minutes. */
  readonly ttl?: EntryTtl;
  /** True where it asks the service for a breakpoint at the end of its input. */
  readonly automatic?: boolean;
}

/** The entry a request read, as it was before. */
export interface Hit {
  /** Index of the cut where it ends. */
  readonly cut: number;
  readonly tokens: number;
  readonly createdBy: number;
  /** The request that used it last, before this one. */
  readonly lastUsedBy: number;
}

/** An entry of a longer identical prefix that could not be read. */
export interface Missed {
  readonly why: "pending" | "expired" | "beyond-lookback" | "beyond-marker";
  readonly cut: number;
  /** The entry as it was when the request started. */
  readonly entry: EntryLife;
  /** Content blocks between it and the next marker; 0 where no marker follows. */
  readonly between: number;
}

export interface Played {
  readonly read: number;
  /** Billed as written. */
  readonly written: number;
  /** New in the cache: as many as written, save where the service bills them as plain input. */
  readonly stored: number;
  readonly hit: Hit | null;
  /** The longest of each kind; none where nothing is to be explained. */
  readonly missed: readonly Missed[];
  /** Of an implicit look-up: the longest common prefix with an earlier request, in tokens. */
  readonly common: number;
  /** Of an implicit look-up: what an ideal cache reads of it. */
  readonly readable: number;
  /** Seconds that the entries it wrote or renewed live from its start. */
  readonly life: number;
  /** Which of the two read prices counts. */
  readonly readKind: "explicit" | "implicit";
}

export interface CacheSystem {
  readonly id: CacheSystemId;
  /** Every entry ever written, in order of writing. */
  readonly entries: readonly EntryLife[];
  /** The request's layout with the breakpoints that this system sees in it; a service may place some of its own. */
  layOut(request: CacheRequest): Layout;
  /** Reads, writes and renews for a request that this system serves, laid out by it. */
  play(request: CacheRequest): Played;
  /** Takes note of a request, whichever system served it; call after `play`. */
  observe(request: CacheRequest): void;
  /** The longest entry that a marker at its end would have read; for requests that another system serves. */
  findUnread(request: CacheRequest): EntryLife | null;
}

/** A request that neither reads nor writes. */
export const NOTHING_PLAYED: Played = {
  read: 0,
  written: 0,
  stored: 0,
  hit: null,
  missed: [],
  common: 0,
  readable: 0,
  life: 0,
  readKind: "explicit",
};
