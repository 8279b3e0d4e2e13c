/** English texts of undo. */
export const undo = {
  undo: "Undo",
  undoAct: "Undo: {act}",
  undoHint: "Undo: {act} ({keys})",
  nothingToUndo: "Nothing to undo",
  redo: "Redo",
  redoAct: "Redo: {act}",
  redoHint: "Redo: {act} ({keys})",
  nothingToRedo: "Nothing to redo",
  withCost: "{said} {before} → {after} ({change})",
} as const;
