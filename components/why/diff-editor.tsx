"use client";
/** Two texts in Monaco's diff editor, read-only; its models go when it goes. */
import { useEffect, useRef } from "react";
import { monaco } from "../editor/monaco";
import { tellTextShown } from "../first-screen";

interface DiffEditorProps {
  readonly before: string;
  readonly after: string;
  /** What a screen reader calls the two texts. */
  readonly names: { readonly before: string; readonly after: string };
  readonly language?: "plaintext" | "json";
  /** True shows one text with both readings, however wide it is. */
  readonly isInline?: boolean;
  /** Takes the editor once both texts are in it, and null before it goes; the same function every time. */
  readonly onEditor?: (editor: monaco.editor.IStandaloneDiffEditor | null) => void;
}

/** Pixels: below, one text is shown with both readings. */
const SIDE_BY_SIDE = 700;

/** A comparison takes no longer: Monaco gives up after five seconds. */
const COMPARING_MS = 6000;

export function DiffEditor({
  before,
  after,
  names,
  language = "plaintext",
  isInline = false,
  onEditor,
}: DiffEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const original = monaco.editor.createModel(before, language);
    const modified = monaco.editor.createModel(after, language);
    const editor = monaco.editor.createDiffEditor(host.current, {
      readOnly: true,
      originalEditable: false,
      renderSideBySide: !isInline,
      experimental: { useTrueInlineView: isInline },
      useInlineViewWhenSpaceIsLimited: true,
      renderSideBySideInlineBreakpoint: SIDE_BY_SIDE,
      hideUnchangedRegions: { enabled: true },
      fontFamily: "var(--font-geist-mono), ui-monospace, monospace",
      fontSize: 12.5,
      lineNumbersMinChars: 3,
      minimap: { enabled: false },
      overviewRulerBorder: false,
      renderOverviewRuler: !isInline,
      renderIndicators: !isInline,
      renderMarginRevertIcon: false,
      renderWhitespace: "none",
      scrollBeyondLastLine: false,
      wordWrap: "on",
    });
    // Without any room, behind another tab, each letter would become a line of its own.
    const sizes = new ResizeObserver(([size]) => {
      if (!size || size.contentRect.width === 0 || size.contentRect.height === 0) return;
      editor.layout(size.contentRect);
      if (editor.getModel()) return;
      editor.setModel({ original, modified });
      tellTextShown();
      onEditor?.(editor);
    });
    sizes.observe(host.current);
    // Names given as options of the whole are lost with the first change of any other option.
    const nameEditors = (): void => {
      editor.getOriginalEditor().updateOptions({ ariaLabel: names.before });
      editor.getModifiedEditor().updateOptions({ ariaLabel: names.after });
    };
    nameEditors();
    let isCompared = false;
    const revealing = editor.onDidUpdateDiff(() => {
      isCompared = true;
      revealing.dispose();
      nameEditors();
      const first = editor.getLineChanges()?.[0];
      if (first) editor.getModifiedEditor().revealLineInCenter(Math.max(1, first.modifiedStartLineNumber));
    });
    return () => {
      sizes.disconnect();
      onEditor?.(null);
      // The widget must let go of its models before they end.
      editor.setModel(null);
      editor.dispose();
      const end = (): void => {
        original.dispose();
        modified.dispose();
      };
      // A comparison under way fails aloud where its models end before it.
      if (isCompared) end();
      else setTimeout(end, COMPARING_MS);
    };
  }, [before, after, names.before, names.after, language, isInline, onEditor]);
  return <div ref={host} className="h-full" data-diff />;
}
