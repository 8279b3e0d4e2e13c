/** The state a page begins with: a document that nobody has analysed yet. */
import type { Settings } from "../pipeline/analysis";
import { FIRST_LOOK } from "./address";
import type { PlaygroundState } from "./playground-state";

export interface Beginning {
  readonly text: string;
  readonly settings: Settings;
  readonly presetId: string | null;
  readonly name?: string;
  /** Milliseconds of any clock: acts that follow each other without a pause are one. */
  readonly now?: () => number;
}

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
  diagnostics: [],
  good: null,
  analysedText: null,
  lintedText: null,
  stale: false,
  moneyPer: 1,
  highlighted: null,
  revealed: 0,
  announcement: "",
  warning: null,
});
