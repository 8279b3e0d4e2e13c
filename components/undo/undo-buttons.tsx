"use client";
/** Takes back the last act and does it again: the two arrows in the header, and their keys. */
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useUndoKeys } from "./use-undo-keys";

interface ArrowProps {
  readonly label: string;
  /** Null = there is nothing. */
  readonly act: string | null;
  readonly keys: string;
  readonly arrow: string;
  readonly onClick: () => void;
}

/** Disabled without leaving the tab order: the focus stays where it is when the last act was taken back. */
function Arrow({ label, act, keys, arrow, onClick }: ArrowProps) {
  const name = act === null ? label : `${label}: ${act}`;
  return (
    <Button
      aria-label={name}
      aria-disabled={act === null}
      hint={act === null ? `Nothing to ${label.toLowerCase()}` : `${name} (${keys})`}
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
      <Arrow label="Undo" act={undoable} keys="Ctrl+Z" arrow="↶" onClick={actions.undo} />
      <Arrow label="Redo" act={redoable} keys="Ctrl+Shift+Z" arrow="↷" onClick={actions.redo} />
    </div>
  );
}
