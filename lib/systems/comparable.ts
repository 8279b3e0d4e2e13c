/** What a cache system is that can be compared with others on the same conversation, and how a request comes to it. */
import type { MarkerStatus } from "../layout/layout";
import type { ListedModel } from "../offers/listed-prices";
import type { ReasonKind } from "../reasons/kinds";
import type { Said } from "../words/message";
import type { EntryLife } from "./kernels/entry";

/** A prefix that requests may have in common: equal keys of one comparison = the same tokens from the start on. */
export interface PrefixPoint {
  readonly key: number;
  /** Tokens from the start of the request. */
  readonly prefix: number;
}

export type SegmentRole = "tools" | "system" | "developer" | "user" | "assistant" | "tool";
export type SegmentKind = "text" | "tool_use" | "tool_result" | "thinking" | "image";

/** A stretch of a request that some system lets an entry end behind: a segment as given, or one part of a message. */
export interface ComparableSegment extends PrefixPoint {
  /** Where it is, for reasons. */
  readonly pointer: string;
  readonly tokens: number;
  readonly role: SegmentRole;
  readonly kind: SegmentKind;
  /** Content blocks it is made of; only the last of them can end an entry. */
  readonly blocks: number;
  /** True where a message, or the tools, end with it. */
  readonly isMessageEnd: boolean;
}

export interface ComparableMarker {
  readonly pointer: string;
  /** Index of the segment it stands behind. */
  readonly segment: number;
  /** Seconds it asks its entry to live; absent = it does not say. */
  readonly ttl?: number;
}

/** A request as every system meets it. All requests of a comparison share one way of numbering prefixes. */
export interface ComparableRequest {
  /** Its number in the order given. */
  readonly index: number;
  /** Start, in seconds; requests are played in order of their start, equal starts in the order given. */
  readonly at: number;
  /** When its response begins, and when it has ended: moments on the same clock as `at`. */
  readonly firstToken: number;
  readonly end: number;
  /** Tokens of the answer. */
  readonly completion: number;
  /** Requests of one conversation have the same name; null = none is given. */
  readonly conversation: string | null;
  /** In cache order. */
  readonly segments: readonly ComparableSegment[];
  /**
   * Everywhere the request parts from some other one of the comparison, and every segment's end; ascending. What two
   * requests have in common ends exactly at the last point both have, so comparing keys is comparing tokens.
   */
  readonly points: readonly PrefixPoint[];
  /** In cache order. */
  readonly markers: readonly ComparableMarker[];
  /** All input tokens; where a frame ends it, more than the last segment's prefix. */
  readonly prompt: number;
}

/** Where its cache is: asked for, by itself, paid by the hour, on hardware of one's own, or one of several behind a router. */
export const SYSTEM_KINDS = ["explicit", "automatic", "rented", "own-hardware", "routed"] as const;
export type SystemKind = (typeof SYSTEM_KINDS)[number];
export type SystemFamily =
  | "breakpoint"
  | "common-prefix"
  | "unit"
  | "object"
  | "engine"
  | "route"
  | "model-studio";

/** Of the kinds that every system's reasons are told by. */
export type FactCode = Extract<
  ReasonKind,
  | "hit"
  | "first_write"
  | "no_marker"
  | "below_minimum"
  | "marker_dropped"
  | "messages_changed"
  | "expired"
  | "beyond_lookback"
  | "not_yet_written"
  | "implicit_not_promised"
  | "evicted"
>;

/** Why a request read what it read. */
export interface PlayedFact {
  readonly code: FactCode;
  /** One sentence with its figures. */
  readonly message: Said;
  readonly pointer?: string;
  /** Tokens that it kept from being read; absent where that cannot be said. */
  readonly tokens?: number;
}

/** Tokens written at the price of a life; a life without a price of its own is named 0 and billed as plain input. */
export interface WrittenTokens {
  /** Seconds. */
  readonly life: number;
  readonly tokens: number;
}

/** An object that a request had made: paid once for its tokens, and for as long as it is kept. */
export interface RentedObject {
  readonly tokens: number;
  /** Seconds, on the clock of the requests. */
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** A place where a request marks its prefix, or the service does by itself, and what became of it. */
export interface Boundary {
  /** Index of the segment it stands behind. */
  readonly segment: number;
  readonly status: MarkerStatus;
  /** One sentence; absent where it takes effect. */
  readonly reason?: Said;
}

/** What a system asks of markers; tokens, markers and positions. */
export interface MarkerLimits {
  /** Fewest tokens of a prefix that is kept. */
  readonly minimum: number;
  readonly markers: number;
  /** Positions before the marker's own that a look-up goes through; null = it looks at its own place alone, or at fixed ones. */
  readonly lookback: number | null;
}

/** What became of one request. All else of its prompt is uncached. */
export interface PlayedRequest {
  readonly read: number;
  readonly written: readonly WrittenTokens[];
  /** One sentence: the service would answer an error. Then nothing is read, written or billed, and no entry is left. */
  readonly refused?: Said;
  /** Seconds that what it wrote or renewed lives from its start; absent = it leaves nothing with an end. */
  readonly life?: number;
  /** Of a route: the member that served it. */
  readonly member?: number;
  /** What it had made. */
  readonly created?: RentedObject;
  /** True where it used an object that each use is charged for. */
  readonly usesObject?: boolean;
  /** Entries it wrote, where the system has lives of their own for them; the system goes on changing them. */
  readonly entries?: readonly EntryLife[];
  /** Seconds from its start that its whole prompt can be read as a prefix; absent = no end, or it is not kept so. */
  readonly prefixLife?: number;
  /** In cache order, as far as the system knows any; those of a refused request are left out. */
  readonly boundaries?: readonly Boundary[];
  /** The most telling first; empty where none are asked for. */
  readonly facts: readonly PlayedFact[];
}

/**
 * A cache that is being played. A step may change `state`, which is plain JSON and can be copied; it knows no clock, and
 * chance only by `draw(seed, index)` of lib/values/random.
 */
export interface SystemPlay<S = unknown> {
  readonly state: S;
  step(request: ComparableRequest, explain: boolean): PlayedRequest;
}

export type OptionValue = string | number | boolean | null;
/** By name; those that were not given are absent. A system takes its own default for them. */
export type SystemOptions = Readonly<Record<string, OptionValue>>;

/** What an option may be. A number that is no fraction is a whole one. */
export type OptionRule =
  | { readonly type: "boolean"; readonly default: boolean }
  | { readonly type: "choice"; readonly of: readonly OptionValue[]; readonly default: OptionValue | null }
  | {
      readonly type: "number";
      readonly min: number;
      readonly max: number;
      readonly isFraction?: boolean;
      readonly isNullable?: boolean;
      /** Null = none, or as the model has it. */
      readonly default: number | null;
    };

export interface ComparableSystem {
  readonly id: string;
  readonly family: SystemFamily;
  /** As a reader knows it, e.g. "Gemini, rented objects". */
  readonly name: Said;
  readonly options: Readonly<Record<string, OptionRule>>;
  kindOf(options: SystemOptions): SystemKind;
  /** Absent = it looks at no markers. Null where it looks at none with these options. */
  limitsOf?(model: ListedModel | null, options: SystemOptions): MarkerLimits | null;
  /** Ids of what it assumes where its documentation is silent. */
  assumptionsOf(model: ListedModel | null, options: SystemOptions): readonly string[];
  /** An empty cache. `model` is null where the system has no models of its own. */
  open(model: ListedModel | null, options: SystemOptions): SystemPlay;
}
