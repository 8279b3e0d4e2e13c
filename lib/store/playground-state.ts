/** The page's state: the text as last typed, its newest good analysis, and what the user looks at. */

import type { Diagnostic } from "../lint/diagnostic";
import type { Region } from "../offers/model";
import type { Analysis, RequestView, Settings, ShownTurn, TimelineView } from "../pipeline/analysis";
import type { Placement } from "../placement/placement";
import type { PlaySettings } from "../placement/play-settings";
import type { TextEdit, TextRange } from "../prompt/prompt";
import type { Scenario } from "../timeline/scenario";
import type { MediaSizes } from "../tokens/measure-media";
import type { MediaSize } from "../tokens/media-tokens";
import type { QuestionClient } from "../worker/question-client";

/** The editor, as far as the store needs it: every outside change enters it as an undoable edit. */
export interface EditorPort {
  applyEdits(edits: readonly TextEdit[]): void;
  replaceAll(text: string): void;
  reveal(range: TextRange): void;
  /** Indents the document anew; what it says stays. */
  format(): void;
}

type AnalysisStatus = "starting" | "working" | "ready" | "failed";

export interface PlaygroundState {
  readonly text: string;
  readonly settings: Settings;
  /** Preset last loaded; null after a link or a foreign document. */
  readonly presetId: string | null;
  /** Counts the documents that were opened: a change says that another one has taken the place of the last. */
  readonly opened: number;
  /** What the document that was opened calls itself; null where it has no name. */
  readonly documentName: string | null;
  /** Whether it is worth keeping before anything of it has changed: nothing else holds it. */
  readonly keepDocument: boolean;
  readonly status: AnalysisStatus;
  readonly failure: string | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Of the newest usable text: stays while the text is broken. */
  readonly good: GoodAnalysis | null;
  /** The text `good` was made of. */
  readonly analysedText: string | null;
  /** The text `diagnostics` were made of: differs from `analysedText` while the text is broken. */
  readonly lintedText: string | null;
  /** True while the text cannot be measured and `good` shows the last one that could. */
  readonly stale: boolean;
  /** Request selected in the timeline: the prefix panel shows it. 0 is the document's own. */
  readonly turn: number;
  /** For how many conversations the page says its amounts of money. */
  readonly moneyPer: MoneyPer;
  /** Segment under the pointer or the focus, in whichever panel. */
  readonly highlighted: string | null;
  /** Last thing said to screen readers. */
  readonly announcement: string;
  /** A sentence the user must see, e.g. why a link could not be opened; null when there is none. */
  readonly warning: string | null;
}

/** One conversation, or as many as a price list is read for. */
export type MoneyPer = 1 | 1000;

export interface GoodAnalysis {
  readonly request: RequestView;
  readonly places: Analysis["places"];
  readonly timeline: TimelineView;
  /** The request the panels show: for a moment still the one selected before. */
  readonly shown: ShownTurn;
}

export interface PlaygroundActions {
  attachEditor(port: EditorPort | null): void;
  /** The editor's text changed by typing, pasting, undo or an applied edit. */
  documentChanged(text: string): void;
  loadDocument(document: LoadedDocument): void;
  applyEdits(edits: readonly TextEdit[], announcement: string): void;
  setModel(model: string): void;
  setRegion(region: Region): void;
  setScenario(scenario: Scenario | null): void;
  /** Changes how requests are played; undefined goes back to what the service does. */
  changePlay(change: PlayChange): void;
  /** Writes the placement's markers into the document and lets it decide in all requests that follow. */
  choosePlacement(placement: Placement): void;
  toggleMarker(segment: string): void;
  moveMarker(marker: string, toSegment: string): void;
  removeMarker(marker: string): void;
  selectTurn(turn: number): void;
  highlight(segment: string | null): void;
  setMoneyPer(moneyPer: MoneyPer): void;
  reveal(range: TextRange): void;
  formatDocument(): void;
  /** Applies every fix that changes no word the model reads, as one step. */
  fixAllSafe(): Promise<void>;
  /** Switches a rule off, or on again, for this document. */
  switchRule(rule: string, on: boolean): void;
  /** Ratio of billed to counted tokens of one model; null goes back to the plain count. */
  setCalibration(model: string, ratio: number | null): void;
  /** Size of the image or video at a part's pointer. */
  setMediaSize(pointer: string, size: MediaSize): void;
  /** Analyses again: the vocabulary is another one. */
  recount(announcement: string): void;
  /** Asks the worker something besides analyses. */
  ask: QuestionClient["ask"];
  announce(message: string): void;
  warn(message: string | null): void;
}

export interface LoadedDocument {
  readonly text: string;
  readonly scenario: Scenario | null;
  readonly presetId: string | null;
  readonly model?: string;
  readonly region?: Region;
  /** Absent with a region = somebody has said that it is this one. */
  readonly isRegionAssumed?: boolean;
  readonly offRules?: readonly string[];
  readonly play?: PlaySettings;
  readonly mediaSizes?: MediaSizes;
  readonly name?: string;
  /** True for what is found nowhere else, as an import; false for a preset or a link. */
  readonly keep?: boolean;
}

/** Of the fields that are there only the new values count; undefined takes one away. */
export type PlayChange = { readonly [Key in keyof PlaySettings]?: PlaySettings[Key] | undefined };
