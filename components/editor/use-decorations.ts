"use client";
/** Keeps what is drawn on the text in step with the newest analysis, when the page has a moment to spare. */
import { useEffect, useState } from "react";
import { useMap } from "../map/map-store";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { useWords } from "../words/use-words";
import { drawChips } from "./changing-chips";
import { drawMarks, holdsLines, type Lines, linesAround } from "./editor-marks";
import type { CodeEditor } from "./monaco";

type Collection = ReturnType<CodeEditor["createDecorationsCollection"]>;

/** Milliseconds after which marks are drawn even on a busy page. */
const AT_THE_LATEST = 300;

/** Calls back when the browser is idle; gives a function that calls it off. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const handle = requestIdleCallback(run, { timeout: AT_THE_LATEST });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(run, 0);
  return () => clearTimeout(handle);
}

const NOWHERE: Lines = { from: 0, to: -1 };

function linesInSight(editor: CodeEditor): Lines {
  const seen = editor.getVisibleRanges();
  return { from: seen[0]?.startLineNumber ?? 1, to: seen.at(-1)?.endLineNumber ?? 1 };
}

export function useDecorations(editor: CodeEditor | null): void {
  const words = useWords();
  const { store } = usePlaygroundStore();
  const good = usePlayground((state) => state.good);
  const highlighted = usePlayground((state) => state.highlighted);
  const isEmpty = usePlayground((state) => state.text.trim() === "");
  // The colours of a request whose outcome is still to be guessed would tell it.
  const isCovered = useMap((state) => state.coverFrom === 0);
  const [collection, setCollection] = useState<Collection | null>(null);

  useEffect(() => {
    if (!editor) return;
    const created = editor.createDecorationsCollection();
    setCollection(created);
    return () => created.clear();
  }, [editor]);

  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model || !collection || !good) return;
    if (isEmpty || isCovered) {
      collection.clear();
      return;
    }
    let drawn = NOWHERE;
    let callOff: (() => void) | null = null;
    const draw = (): void => {
      // Places only fit the very text they were found in; the store has the editor's, which need not be put together anew.
      const { analysedText, text } = store.getState();
      if (analysedText !== text) return;
      drawn = linesAround(linesInSight(editor));
      const marks = drawMarks(model, good, highlighted, words, drawn);
      collection.set([...marks, ...drawChips(model, good, words)]);
    };
    const drawLater = (): void => {
      callOff?.();
      callOff = whenIdle(draw);
    };
    const follow = (): void => {
      if (!holdsLines(drawn, linesInSight(editor))) drawLater();
    };
    drawLater();
    const listening = [editor.onDidScrollChange(follow), editor.onDidLayoutChange(follow)];
    return () => {
      callOff?.();
      for (const one of listening) one.dispose();
    };
  }, [editor, collection, good, highlighted, isEmpty, isCovered, store, words]);
}
