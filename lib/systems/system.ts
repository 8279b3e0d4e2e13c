/** What every cache system is: how it reads markers, what it keeps, and what it makes of each request. */

import type { Blocks } from "../layout/blocks";
import type { LaidOut, Layout } from "../layout/layout";
import type { TokenLine } from "../offers/offer";
import type { TokenCounter } from "../tokens/token-counter";
import type { Message, Said } from "../words/message";
import type { Entry, EntryLife } from "./kernels/entry";

/** Seconds an entry is asked to live: five minutes or an hour. */
export type EntryTtl = 300 | 3600;

/** A request as a cache system meets it. */
export interface Arrival<R = unknown> {
  /** Its number in the order given, for the reports. */
  readonly index: number;
  /** Start, in seconds; never earlier than that of the request before. */
  readonly at: number;
  /** Seconds until its response has ended. */
  readonly duration: number;
  readonly layout: Layout;
  /** Of the offer it is sent to, with what the user has chosen. */
  readonly rules: R;
  /** Finds where common text ends between two tokens; without it such a prefix ends at the segment before. */
  readonly counter?: TokenCounter | undefined;
  /** How long its entries are to live, where the system leaves the choice; absent = as the system has it. */
  readonly ttl?: EntryTtl | undefined;
  /** True where it asks the service for a breakpoint at the end of its input. */
  readonly automatic?: boolean | undefined;
  /** False spares what only reasons need. */
  readonly explain: boolean;
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

/** Tokens of the longest common prefix with an earlier request, and what becomes of them. */
export interface CommonPrefix {
  readonly common: number;
  /** In whole steps of what the service reads. */
  readonly usable: number;
  /** What an ideal cache reads: as many, from the minimum on. */
  readonly readable: number;
  readonly minimum: number;
  /** Whether such a read happens: the probability, where it is drawn. */
  readonly chance: "never" | "always" | "not-offered" | number;
}

/**
 * How a system looks for what it can read: from the markers of the request, from the end of its input, or by whatever it
 * has in common with an earlier one; or it does not look.
 */
export type LookUp = "markers" | "end" | "common-prefix" | "none";

export interface Played {
  /** Id of the system that served it: of a composite, the member. */
  readonly system: string;
  readonly lookUp: LookUp;
  /** The layout with the breakpoints that the system saw. */
  readonly layout: Layout;
  readonly read: number;
  /** Billed as written. */
  readonly written: number;
  /** What was read and written, by what it is billed as; all other input is plain. */
  readonly lines: readonly TokenLine[];
  /** New in the cache: as many as written, save where the service bills them as plain input. */
  readonly stored: number;
  readonly hit: Hit | null;
  /** The longest of each kind; none where nothing is to be explained. */
  readonly missed: readonly Missed[];
  /** What it has in common with an earlier request; null where the look-up is not for that. */
  readonly shared: CommonPrefix | null;
  /** Seconds that the entries it wrote or renewed live from its start; 0 = it writes none. */
  readonly life: number;
  /** Content blocks that the look-up went back from a marker. */
  readonly lookback: number;
  /** What a marker at its end would have read; null = nothing, or it has one. */
  readonly unread: EntryLife | null;
  /** Entries it wrote; the system goes on changing them. */
  readonly created: readonly Entry[];
  /** Why the service answers an error; absent = it does not. Then nothing is read, written or billed. */
  readonly refused?: Said;
}

/**
 * @typeParam R rules and choices of the offer
 * @typeParam S what it keeps between requests to one model: plain JSON, so that it can be stored and copied
 */
export interface CacheSystem<R = unknown, S = unknown> {
  readonly id: string;
  /** What the page's menu calls it; null = it is not offered there. */
  readonly menu: Message | null;
  /** Rules for requests that hold under it, besides those that hold everywhere; null = there are none. */
  readonly rulePack: string | null;
  /** Share of the offer's prices that is billed; absent = 1. */
  readonly priceShare?: number;
  /** Reads the markers of a request: which take effect, where, and what becomes of the others. */
  mark(blocks: Blocks, rules: R): LaidOut;
  /** The empty cache. */
  open(): S;
  /** Plays one request; requests come in the order of their start. Changes `state`. */
  step(state: S, arrival: Arrival<R>): Played;
}

/** What a request that nothing is cached for has played, but for whose it is. */
export const NOTHING_PLAYED = {
  read: 0,
  written: 0,
  lines: [],
  stored: 0,
  hit: null,
  missed: [],
  shared: null,
  life: 0,
  lookback: 0,
  unread: null,
  created: [],
} as const satisfies Partial<Played>;
