/** The page's one import: what is read, what was understood, and what was open before. It outlives the dialog. */

import type { ImportAnswer, ImportItem } from "../../lib/import/import-job";
import type { Imported, ImportedLayout } from "../../lib/import/imported";
import { restorePlay } from "../../lib/share/restore-play";
import { DEFAULT_LAYOUT } from "../../lib/share/shared-layout";
import type { LoadedDocument } from "../../lib/store/playground-state";
import type { PlaygroundStore } from "../../lib/store/playground-store";
import { NEUTRAL_SCENARIO } from "../../lib/timeline/scenarios";
import { type Said, tell } from "../../lib/words/message";
import { createImportClient } from "../../lib/worker/import-client";
import { lookAtFirstMiss } from "../address/look-at-first-miss";
import type { LayoutKeeper } from "../layouts/keeper-ports";
import { openLayout } from "../share/open-layout";
import { wordsNow } from "../words/words-now";
import { hasOneReading, nameDocument, nameImported } from "./describe-import";
import { FIRST_STEP, followProgress, type ImportStep, READING } from "./import-step";

interface OpenedImport {
  /** What it was recognised as, one sentence. */
  readonly title: Said;
  /** What was taken out for safety. */
  readonly redacted: readonly Said[];
  /** What was assumed or estimated, one sentence each. */
  readonly understood: readonly Said[];
  /** The store's count of opened documents: once it is another, what was open before is two steps away. */
  readonly count: number;
  /** What it took the place of, and under which id that is kept; null where it is not. */
  readonly before: LoadedDocument;
  readonly beforeId: string | null;
  /** The act that undo takes back, while nothing was done after it. */
  readonly act: number | null;
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
  /** Reads in the dialog, which then shows what was understood. */
  read(items: readonly ImportItem[]): Promise<void>;
  /**
   * Reads what was pasted or dropped somewhere on the page, and opens it at once where there is one way to do so;
   * otherwise the dialog asks, with everything read already.
   */
  take(items: readonly ImportItem[]): Promise<void>;
  /** Back to where one pastes and chooses. */
  back(): void;
  /** Puts what was imported in the place of what is open, once that is kept. */
  open(): Promise<void>;
  bringBack(): Promise<void>;
  dismiss(): void;
}

const KEY_BYTES = 16;
/** Milliseconds after which the user is shown that something is being read. */
const PATIENCE = 500;

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

  /** @param onStep called with each step on the way to the outcome */
  function readItems(items: readonly ImportItem[], onStep: (step: ImportStep) => void) {
    let step: ImportStep = READING;
    return client.read(items, crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (progress) => {
      step = followProgress(step, progress);
      onStep(step);
    });
  }

  /** A request alone plays the neutral conversation, as every text of the user's own does. */
  function layoutFrom({ kind, layout }: Imported): ImportedLayout | null {
    if (!layout || kind === "layout") return layout;
    const { scenario } = layout;
    const name = wordsNow().t("importing.recordedSession");
    return { ...layout, scenario: scenario === null ? NEUTRAL_SCENARIO : { ...scenario, name } };
  }

  /** @param isWanted whether the user still wants it, after what was open is kept */
  async function openImported(imported: Imported, isWanted: () => boolean): Promise<void> {
    const layout = layoutFrom(imported);
    if (!layout) return;
    await keeper?.flush();
    const before = rememberOpen(playground);
    const beforeId = keeper?.store.getState().id ?? null;
    const { model, region } = playground.store.getState().settings;
    // Without storage there are no others.
    const taken = (await keeper?.list().catch(() => [])) ?? [];
    if (!isWanted()) return;
    const name = nameDocument(
      imported,
      taken.map((kept) => kept.name),
      wordsNow(),
    );
    openLayout(playground, { ...DEFAULT_LAYOUT, model, region, ...layout }, { name });
    actions.setTab(null);
    lookAtFirstMiss(playground);
    const { opened: count, lastAct } = playground.store.getState();
    const act = lastAct?.id ?? null;
    const { title, redacted, understood } = imported;
    change({
      isOpen: false,
      step: FIRST_STEP,
      pasted: "",
      opened: { title, redacted, understood, count, before, beforeId, act },
    });
    actions.announce(tell("importing.importedWhat", { what: nameImported(imported) }));
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
      change({ isOpen: true, step: READING });
      const outcome = await readItems(items, (step) => change({ step }));
      if (outcome?.ok) change({ step: { kind: "preview", imported: outcome.imported, pending: null } });
      else if (outcome) change({ step: { kind: "choose", reason: outcome.reason } });
    },
    async take(items) {
      let step: ImportStep = READING;
      const timer = setTimeout(() => change({ isOpen: true, step }), PATIENCE);
      const outcome = await readItems(items, (next) => {
        step = next;
        if (state.isOpen) change({ step });
      });
      clearTimeout(timer);
      if (!outcome) return;
      if (outcome.ok && hasOneReading(outcome.imported)) {
        await openImported(outcome.imported, () => true);
        return;
      }
      const [only] = items;
      const isText = items.length === 1 && typeof only?.content === "string";
      change({
        isOpen: true,
        step: outcome.ok
          ? { kind: "preview", imported: outcome.imported, pending: null }
          : { kind: "choose", reason: outcome.reason },
        ...(isText ? { pasted: String(only.content) } : {}),
      });
    },
    back() {
      client.cancel();
      change({ step: FIRST_STEP });
    },
    async open() {
      const { step } = state;
      if (step.kind === "preview" && !step.pending)
        await openImported(step.imported, () => state.step === step);
    },
    async bringBack() {
      if (!state.opened) return;
      const { before, beforeId, act } = state.opened;
      change({ opened: null });
      // Nothing was done since: the page's own undo, which can be done again.
      if (act !== null && act === playground.store.getState().lastAct?.id) actions.undo();
      // Its own place rather than a copy of it, where it has one.
      else if (keeper && beforeId !== null) await keeper.open(beforeId);
      else actions.loadDocument(before);
      actions.announce(tell("importing.broughtBack"));
    },
    dismiss: () => change({ opened: null }),
  };
}
