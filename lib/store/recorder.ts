/** Records what the user does as steps, takes them back and does them again, through the editor where there is one. */
import type { StoreApi } from "zustand/vanilla";
import { applyEdits as applyToText } from "../prompt/apply-edits";
import type { TextEdit } from "../prompt/prompt";
import { isSameValue } from "../values/same-value";
import { type Message, type Said, tell } from "../words/message";
import { type ActName, addStep, type History, noHistory, stepBack, stepForward } from "./history";
import { editsBackward, editsForward, fits, type Patch, patchesBetween, patchesOf, sizeOf } from "./patch";
import type { EditorPort, OpenDocument, PlaygroundState } from "./playground-state";
import { sameSettings, withKnowledgeOf } from "./settings-change";

export interface Recorder {
  /**
   * Runs `work` as one act. An act within an act is a part of it.
   * @param edits what `work` does to the text, where that is known
   */
  record<Result>(act: ActName, work: () => Result, edits?: readonly TextEdit[]): Result;
  /** Whether the text changes as a part of an act: otherwise the editor changed it by itself. */
  isActing(): boolean;
  undo(): void;
  redo(): void;
  forget(): void;
}

interface RecorderPorts {
  readonly store: StoreApi<PlaygroundState>;
  readonly editor: () => EditorPort | null;
  /** Takes a text where there is no editor to do so. */
  readonly takeText: (text: string) => void;
  readonly refresh: () => void;
  /** Milliseconds of any clock. */
  readonly now: () => number;
}

/** UTF-16 units up to which one piece from the first change to the last is good enough. */
const SMALL = 2_000;

const hold = (state: PlaygroundState): OpenDocument => {
  const { settings, presetId, opened, documentName, keepDocument, isReplaced, origin, shared, turn } = state;
  return { settings, presetId, opened, documentName, keepDocument, isReplaced, origin, shared, turn };
};

/** A request that is selected is no change, nor is a notice that was put away. */
const isSame = (one: OpenDocument, other: OpenDocument): boolean =>
  one.opened === other.opened &&
  one.presetId === other.presetId &&
  one.documentName === other.documentName &&
  sameSettings(one.settings, other.settings);

function findPatches(before: string, after: string, edits: readonly TextEdit[]): readonly Patch[] {
  if (before === after) return [];
  const span = patchesBetween(before, after);
  if (edits.length < 2 || sizeOf(span) <= SMALL) return span;
  // An editor may have written line ends in its own way.
  return applyToText(before, edits) === after ? patchesOf(before, edits) : span;
}

/** The name as it is shown already: a word is typed by many acts that are all called alike. */
const keepEqual = (name: Said | null, shown: Said | null): Said | null =>
  isSameValue(name, shown) ? shown : name;

export function createRecorder({ store, editor, takeText, refresh, now }: RecorderPorts): Recorder {
  let history: History<OpenDocument> = noHistory();
  let depth = 0;
  let lastId = 0;

  function show(change: Partial<PlaygroundState> = {}): void {
    const before = store.getState();
    const undoable = keepEqual(history.done.at(-1)?.name ?? null, before.undoable);
    const redoable = keepEqual(history.undone.at(-1)?.name ?? null, before.redoable);
    store.setState({ undoable, redoable, lastAct: null, ...change });
  }

  function act<Result>(work: () => Result): Result {
    depth++;
    try {
      return work();
    } finally {
      depth--;
    }
  }

  /** @param replaced what the edits take the place of, as far as is known */
  function travel(to: OpenDocument, edits: readonly TextEdit[], replaced: readonly string[]): boolean {
    const { text, settings, opened } = store.getState();
    if (!fits(text, edits, replaced)) return false;
    act(() => {
      store.setState({ ...to, settings: withKnowledgeOf(to.settings, settings) });
      const port = editor();
      if (edits.length === 0) refresh();
      else if (!port) takeText(applyToText(text, edits));
      else if (opened === to.opened) port.applyEdits(edits);
      else port.replaceAll(applyToText(text, edits));
    });
    return true;
  }

  function go(next: History<OpenDocument>, isDone: boolean, announcement: Message): void {
    history = isDone ? next : noHistory();
    show({ announcement: isDone ? announcement : tell("store.cannotTakeBack") });
  }

  return {
    isActing: () => depth > 0,
    record(named, work, edits = []) {
      if (depth > 0) return work();
      const { text } = store.getState();
      const before = hold(store.getState());
      const result = act(work);
      const after = hold(store.getState());
      const patches = findPatches(text, store.getState().text, edits);
      if (patches.length === 0 && isSame(before, after)) return result;
      history = addStep(history, { ...named, id: ++lastId, at: now(), patches, before, after }, isSame);
      const id = history.done.at(-1)?.id;
      show(named.said === null || id === undefined ? {} : { lastAct: { id, said: named.said } });
      return result;
    },
    undo() {
      const step = history.done.at(-1);
      if (!step || depth > 0) return;
      const replaced = step.patches.map(({ put }) => put);
      const isDone = travel(step.before, editsBackward(step.patches), replaced);
      go(stepBack(history), isDone, tell("store.takenBack", { act: step.name }));
    },
    redo() {
      const step = history.undone.at(-1);
      if (!step || depth > 0) return;
      const replaced = step.patches.map(({ removed }) => removed);
      const isDone = travel(step.after, editsForward(step.patches), replaced);
      go(stepForward(history), isDone, tell("store.doneAgain", { act: step.name }));
    },
    forget() {
      history = noHistory();
      show();
    },
  };
}
