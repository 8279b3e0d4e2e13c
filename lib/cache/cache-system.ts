/** What every cache system offers the ledger: it is told of requests in the order of their start. */
import type { Model } from "../models/model";
import type { TokenCounter } from "../tokens/token-counter";
import type { EntryLife } from "./entry";
import type { Layout } from "./layout";

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
  readonly written: number;
  readonly hit: Hit | null;
  /** The longest of each kind. */
  readonly missed: readonly Missed[];
  /** Of an implicit look-up: the longest common prefix with an earlier request, in tokens. */
  readonly common: number;
}

export interface CacheSystem {
  readonly id: string;
  /** Reads, writes and renews for a request that this system serves. */
  play(request: CacheRequest): Played;
  /** Takes note of a request, whichever system served it; call after `play`. */
  observe(request: CacheRequest): void;
}
