/** What the page, the HTTP API and the tests see of one analysed document. */

import type { LedgerRow } from "../bill/ledger";
import type { MarkerStatus } from "../layout/layout";
import type { Diagnostic, Fix } from "../lint/diagnostic";
import type { Region } from "../offers/model";
import type { Currency } from "../offers/offer";
import type { ObservedReadings } from "../offers/readings";
import type { PlaySettings } from "../placement/play-settings";
import type { Dialect, TextRange } from "../prompt/prompt";
import type { Miss } from "../timeline/find-misses";
import type { PlacedSpan } from "../timeline/rewrite-changing";
import type { Scenario } from "../timeline/scenario";
import type { RequestKind } from "../timeline/script-prompts";
import type { EntryLife, Totals } from "../timeline/simulate";
import type { MediaSizes } from "../tokens/measure-media";
import type { Band, MeasuredMedia, Precision } from "../tokens/measured";
import type { Said } from "../words/message";

/** Everything an analysis depends on besides the text. */
export interface Settings extends PlaySettings {
  /** Used where the document names no model. */
  readonly model: string;
  readonly region: Region;
  /** True where the region is only the one that is preselected: nobody has said that the key is from there. */
  readonly isRegionAssumed?: boolean;
  /** Null plays the document's request alone. */
  readonly scenario: Scenario | null;
  /** Sizes the user gives to images and videos, by part pointer. */
  readonly mediaSizes?: MediaSizes;
  /** Ids of rules that are switched off for this document. */
  readonly offRules?: readonly string[];
  /** Ratios of billed to counted tokens, by model name. Models that are counted exactly ignore theirs. */
  readonly calibrations?: Readonly<Record<string, number>>;
  /** What was observed of models where the documentation leaves it open, by name; what `readings` chooses wins. */
  readonly observed?: ObservedReadings;
}

export interface SegmentView {
  readonly pointer: string;
  readonly members: readonly string[];
  readonly role: string;
  /** Tokens this segment adds. */
  readonly tokens: number;
  /** Tokens from the start of the request to its end. */
  readonly prefix: number;
  /** What the prefix may really be. */
  readonly band: Band;
  readonly blocks: number;
  /** The first words, for a reader to recognise it by. */
  readonly preview: string;
}

export interface MarkerView {
  readonly pointer: string;
  /** Pointer of the segment whose end it marks; null where it has no place in the prefix. */
  readonly segment: string | null;
  readonly prefix: number | null;
  /** What the prefix may really be; null where it has no place. */
  readonly band: Band | null;
  /** True where the band straddles the minimum: whether it is cached cannot be told. The status is as counted. */
  readonly borderline: boolean;
  readonly status: MarkerStatus;
  readonly reason: Said | null;
}

/** One request, measured and with its markers resolved. */
export interface RequestView {
  readonly dialect: Dialect;
  readonly bare: boolean;
  readonly model: string;
  readonly modelKnown: boolean;
  /** Cache system its markers select. */
  readonly system: string;
  readonly segments: readonly SegmentView[];
  readonly markers: readonly MarkerView[];
  readonly breakpoints: readonly { readonly pointer: string; readonly prefix: number }[];
  readonly toolCount: number;
  /** Tokens of the tools inside the first segment. */
  readonly toolTokens: number;
  readonly tail: number;
  readonly total: number;
  readonly exact: boolean;
  readonly estimateReason: Said | null;
  /** How sure the total is: its kind, its band and the reason. */
  readonly precision: Precision;
  readonly media: readonly MeasuredMedia[];
  readonly minimum: number;
  readonly maxMarkers: number;
  readonly lookbackBlocks: number;
}

/** Where things of the document stand in its text. */
export interface Places {
  readonly segments: Readonly<Record<string, TextRange>>;
  readonly markers: Readonly<Record<string, TextRange>>;
}

/** One request of the timeline, without its segments and markers: a long conversation has too many of them. */
export interface TurnView {
  readonly at: number;
  readonly duration: number;
  /** Index of the scenario's turn that made it; -1 for the document's own request. */
  readonly turn: number;
  readonly kind: RequestKind;
  /** Which conversation of a recording it belongs to; absent where there is one alone. */
  readonly lane?: string;
  /** A few words, e.g. "tool round 1 of 2". */
  readonly label: Said;
  /** What changed in the conversation before it, in a few words each. */
  readonly events: readonly Said[];
  readonly model: string;
  /** Tokens from the start of the request to the end of each segment. */
  readonly bounds: readonly number[];
  /** Tokens from the start to each place where it lets an entry end. */
  readonly breakpoints: readonly number[];
  /** Tokens an ideal implicit cache would read, which is not promised; 0 where markers decide. */
  readonly implicitAtBest: number;
  readonly ledger: LedgerRow;
}

/** The request the user looks at, with all that is known of it. */
export interface ShownTurn extends TurnView {
  /** Its place in the timeline, from 0. */
  readonly index: number;
  readonly request: RequestView;
}

/** Changing words of the document: where they stand in its text and in its prefix, and what can be done about them. */
export interface ChangingView extends PlacedSpan {
  /** In the document's text. */
  readonly range: TextRange;
  /** Segment of the request in which they stand. */
  readonly segment: string;
  /** Tokens from the start of the request to the first of the words. */
  readonly prefix: number;
  /** Tokens of the words themselves, one at least. */
  readonly tokens: number;
  /** Whether somebody has said how they change; else it is assumed of their kind. */
  readonly isTold: boolean;
  /** Puts them behind the last marker; null where they stand behind it, or cannot be moved. */
  readonly mend: Fix | null;
}

/** The system other than Model Studio that plays the conversation. */
export interface PlayedBy {
  /** Id of its row in the comparison. */
  readonly row: string;
  readonly name: Said;
  /** Null where it has no models. */
  readonly model: string | null;
  /** Of its prices; null = it has none. */
  readonly currency: Currency | null;
  /** Whether it looks at markers at all. */
  readonly readsMarkers: boolean;
  /** Requests that it refuses. */
  readonly refused: number;
  /** Ids of what is assumed of it. */
  readonly assumptions: readonly string[];
}

export interface TimelineView {
  /** Whose rules, counts and prices all figures here are by; null = Model Studio's. */
  readonly playedBy: PlayedBy | null;
  /** Words of the document that change in the scenario; none where requests are given verbatim. */
  readonly changing: readonly ChangingView[];
  readonly turns: readonly TurnView[];
  readonly entries: readonly EntryLife[];
  readonly totals: Totals;
  /** The requests that paid for what they could have read, in order. */
  readonly misses: readonly Miss[];
  /** Cost of each request without markers and with an ideal implicit cache; null where a price is unknown. */
  readonly implicitAtBest: readonly (number | null)[];
  /** The cost if the implicit cache read all it could in the requests without markers; null where it has no say. */
  readonly costAtBest: number | null;
  /** Turns of the scenario that could not be played, with the reason. */
  readonly problems: readonly { readonly turn: number; readonly message: Said }[];
}

/** What is told of a document in figures: all of an analysis but what is wrong with the text. */
export interface Figures {
  /** Null when the text is no usable request: the page then keeps showing the last good one. */
  readonly request: RequestView | null;
  readonly places: Places;
  readonly timeline: TimelineView | null;
  /** The request that was asked for; null where `timeline` is. */
  readonly shown: ShownTurn | null;
}

export interface Analysis extends Figures {
  readonly diagnostics: readonly Diagnostic[];
}
