"use client";
/** What is pasted into the document: a piece of it stays text, anything else is imported, and keys never get in. */
import { useContext, useEffect } from "react";
import { judgePaste } from "../../lib/import/judge-paste";
import { createAlias } from "../../lib/redact/create-alias";
import { redactKeys } from "../../lib/redact/redact-text";
import { PASTED, readTransfer } from "../import/read-transfer";
import { useImporter } from "../import/use-importer";
import { PageModeContext } from "../page-mode";
import { useActions } from "../playground-context";
import type { CodeEditor } from "./monaco";

const KEY_BYTES = 16;

/** Whether a paste would leave nothing of the document. */
function takesWhole(editor: CodeEditor): boolean {
  const model = editor.getModel();
  const selection = editor.getSelection();
  if (!model || model.getValueLength() === 0) return true;
  if (model.getValue().trim() === "") return true;
  return selection?.equalsRange(model.getFullModelRange()) === true;
}

export function useEditorPaste(editor: CodeEditor | null): void {
  const importer = useImporter();
  // A frame in somebody's page imports nothing.
  const isPage = useContext(PageModeContext) === "page";
  const actions = useActions();
  useEffect(() => {
    const host = editor?.getDomNode();
    if (!editor || !host || !isPage) return;
    const keep = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    function paste(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!editor) return;
      if (text === "" || judgePaste(text, takesWhole(editor)) === "import") {
        const items = readTransfer(event.clipboardData, PASTED);
        if (items.length === 0) return;
        keep(event);
        void importer.take(items);
        return;
      }
      const { value, removed } = redactKeys(
        text,
        createAlias(crypto.getRandomValues(new Uint8Array(KEY_BYTES))),
      );
      if (removed.length === 0) return;
      keep(event);
      editor.trigger("playground", "paste", { text: value });
      actions.warn(
        `${removed.length === 1 ? "A key was" : "Keys were"} taken out of what was pasted: a request's text is no place for one.`,
      );
    }
    // Before Monaco, which would take any text as it is.
    host.addEventListener("paste", paste, { capture: true });
    return () => host.removeEventListener("paste", paste, { capture: true });
  }, [editor, isPage, importer, actions]);
}
