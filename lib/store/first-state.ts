/** The state a page begins with: a document that nobody has analysed yet. */
import type { Analysis, Figures, Settings } from "../pipeline/analysis";
import { FIRST_LOOK } from "./address";
import type { PlaygroundState } from "./playground-state";

export interface Beginning {
  readonly text: string;
  readonly settings: Settings;
  readonly presetId: string | null;
  /** What is known of just this text with just these settings: shown until it is analysed, and checked by that. */
  readonly analysis?: Analysis;
  /** Resolves when what is known may be checked by an analysis. Whatever else is to be analysed is so at once. */
  readonly whenStanding?: () => Promise<void>;
  /** Resolves when what was set last is on the screen: what can wait is set after that. */
  readonly whenPainted?: () => Promise<void>;
  readonly name?: string;
  /** Milliseconds of any clock: acts that follow each other without a pause are one. */
  readonly now?: () => number;
}

export const readGood = ({ request, places, timeline, shown }: Figures): PlaygroundState["good"] =>
  request && timeline && shown ? { request, places, timeline, shown } : null;

export const firstState = (beginning: Beginning): PlaygroundState => ({
  text: beginning.text,
  settings: beginning.settings,
  presetId: beginning.presetId,
  opened: 0,
  documentName: beginning.name ?? null,
  keepDocument: false,
  isReplaced: false,
  origin: { text: beginning.text, settings: beginning.settings },
  shared: null,
  edited: false,
  undoable: null,
  redoable: null,
  lastAct: null,
  ...FIRST_LOOK,
  status: "starting",
  failure: null,
  diagnostics: beginning.analysis?.diagnostics ?? [],
  good: beginning.analysis ? readGood(beginning.analysis) : null,
  analysedText: beginning.analysis ? beginning.text : null,
  lintedText: beginning.analysis ? beginning.text : null,
  stale: false,
  moneyPer: 1,
  highlighted: null,
  revealed: 0,
  sideAsked: 0,
  announcement: "",
  warning: null,
});
