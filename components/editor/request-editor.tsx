"use client";
/** The Monaco editor that holds the request. It owns the text; the store owns what is known about it. */
import Editor from "@monaco-editor/react";
import { useEffect, useEffectEvent, useState } from "react";
import type { Diagnostic } from "../../lib/lint/diagnostic";
import type { TextRange } from "../../lib/prompt/prompt";
import { ChangingMenu } from "../changing/changing-menu";
import { tellTextShown } from "../first-screen";
import { useMap } from "../map/map-store";
import { useCanEdit } from "../page-mode";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { useTheme } from "../ui/use-theme";
import { useWords } from "../words/use-words";
import { findOnLine } from "./editor-marks";
import { listQuickFixes, toMonacoEdit, toMonacoMarker, toRange } from "./editor-problems";
import { DARK_THEME, LIGHT_THEME } from "./editor-themes";
import { useJsonLanguage } from "./json-language";
import { type CodeEditor, monaco } from "./monaco";
import { useChangingMenu } from "./use-changing-menu";
import { useDecorations } from "./use-decorations";
import { useEditorPaste } from "./use-editor-paste";

const MARKER_OWNER = "prompt-cache";

/** Tells the document's editor from those that show a text for reading. */
const DOCUMENT = { "data-document": true };

type Place = ReturnType<typeof toRange>;

/** Characters of a line that is wrapped unasked: shorter ones are read by scrolling, longer ones take the editor a while. */
const LEAST_WRAPPED = 500;
const MOST_WRAPPED = 200_000;

/** Whether it is in sight where the lines begin at the left edge. */
function isSeenFromLeft(editor: CodeEditor, { endColumn }: Pick<Place, "endColumn">): boolean {
  const letter = editor.getOption(monaco.editor.EditorOption.fontInfo).typicalHalfwidthCharacterWidth;
  return endColumn * letter < editor.getLayoutInfo().contentWidth;
}

interface RequestEditorProps {
  readonly wrap: boolean;
  /** A change lies so far along its line that only wrapped lines show it with what stands around it. */
  readonly onWrap: () => void;
}

