"use client";
/** Marks a following request in its diff: the words that part it from the request before, and the segment pointed at. */
import type * as Monaco from "monaco-editor/editor";
import { useEffect, useState } from "react";
import type { TurnBodies } from "../../lib/pipeline/write-bodies";
import type { TextRange } from "../../lib/prompt/prompt";
import { usePlayground } from "../playground-context";

type DiffEditor = Monaco.editor.IStandaloneDiffEditor;
type Decoration = Monaco.editor.IModelDeltaDecoration;

interface Lines {
  readonly from: number;
  readonly to: number;
}

function linesOf(model: Monaco.editor.ITextModel, { start, end }: TextRange): Lines {
  return { from: model.getPositionAt(start).lineNumber, to: model.getPositionAt(end).lineNumber };
}

/** What differs within these lines: appended messages stand outside of them, and are no reason for alarm. */
function listParted(changes: readonly Monaco.editor.ILineChange[], { from, to }: Lines): Decoration[] {
  const options = { inlineClassName: "diff-parted" };
  return changes
    .filter((change) => change.modifiedEndLineNumber >= from && change.modifiedStartLineNumber <= to)
    .flatMap(({ charChanges }) => charChanges ?? [])
    .filter(({ modifiedStartLineNumber: line }) => line >= from && line <= to)
    .map((change) => ({
      range: {
        startLineNumber: change.modifiedStartLineNumber,
        startColumn: change.modifiedStartColumn,
        endLineNumber: change.modifiedEndLineNumber,
        endColumn: change.modifiedEndColumn,
      },
      options,
    }));
}

/** @returns takes the diff editor once it is there */
export function useFollowingMarks(bodies: TurnBodies | null): (editor: DiffEditor | null) => void {
  const [editor, setEditor] = useState<DiffEditor | null>(null);
  const highlighted = usePlayground((state) => state.highlighted);

  useEffect(() => {
    const parted = bodies?.parted ? bodies.places[bodies.parted] : undefined;
    if (!editor || !parted) return;
    const marks = editor.getModifiedEditor().createDecorationsCollection();
    const draw = (): void => {
      const model = editor.getModifiedEditor().getModel();
      const changes = editor.getLineChanges();
      if (model && changes) marks.set(listParted(changes, linesOf(model, parted)));
    };
    draw();
    const listening = editor.onDidUpdateDiff(draw);
    return () => {
      listening.dispose();
      marks.clear();
    };
  }, [editor, bodies]);

  useEffect(() => {
    const place = highlighted === null ? undefined : bodies?.places[highlighted];
    const shown = editor?.getModifiedEditor();
    const model = shown?.getModel();
    if (!shown || !model || !place) return;
    const { from, to } = linesOf(model, place);
    const range = { startLineNumber: from, startColumn: 1, endLineNumber: to, endColumn: 1 };
    // Where the cursor is, unchanged lines are not folded away.
    shown.setPosition({ lineNumber: from, column: 1 });
    shown.revealRangeInCenterIfOutsideViewport(range);
    const options = { isWholeLine: true, className: "segment-highlight" };
    const marks = shown.createDecorationsCollection([{ range, options }]);
    return () => marks.clear();
  }, [editor, bodies, highlighted]);

  return setEditor;
}
