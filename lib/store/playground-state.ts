/** The page's state: the text as last typed, its newest good analysis, and what the user looks at. */

import type { Change } from "../changing/changing-text";
import type { Diagnostic } from "../lint/diagnostic";
import type { Region } from "../offers/model";
import type { ObservedReadings } from "../offers/readings";
import type {
  Analysis,
  ChangingView,
  RequestView,
  Settings,
  ShownTurn,
  TimelineView,
} from "../pipeline/analysis";
import type { Placement } from "../placement/placement";
import type { PlaySettings } from "../placement/play-settings";
import type { TextEdit, TextRange } from "../prompt/prompt";
import type { SavedChange } from "../savings/saved-change";
import type { Scenario } from "../timeline/scenario";
import type { MediaSizes } from "../tokens/measure-media";
import type { MediaSize } from "../tokens/media-tokens";
import type { Said } from "../words/message";
import type { QuestionClient } from "../worker/question-client";
import type { Look, Sheet, SideTab, View } from "./address";

/** The editor, as far as the store needs it: every outside change enters it as an undoable edit. */
export interface EditorPort {
  applyEdits(edits: readonly TextEdit[]): void;
  replaceAll(text: string): void;
  /** Goes there: the place is selected, in sight, and has the focus. */
  reveal(range: TextRange): void;
  /** The same without the focus: what has just been put in is seen, whichever panel did it. */
  show(range: TextRange): void;
  /** Indents the document anew; what it says stays. */
  format(): Promise<void>;
}

type AnalysisStatus = "starting" | "working" | "ready" | "failed";

/** What is known of the document besides its text: an act changes it, and taking the act back restores it. */
export interface OpenDocument {
  readonly settings: Settings;
  /** The example that was opened, edited or not; null after a link or a foreign document. */
  readonly presetId: string | null;
  /** Numbers the documents that were opened: another number is another document, the same one the same again. */
  readonly opened: number;
  /** What the document that was opened calls itself; null where it has no name. */
  readonly documentName: string | null;
  /** Whether it is worth keeping before anything of it has changed: nothing else holds it. */
  readonly keepDocument: boolean;
  /** True once a text stands in the place of the example's: as soon as it can be read it is the user's own. */
  readonly isReplaced: boolean;
  /** As it was opened: what differs from this was edited. */
  readonly origin: Origin;
  /** What the link or file says of itself that it came from; null where it came from none, or that was put away. */
  readonly shared: SharedNotice | null;
  /** Request selected in the timeline: the prefix panel shows it. 0 is the document's own. */
  readonly turn: number;
}

export interface Origin {
  readonly text: string;
  readonly settings: Settings;
}

/** What a reader is told of a layout that somebody shared. */
export interface SharedNotice {
  /** By the author; null = none. */
  readonly note: string | null;
  /** True where its words were left out. */
  readonly isShapeOnly: boolean;
}

/** What was done last, for a toast that offers to take it back. */
export interface LastAct {
  /** Another number is another act. */
  readonly id: number;
  /** One sentence. */
  readonly said: Said;
}

export interface PlaygroundState extends OpenDocument, Look {
  readonly text: string;
  /** Whether the document differs from what was opened. Another region makes no other document. */
  readonly edited: boolean;
  /** What undo takes back, e.g. `marker moved`; null where there is nothing. */
  readonly undoable: Said | null;
  /** What redo does again; null where there is nothing. */
  readonly redoable: Said | null;
  /** Null after typing, whose effect is on the screen, and after undo. */
  readonly lastAct: LastAct | null;
  readonly status: AnalysisStatus;
  readonly failure: Said | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Of the newest usable text: stays while the text is broken. */
  readonly good: GoodAnalysis | null;
  /** The text `good` was made of. */
  readonly analysedText: string | null;
  /** The text `diagnostics` were made of: differs from `analysedText` while the text is broken. */
  readonly lintedText: string | null;
  /** True while the text cannot be measured and `good` shows the last one that could. */
  readonly stale: boolean;
  /** For how many conversations the page says its amounts of money. */
  readonly moneyPer: MoneyPer;
  /** Segment under the pointer or the focus, in whichever panel. */
  readonly highlighted: string | null;
  /** How often a place of the document was gone to: where panels are tabs, the editor's comes to the front. */
  readonly revealed: number;
  /** How often the side panel was asked for from outside: where only one panel is in sight, it comes to the front. */
  readonly sideAsked: number;
  /** Last thing said to screen readers. */
  readonly announcement: Said;
  /** A sentence the user must see, e.g. why a link could not be opened; null when there is none. */
  readonly warning: Said | null;
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
  /** @param name of the act for "Undo: …"; as announced where none is given */
  applyEdits(edits: readonly TextEdit[], announcement: Said, name?: Said): void;
  /** Takes back the last act, whatever it changed. */
  undo(): void;
  redo(): void;
  /** What was done so far cannot be taken back any more: the page has only just begun. */
  forgetActs(): void;
  setModel(model: string): void;
  setRegion(region: Region): void;
  setScenario(scenario: Scenario | null): void;
  /** Changes how requests are played; undefined goes back to what the service does. */
  changePlay(change: PlayChange): void;
  /** Writes the placement's markers into the document and lets it decide in all requests that follow. */
  choosePlacement(placement: Placement): void;
  /** Takes a measure, or several: text and settings change as one act. @param said what is announced of it */
  takeChange(change: SavedChange, said: Said): void;
  /** Says how words of the document change from request to request; null takes back what was said of them. */
  setChanging(words: string, change: Change | null): void;
  /** Puts changing words behind the last marker, as an edit of the document. */
  moveChanging(span: Pick<ChangingView, "words" | "mend">): void;
  toggleMarker(segment: string): void;
  moveMarker(marker: string, toSegment: string): void;
  removeMarker(marker: string): void;
  selectTurn(turn: number): void;
  /** Goes to a place of the document that is open. */
  lookAt(look: Look): void;
  setView(view: View): void;
  /** Null closes the one that is open. */
  openSheet(sheet: Sheet | null): void;
  setTab(tab: SideTab | null): void;
  /** Sorts the comparison of systems, or narrows it down. */
  lookAtSystems(look: Partial<Pick<Look, "sort" | "kinds">>): void;
  /** Puts away what a shared layout says of itself. */
  closeNotice(): void;
  highlight(segment: string | null): void;
  setMoneyPer(moneyPer: MoneyPer): void;
  reveal(range: TextRange): void;
  formatDocument(): Promise<void>;
  /** Applies every fix that changes no word the model reads, as one step. */
  fixAllSafe(): Promise<void>;
  /** Switches a rule off, or on again, for this document. */
  switchRule(rule: string, on: boolean): void;
  /** Ratio of billed to counted tokens of one model; null goes back to the plain count. */
  setCalibration(model: string, ratio: number | null): void;
  /** What was observed of models where the documentation leaves it open. */
  setObserved(observed: ObservedReadings): void;
  /** Size of the image or video at a part's pointer. */
  setMediaSize(pointer: string, size: MediaSize): void;
  /** Analyses again: the vocabulary is another one. */
  recount(announcement: Said): void;
  /** Asks the worker something besides analyses. */
  ask: QuestionClient["ask"];
  announce(message: Said): void;
  warn(message: Said | null): void;
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
  readonly shared?: SharedNotice;
  readonly name?: string;
  /** True for what is found nowhere else, as an import; false for a preset or a link. */
  readonly keep?: boolean;
}

/** Of the fields that are there only the new values count; undefined takes one away. */
export type PlayChange = { readonly [Key in keyof PlaySettings]?: PlaySettings[Key] | undefined };