export function RequestEditor({ wrap, onWrap }: RequestEditorProps) {
  const { t } = useWords();
  const { store, actions } = usePlaygroundStore();
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  const [initialText] = useState(() => store.getState().text);
  const theme = useTheme();
  const canEdit = useCanEdit();
  // What Monaco finds by a worker of its own can wait until somebody turns to the text.
  const [isAttended, setIsAttended] = useState(false);

  const wrapLines = useEffectEvent(onWrap);

  useEffect(() => {
    if (!editor) return;
    const model = editor.getModel();
    if (!model) return;
    const change = (edits: ReturnType<typeof toMonacoEdit>[]): void => {
      editor.pushUndoStop();
      let places: readonly Place[] = [];
      editor.executeEdits("playground", edits, (inverse) => {
        places = inverse.map(({ range }) => range);
        return null;
      });
      editor.pushUndoStop();
      if (places.some((place) => isSeenFromLeft(editor, place))) editor.setScrollLeft(0);
    };
    const show = (range: TextRange): void => {
      const place = toRange(model, range);
      const isSeen = isSeenFromLeft(editor, place);
      const length = model.getLineLength(place.endLineNumber);
      if (!isSeen && length >= LEAST_WRAPPED && length <= MOST_WRAPPED) {
        editor.updateOptions({ wordWrap: "on" });
        wrapLines();
      }
      editor.setSelection(place);
      editor.revealRangeInCenterIfOutsideViewport(place);
      if (isSeen) editor.setScrollLeft(0);
    };
    actions.attachEditor({
      applyEdits: (edits) => change(edits.map((edit) => toMonacoEdit(model, edit))),
      replaceAll: (text) => {
        change([{ range: model.getFullModelRange(), text }]);
        editor.setScrollTop(0);
        editor.setScrollLeft(0);
        editor.setPosition({ lineNumber: 1, column: 1 });
      },
      reveal: (range) => {
        const go = (): void => {
          show(range);
          editor.focus();
        };
        store.setState(({ revealed }) => ({ revealed: revealed + 1 }));
        // Behind another tab it has no room yet to show the place in.
        if (editor.getLayoutInfo().width > 0 && editor.getDomNode()?.offsetParent) go();
        else requestAnimationFrame(() => requestAnimationFrame(go));
      },
      show,
      format: async () => editor.getAction("editor.action.formatDocument")?.run(),
    });
    // A link may have been opened while Monaco was still loading.
    if (model.getValue() !== store.getState().text) model.setValue(store.getState().text);
    return () => actions.attachEditor(null);
  }, [editor, actions, store]);

  useEffect(() => {
    const host = editor?.getContainerDomNode();
    if (!editor || !host || isAttended) return;
    const attend = (): void => setIsAttended(true);
    const listening = [editor.onDidFocusEditorText(attend), editor.onDidChangeModelContent(attend)];
    host.addEventListener("pointerenter", attend);
    return () => {
      host.removeEventListener("pointerenter", attend);
      for (const one of listening) one.dispose();
    };
  }, [editor, isAttended]);

  useDecorations(editor);
  useJsonLanguage(editor);
  useProblems(editor);
  useEditorPaste(editor);
  const { target, close } = useChangingMenu(editor, canEdit);

  const toggleOnLine = useEffectEvent((line: number) => {
    const { good, analysedText } = store.getState();
    const model = editor?.getModel();
    if (!model || !good || analysedText !== model.getValue()) return;
    const found = findOnLine(model, good, line);
    if (found?.kind === "marker") actions.removeMarker(found.pointer);
    if (found?.kind === "segment") actions.toggleMarker(found.pointer);
  });

  useEffect(() => {
    if (!editor || !canEdit) return;
    const listening = editor.onMouseDown(({ target }) => {
      if (target.type === monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN && target.position) {
        toggleOnLine(target.position.lineNumber);
      }
    });
    return () => listening.dispose();
  }, [editor, canEdit]);

  return (
    <>
      <Editor
        height="100%"
        wrapperProps={DOCUMENT}
        defaultLanguage="json"
        defaultPath="file:///request.json"
        defaultValue={initialText}
        theme={theme === "dark" ? DARK_THEME : LIGHT_THEME}
        loading={<p className="p-4 text-mute">{t("editor.loading")}</p>}
        onMount={(mounted) => {
          setEditor(mounted as CodeEditor);
          if (store.getState().turn === 0) tellTextShown();
        }}
        onChange={(value) => actions.documentChanged(value ?? "")}
        options={{
          ariaLabel: t("editor.body"),
          automaticLayout: true,
          bracketPairColorization: { enabled: false },
          dragAndDrop: false,
          dropIntoEditor: { enabled: false },
          fixedOverflowWidgets: true,
          useShadowDOM: false,
          folding: true,
          fontFamily: "var(--font-geist-mono), ui-monospace, monospace",
          fontSize: 12.5,
          glyphMargin: true,
          lineHeight: 20,
          links: isAttended,
          lineNumbersMinChars: 3,
          minimap: { enabled: false },
          overviewRulerBorder: false,
          padding: { top: 8, bottom: 24 },
          readOnly: !canEdit,
          readOnlyMessage: { value: t("editor.forReading") },
          renderFinalNewline: "on",
          renderLineHighlight: "line",
          scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
          scrollBeyondLastLine: false,
          tabSize: 2,
          unicodeHighlight: { ambiguousCharacters: isAttended, invisibleCharacters: isAttended },
          stickyScroll: { enabled: false },
          wordWrap: wrap ? "on" : "off",
          wrappingIndent: "indent",
        }}
      />
      {target && <ChangingMenu target={target} onClose={close} />}
    </>
  );
}

const NO_PROBLEMS: readonly Diagnostic[] = [];

function useProblems(editor: CodeEditor | null): void {
  const { say } = useWords();
  const { store } = usePlaygroundStore();
  const found = usePlayground((state) => state.diagnostics);
  // A problem says what is still to be guessed.
  const isCovered = useMap((state) => state.coverFrom !== null);
  const diagnostics = isCovered ? NO_PROBLEMS : found;

  useEffect(() => {
    const model = editor?.getModel();
    const { lintedText, text } = store.getState();
    if (!model || lintedText !== text) return;
    monaco.editor.setModelMarkers(
      model,
      MARKER_OWNER,
      diagnostics.map((diagnostic) => toMonacoMarker(model, diagnostic, say)),
    );
  }, [editor, diagnostics, store, say]);

  useEffect(() => {
    const model = editor?.getModel();
    if (!model) return;
    const provider = monaco.languages.registerCodeActionProvider("json", {
      provideCodeActions: (asked, range) => {
        const current = store.getState();
        const fixes =
          asked === model && current.lintedText === model.getValue()
            ? listQuickFixes(model, range, current.diagnostics, say)
            : [];
        return { actions: fixes, dispose: () => undefined };
      },
    });
    return () => provider.dispose();
  }, [editor, store, say]);
}
