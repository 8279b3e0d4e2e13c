"use client";
/** What is pasted into the document: a piece of it stays text, anything else is imported, and what opens an account never gets in. */
import { useContext, useEffect } from "react";
import { cleanPaste } from "../../lib/import/clean-paste";
import { countNames } from "../../lib/import/count-names";
import type { ImportItem } from "../../lib/import/import-job";
import { judgePaste } from "../../lib/import/judge-paste";
import { createAlias } from "../../lib/redact/create-alias";
import { tellRemoved } from "../../lib/redact/tell-removed";
import { tell } from "../../lib/words/message";
import { PASTED, readTransfer } from "../import/read-transfer";
import { useImporter } from "../import/use-importer";
import { PageModeContext } from "../page-mode";
import { useActions } from "../playground-context";
import type { CodeEditor } from "./monaco";

const KEY_BYTES = 16;

/** Whether a paste would leave nothing of the document. */
function takesWhole(editor: CodeEditor): boolean {
  const model = editor.getModel();
  if (!model || model.getValue().trim() === "") return true;
  return editor.getSelection()?.equalsRange(model.getFullModelRange()) === true;
}

export function useEditorPaste(editor: CodeEditor | null): void {
  const importer = useImporter();
  // A frame in somebody's page imports nothing.
  const isPage = useContext(PageModeContext) === "page";
  const actions = useActions();
  useEffect(() => {
    const host = editor?.getDomNode();
    if (!editor || !host || !isPage) return;
    /** Whether what the editor reports next was looked at before it got in. */
    let isJudged = false;

    /** False where the editor is to take the text as it is. @param undo takes it out where it is in already */
    function handle(
      text: string,
      isWhole: boolean,
      items: readonly ImportItem[],
      undo?: () => void,
    ): boolean {
      if (text === "" || judgePaste(text, isWhole) === "import") {
        if (items.length === 0) return false;
        undo?.();
        void importer.take(items);
        return true;
      }
      const alias = createAlias(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
      const { value, removed } = cleanPaste(text, alias);
      if (removed.length === 0) return false;
      undo?.();
      editor?.trigger("playground", "paste", { text: value });
      const names = countNames(removed.map(tellRemoved));
      actions.warn(tell("editor.secretsTakenOut", { names }));
      return true;
    }

    function paste(event: ClipboardEvent): void {
      if (!editor) return;
      const { clipboardData } = event;
      const text = clipboardData?.getData("text/plain") ?? "";
      const isTaken = handle(text, takesWhole(editor), readTransfer(clipboardData, PASTED));
      if (!isTaken) {
        isJudged = true;
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    }

    // Before Monaco, which would take any text as it is.
    host.addEventListener("paste", paste, { capture: true });
    // Its own menu reads the clipboard without an event that could be held up.
    const pasting = editor.onDidPaste(({ range }) => {
      const wasJudged = isJudged;
      isJudged = false;
      const model = editor.getModel();
      if (wasJudged || !model) return;
      const text = model.getValueInRange(range);
      const isWhole = model.getFullModelRange().equalsRange(range);
      handle(text, isWhole, [{ name: PASTED, content: text }], actions.undo);
    });
    return () => {
      host.removeEventListener("paste", paste, { capture: true });
      pasting.dispose();
    };
  }, [editor, isPage, importer, actions]);
}
