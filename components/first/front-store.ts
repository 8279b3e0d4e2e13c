/** What is open in front of the page for whoever is new to it: the line about its purpose, the help, the documents. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export const HELP_TABS = ["map", "terms", "keys"] as const;
export type HelpTab = (typeof HELP_TABS)[number];

interface FrontState {
  /** False once the reader has put the line away, in this browser. */
  readonly isPurposeShown: boolean;
  /** Null = closed. */
  readonly help: HelpTab | null;
  readonly areDocumentsOpen: boolean;
}

const KEY = "purpose-line";
const AWAY = "away";

function wasPutAway(): boolean {
  try {
    return localStorage.getItem(KEY) === AWAY;
  } catch {
    return false;
  }
}

const front = createStore<FrontState>(() => ({
  isPurposeShown: !wasPutAway(),
  help: null,
  areDocumentsOpen: false,
}));

/** @param select returns a primitive or a stored reference, never a fresh object */
export const useFront = <Selected>(select: (state: FrontState) => Selected): Selected =>
  useStore(front, select);

export const openHelp = (help: HelpTab): void => front.setState({ help });
export const closeHelp = (): void => front.setState({ help: null });

export const openDocuments = (): void => front.setState({ areDocumentsOpen: true });
export const closeDocuments = (): void => front.setState({ areDocumentsOpen: false });

/** Shows the line about the purpose, or puts it away; the browser remembers that where it keeps anything. */
export function showPurpose(isPurposeShown: boolean): void {
  front.setState({ isPurposeShown });
  try {
    if (isPurposeShown) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, AWAY);
  } catch {
    // It comes back with the next visit.
  }
}
