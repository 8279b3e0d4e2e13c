"use client";
/** Two texts in Monaco's diff editor, read-only; its models go when it goes. */
import { useEffect, useRef } from "react";
import { monaco } from "../editor/monaco";

interface DiffEditorProps {
  readonly before: string;
  readonly after: string;
}

/** Pixels: below, one text is shown with both readings. */
const SIDE_BY_SIDE = 700;

export function DiffEditor({ before, after }: DiffEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const original = monaco.editor.createModel(before, "plaintext");
    const modified = monaco.editor.createModel(after, "plaintext");
    const editor = monaco.editor.createDiffEditor(host.current, {
      readOnly: true,
      originalEditable: false,
      automaticLayout: true,
      useInlineViewWhenSpaceIsLimited: true,
      renderSideBySideInlineBreakpoint: SIDE_BY_SIDE,
      hideUnchangedRegions: { enabled: true },
      fontFamily: "var(--font-geist-mono), ui-monospace, monospace",
      fontSize: 12.5,
      lineNumbersMinChars: 3,
      minimap: { enabled: false },
      overviewRulerBorder: false,
      renderMarginRevertIcon: false,
      renderWhitespace: "none",
      scrollBeyondLastLine: false,
      wordWrap: "on",
    });
    editor.setModel({ original, modified });
    // Names given as options of the whole are lost with the first change of any other option.
    const nameEditors = (): void => {
      editor.getOriginalEditor().updateOptions({ ariaLabel: "The request before, as the model reads it" });
      editor.getModifiedEditor().updateOptions({ ariaLabel: "This request, as the model reads it" });
    };
    nameEditors();
    const revealing = editor.onDidUpdateDiff(() => {
      revealing.dispose();
      nameEditors();
      editor.revealFirstDiff();
    });
    return () => {
      // The widget must let go of its models before they end.
      editor.setModel(null);
      editor.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [before, after]);
  return <div ref={host} className="h-full" data-diff />;
}
