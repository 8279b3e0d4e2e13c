/** Keeps the page's address as its state: written as the page changes, followed when the user goes back or forward. */
import { type AddressDocument, readAddress, writeAddress, writeDocument } from "../../lib/store/address";
import { untouchedExample } from "../../lib/store/example-document";
import type { PlaygroundStore } from "../../lib/store/playground-store";
import type { LayoutKeeper } from "../layouts/keeper-ports";
import { lookAsTold } from "./look-as-told";
import { lookAtFirstMiss } from "./look-at-first-miss";
import { openAddress } from "./open-address";

/** What an entry of the browser's history remembers besides its address. */
interface Entry {
  /** Id of the kept layout that was open; null = none. */
  readonly layout: string | null;
}

/** A document that came from a link: the address keeps the link while nothing was changed. */
interface Linked {
  /** The store's number of it. */
  readonly opened: number;
  readonly path: string;
  readonly document: AddressDocument;
}

const readEntry = (state: unknown): Entry | null => {
  const { layout } = (state ?? {}) as { readonly layout?: unknown };
  return typeof layout === "string" ? { layout } : null;
};

/** Next keeps its own fields in an entry's state: they stay. */
const withEntry = (entry: Entry): object => ({ ...(window.history.state as object | null), ...entry });

/** The address as far as it names a document: path and fragment, `/` for the user's own. */
export function readDocumentAddress(): string {
  const document = writeDocument(readAddress(window.location.hash).document);
  return `${window.location.pathname}${document === "" ? "" : `#${document}`}`;
}

/** @returns how to stop */
export function followAddress(playground: PlaygroundStore, keeper: LayoutKeeper): () => void {
  const { store, actions } = playground;
  let linked: Linked | null = null;
  /** Whether the page follows the address at the moment, rather than the other way round. */
  let isArriving = true;
  let isWaiting = false;
  let written = store.getState();

  function present(): { readonly path: string; readonly document: AddressDocument | null } {
    const state = store.getState();
    if (linked?.opened === state.opened && !state.edited && keeper.store.getState().id === null)
      return linked;
    const document = keeper.store.getState().id === null ? untouchedExample(state) : null;
    return { path: "/", document };
  }

  function write(): void {
    const state = store.getState();
    const { path, document } = present();
    const { turn, view, sheet, tab, sort, kinds } = state;
    const fragment = writeAddress({ document, turn, view, sheet, tab, sort, kinds });
    const url = fragment === "" ? path : `${path}#${fragment}`;
    const { layout = null } = readEntry(window.history.state) ?? {};
    const { id } = keeper.store.getState();
    const { opened, view: viewBefore, sheet: sheetBefore } = written;
    const isStep = state.opened !== opened || view !== viewBefore || sheet !== sheetBefore;
    written = state;
    if (url === window.location.pathname + window.location.hash && layout === id) return;
    if (isStep) window.history.pushState(withEntry({ layout: id }), "", url);
    else window.history.replaceState(withEntry({ layout: id }), "", url);
  }

  /** Once for all changes of one step. */
  function writeSoon(): void {
    if (isArriving || isWaiting) return;
    isWaiting = true;
    queueMicrotask(() => {
      isWaiting = false;
      if (!isArriving) write();
    });
  }

  async function open(): Promise<void> {
    const { pathname: path, hash } = window.location;
    const { document } = readAddress(hash);
    await openAddress(playground);
    // A link that could not be opened stays where it can be mended.
    if (document?.kind === "link") linked = { opened: store.getState().opened, path, document };
  }

  /** The document first, then what is looked at in it. */
  async function arrive(state: unknown): Promise<void> {
    const { document, ...look } = readAddress(window.location.hash);
    const { layout = null } = readEntry(state) ?? {};
    const isHere =
      layout === null
        ? document === null || writeDocument(document) === writeDocument(present().document)
        : layout === keeper.store.getState().id;
    // A step back to where the same tab was chosen moves nothing to the front; an address that is new here does.
    if (isHere && state !== null && look.tab === store.getState().tab) playground.actions.lookAt(look);
    else if (isHere) lookAsTold(playground, look);
    else if (layout === null) await open();
    else {
      await keeper.open(layout);
      lookAsTold(playground, look);
    }
  }

  /** What is written meanwhile waits; then the entry says what is open now. */
  async function follow(work: Promise<unknown>): Promise<void> {
    isArriving = true;
    await work;
    isArriving = false;
    written = store.getState();
    write();
  }

  async function begin(): Promise<void> {
    // What this tab has made of a link goes before the link itself.
    if (await keeper.resume()) {
      const { document: _, ...look } = readAddress(window.location.hash);
      lookAsTold(playground, look);
    } else if (window.location.hash === "" && window.location.pathname === "/") {
      lookAtFirstMiss(playground);
    } else await open();
    actions.forgetActs();
  }

  const handlePop = ({ state }: PopStateEvent): void => void follow(arrive(state));
  window.addEventListener("popstate", handlePop);
  const unsubscribe = [store.subscribe(writeSoon), keeper.store.subscribe(writeSoon)];
  void follow(begin());
  return () => {
    window.removeEventListener("popstate", handlePop);
    for (const stop of unsubscribe) stop();
  };
}
