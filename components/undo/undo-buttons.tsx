"use client";
/** Takes back the last act and does it again: the two arrows in the header, and their keys. */
import type { Said } from "../../lib/words/message";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { useUndoKeys } from "./use-undo-keys";

const WAYS = {
  undo: {
    label: "undo.undo",
    named: "undo.undoAct",
    hint: "undo.undoHint",
    nothing: "undo.nothingToUndo",
    keys: "Ctrl+Z",
    arrow: "↶",
  },
  redo: {
    label: "undo.redo",
    named: "undo.redoAct",
    hint: "undo.redoHint",
    nothing: "undo.nothingToRedo",
    keys: "Ctrl+Shift+Z",
    arrow: "↷",
  },
} as const;

interface ArrowProps {
  readonly way: keyof typeof WAYS;
  /** Null = there is nothing. */
  readonly act: Said | null;
  readonly onClick: () => void;
}

/** Disabled without leaving the tab order: the focus stays where it is when the last act was taken back. */
function Arrow({ way, act, onClick }: ArrowProps) {
  const { t } = useWords();
  const { label, named, hint, nothing, keys, arrow } = WAYS[way];
  return (
    <Button
      aria-label={act === null ? t(label) : t(named, { act })}
      aria-disabled={act === null}
      hint={act === null ? t(nothing) : t(hint, { act, keys })}
      onClick={act === null ? undefined : onClick}
      className="aria-disabled:cursor-not-allowed aria-disabled:opacity-50"
    >
      <span aria-hidden>{arrow}</span>
    </Button>
  );
}

export function UndoButtons() {
  const undoable = usePlayground((state) => state.undoable);
  const redoable = usePlayground((state) => state.redoable);
  const actions = useActions();
  useUndoKeys(actions);
  return (
    <div className="flex gap-1">
      <Arrow way="undo" act={undoable} onClick={actions.undo} />
      <Arrow way="redo" act={redoable} onClick={actions.redo} />
    </div>
  );
}
