/** The page's one import: what is read, what was understood, and what was open before. It outlives the dialog. */

import type { ImportAnswer, ImportItem, ImportProgress } from "../../lib/import/import-job";
import type { Imported } from "../../lib/import/imported";
import { restorePlay } from "../../lib/share/restore-play";
import { DEFAULT_LAYOUT } from "../../lib/share/shared-layout";
import type { LoadedDocument } from "../../lib/store/playground-state";
import type { PlaygroundStore } from "../../lib/store/playground-store";
import { NEUTRAL_SCENARIO } from "../../lib/timeline/scenarios";
import { createImportClient } from "../../lib/worker/import-client";
import type { LayoutKeeper } from "../layouts/keeper-ports";
import { openLayout } from "../share/open-layout";
import { nameImported } from "./describe-import";

type ImportStep =
  /** `reason`: why the last attempt came to nothing; null before the first. */
  | { readonly kind: "choose"; readonly reason: string | null }
  | { readonly kind: "reading"; readonly progress: ImportProgress | null }
  | { readonly kind: "preview"; readonly imported: Imported };

interface OpenedImport {
  /** e.g. `12 requests`. */
  readonly name: string;
  /** The store's count of opened documents: once it is another, what was open before is two steps away. */
  readonly count: number;
  /** What it took the place of, and under which id that is kept; null where it is not. */
  readonly before: LoadedDocument;
  readonly beforeId: string | null;
}

export interface ImportState {
  readonly isOpen: boolean;
  readonly step: ImportStep;
  /** What is in the field; kept until it was opened. */
  readonly pasted: string;
  /** The import that was opened last; null before it, and once that was dismissed or taken back. */
  readonly opened: OpenedImport | null;
}

export interface Importer {
  /** The same object until something happens. */
  readonly getState: () => ImportState;
  readonly subscribe: (listener: () => void) => () => void;
  show(): void;
  /** Closes the dialog and calls off what is read; what was pasted stays in the field. */
  close(): void;
  type(pasted: string): void;
  read(items: readonly ImportItem[]): Promise<void>;
  /** Back to where one pastes and chooses. */
  back(): void;
  /** Puts what was imported in the place of what is open, once that is kept. */
  open(): Promise<void>;
  bringBack(): Promise<void>;
  dismiss(): void;
}

const KEY_BYTES = 16;
const FIRST_STEP: ImportStep = { kind: "choose", reason: null };

function startWorker(onAnswer: (answer: ImportAnswer) => void, onFailure: () => void) {
  const worker = new Worker(new URL("../../lib/worker/import.worker.ts", import.meta.url), {
    type: "module",
  });
  worker.onmessage = ({ data }: MessageEvent<ImportAnswer>) => onAnswer(data);
  worker.onerror = onFailure;
  return {
    post: (job: unknown) => worker.postMessage(job),
    end: () => worker.terminate(),
  };
}

function rememberOpen({ store }: PlaygroundStore): LoadedDocument {
  const { text, presetId, settings, documentName, keepDocument: keep } = store.getState();
  const { scenario, model, region, isRegionAssumed = false, offRules = [], mediaSizes = {} } = settings;
  const named = documentName === null ? {} : { name: documentName };
  return {
    text,
    presetId,
    scenario,
    model,
    region,
    isRegionAssumed,
    offRules,
    mediaSizes,
    play: restorePlay(settings),
    keep,
    ...named,
  };
}

/** @param keeper of the user's layouts; null where nothing is kept */
export function createImporter(playground: PlaygroundStore, keeper: LayoutKeeper | null): Importer {
  const { actions } = playground;
  const client = createImportClient(startWorker);
  const listeners = new Set<() => void>();
  let state: ImportState = { isOpen: false, step: FIRST_STEP, pasted: "", opened: null };

  function change(changed: Partial<ImportState>): void {
    state = { ...state, ...changed };
    for (const listener of listeners) listener();
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: () => change({ isOpen: true }),
    close() {
      client.cancel();
      change({ isOpen: false, step: FIRST_STEP });
    },
    type: (pasted) => change({ pasted }),
    async read(items) {
      change({ isOpen: true, step: { kind: "reading", progress: null } });
      const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
      const outcome = await client.read(items, key, (progress) =>
        change({ step: { kind: "reading", progress } }),
      );
      if (outcome?.ok) change({ step: { kind: "preview", imported: outcome.imported } });
      else if (outcome) change({ step: { kind: "choose", reason: outcome.reason } });
    },
    back() {
      client.cancel();
      change({ step: FIRST_STEP });
    },
    async open() {
      const { step } = state;
      if (step.kind !== "preview" || !step.imported.layout) return;
      await keeper?.flush();
      if (state.step !== step) return;
      const before = rememberOpen(playground);
      const beforeId = keeper?.store.getState().id ?? null;
      const { model, region } = playground.store.getState().settings;
      const present = { ...DEFAULT_LAYOUT, model, region };
      const name = nameImported(step.imported);
      const { kind, layout } = step.imported;
      // A request alone borrows no words: a layout says itself what it plays.
      const scenario = kind === "layout" ? layout.scenario : (layout.scenario ?? NEUTRAL_SCENARIO);
      openLayout(playground, { ...present, ...layout, scenario }, { name: `Import: ${name}` });
      const { opened: count } = playground.store.getState();
      change({ isOpen: false, step: FIRST_STEP, pasted: "", opened: { name, count, before, beforeId } });
      actions.announce(`Imported ${name}. Undo brings back what was open.`);
    },
    async bringBack() {
      if (!state.opened) return;
      const { before, beforeId } = state.opened;
      change({ opened: null });
      // Its own place rather than a copy of it, where it has one.
      if (keeper && beforeId !== null) await keeper.open(beforeId);
      else actions.loadDocument(before);
      actions.announce("What was open before the import is back.");
    },
    dismiss: () => change({ opened: null }),
  };
}
