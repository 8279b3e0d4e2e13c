/** A request as a cache sees it: cuts of its prefix, which of them are breakpoints, and what follows. */

import type { Readings } from "../offers/readings";
import type { Said } from "../words/message";

/** A place where an entry may end. */
export interface Cut {
  /** JSON Pointer of the segment or part that ends here; of text-free segments `/segments/<index>`. */
  readonly pointer: string;
  /** Identity of everything before this cut: equal keys of one `PrefixIndex` = identical prefix. */
  readonly key: number;
  /** Tokens from the start of the request. */
  readonly prefix: number;
  /** Content blocks from the start, the one that ends here included. */
  readonly blocks: number;
}

/** A stretch of rendered text between two segment ends; the last one is the tail. */
export interface Chunk {
  /** Identity of everything before it. */
  readonly start: number;
  /** Tokens before it. */
  readonly prefix: number;
  readonly text: string;
  /** Identity of its images, videos and sounds, which the text does not tell apart; absent where it has none. */
  readonly media?: string;
}

/** What a request opens with, apart from how a template renders it: tells what changed, also across models. */
export interface Opening {
  /** How many cuts the system turn takes, tools included; 0 where the request has none. */
  readonly cuts: number;
  /** Identity of the tools. */
  readonly tools: number;
  /** Identity of the system messages, or of the first message where there are none. */
  readonly head: number;
}

/** What readings make of markers, wherever they are put, that is not plain from the cuts. */
export interface Marking {
  /** By cut, the cut at which a marker takes effect that stands there, -1 = nowhere; absent = each at its own. */
  readonly effects?: readonly number[];
  /** By cut, the tokens that have to reach the minimum; absent = its prefix. */
  readonly counted?: readonly number[];
  /** Why the service refuses the request whatever its markers, one sentence; absent = it does not. */
  readonly refused?: Said;
}

export interface Layout {
  readonly model: string;
  /** By which it was laid out, where the documentation leaves it open; absent = as assumed. */
  readonly readings?: Readings;
  /** Ascending. */
  readonly cuts: readonly Cut[];
  /** True where it holds any marker at all, which alone selects the explicit cache, and its model has one. */
  readonly marked: boolean;
  /** Ascending indices into `cuts`, after every rule: at most four, none too short. */
  readonly breakpoints: readonly number[];
  /** All input tokens. */
  readonly prompt: number;
  /** Absent where markers take effect where they stand. */
  readonly marking?: Marking;
  /** Seconds its markers ask entries to live; absent where they do not say, or the model reads no such wish. */
  readonly ttl?: 300 | 3600;
  /** True where the request itself asks for a breakpoint of the service's own; absent = no. */
  readonly automatic?: boolean;
  /** Why the service answers an error, one sentence; absent = it takes the request. */
  readonly refused?: Said;
  /** True of a request to the Responses API, which its session cache serves; absent = no. */
  readonly viaResponses?: boolean;
  /** Whether the request thinks, which may change the price of its completion; null = unknown. */
  readonly thinking?: boolean | null;
  /** Absent in the text-free form. */
  readonly opening?: Opening;
  /** Rendered text, for common prefixes that end inside a segment; absent in the text-free form. */
  readonly chunks?: readonly Chunk[];
}

export type MarkerStatus = "effective" | "merged" | "dropped" | "ignored" | "too-short";

/** What the rules make of one marker. */
export interface ResolvedMarker {
  /** `Marker.pointer`. */
  readonly pointer: string;
  /** Tokens up to where the marker takes effect, or would; null where it has no place in the prefix. */
  readonly prefix: number | null;
  /** Index into `Layout.cuts`; null where it has no place. */
  readonly cut: number | null;
  readonly status: MarkerStatus;
  /** One sentence; absent when effective. */
  readonly reason?: Said;
}

export interface LaidOut {
  readonly layout: Layout;
  /** One for each marker of the request, in cache order. */
  readonly markers: readonly ResolvedMarker[];
}
