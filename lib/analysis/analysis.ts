/** What the page, the HTTP API and the tests see of one analysed document. */
import type { MarkerStatus } from "../cache/layout";
import type { Diagnostic } from "../lint/diagnostic";
import type { Region } from "../models/model";
import type { Dialect, TextRange } from "../prompt/prompt";
import type { LedgerRow } from "../timeline/ledger";
import type { Scenario } from "../timeline/scenario";
import type { EntryLife, Totals } from "../timeline/simulate";

/** Everything an analysis depends on besides the text. */
export interface Settings {
  /** Used where the document names no model. */
  readonly model: string;
  readonly region: Region;
  /** Null plays the document's request alone. */
  readonly scenario: Scenario | null;
}

export interface SegmentView {
  readonly pointer: string;
  readonly members: readonly string[];
  readonly role: string;
  /** Tokens this segment adds. */
  readonly tokens: number;
  /** Tokens from the start of the request to its end. */
  readonly prefix: number;
  readonly blocks: number;
  /** The first words, for a reader to recognise it by. */
  readonly preview: string;
}

export interface MarkerView {
  readonly pointer: string;
  /** Pointer of the segment whose end it marks; null where it has no place in the prefix. */
  readonly segment: string | null;
  readonly prefix: number | null;
  readonly status: MarkerStatus;
  readonly reason: string | null;
}

/** One request, measured and with its markers resolved. */
export interface RequestView {
  readonly dialect: Dialect;
  readonly bare: boolean;
  readonly model: string;
  readonly modelKnown: boolean;
  /** Cache system its markers select. */
  readonly system: "model-studio-explicit" | "model-studio-implicit";
  readonly segments: readonly SegmentView[];
  readonly markers: readonly MarkerView[];
  readonly breakpoints: readonly { readonly pointer: string; readonly prefix: number }[];
  readonly toolCount: number;
  /** Tokens of the tools inside the first segment. */
  readonly toolTokens: number;
  readonly tail: number;
  readonly total: number;
  readonly exact: boolean;
  readonly estimateReason: string | null;
  readonly minimum: number;
  readonly maxMarkers: number;
  readonly lookbackBlocks: number;
}

/** Where things of the document stand in its text. */
export interface Places {
  readonly segments: Readonly<Record<string, TextRange>>;
  readonly markers: Readonly<Record<string, TextRange>>;
}

export interface TurnView {
  readonly at: number;
  readonly duration: number;
  readonly request: RequestView;
  readonly ledger: LedgerRow;
}

export interface TimelineView {
  readonly turns: readonly TurnView[];
  readonly entries: readonly EntryLife[];
  readonly totals: Totals;
}

export interface Analysis {
  readonly diagnostics: readonly Diagnostic[];
  /** Null when the text is no usable request: the page then keeps showing the last good one. */
  readonly request: RequestView | null;
  readonly places: Places;
  readonly timeline: TimelineView | null;
}
