"use client";
/** Completion and hover in the request. They read the text only when asked, and never in the prose of a prompt. */
import type * as Monaco from "monaco-editor/editor";
import { useEffect } from "react";
import { listModels } from "../../lib/offers/catalogue";
import { explainAt } from "../../lib/prompt/schemas/explain";
import { requestShape } from "../../lib/prompt/schemas/request-shape";
import type { Shape } from "../../lib/prompt/schemas/shape";
import { type Suggestion, type Suggestions, suggestAt } from "../../lib/prompt/schemas/suggest";
import type { Words } from "../../lib/words/create-words";
import { usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";
import { toMonacoEdit, toRange } from "./editor-problems";
import { type CodeEditor, monaco } from "./monaco";

/** Names to complete; patterns such as `vanchin/*` are none. */
const modelNames = listModels()
  .map(({ model }) => model)
  .filter((name) => !name.includes("*"));

/** Offers fields, values and snippets of the analysed dialect, and explains what is under the pointer. */
export function useJsonLanguage(editor: CodeEditor | null): void {
  const words = useWords();
  const dialect = usePlayground((state) => state.good?.request.dialect ?? "openai");

  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model) return;
    const shape = requestShape(dialect, modelNames);
    // Words of the prompt are no suggestions for its fields.
    editor.updateOptions({ wordBasedSuggestions: "off" });
    const registered = [registerCompletion(model, shape, words), registerHover(model, shape, words)];
    return () => {
      for (const one of registered) one.dispose();
    };
  }, [editor, dialect, words]);
}

function registerCompletion(model: Monaco.editor.ITextModel, shape: Shape, words: Words): Monaco.IDisposable {
  return monaco.languages.registerCompletionItemProvider("json", {
    triggerCharacters: ['"'],
    provideCompletionItems: (asked, position) => {
      const found = asked === model ? suggestAt(model.getValue(), model.getOffsetAt(position), shape) : null;
      return { suggestions: found ? toItems(model, found, words) : [] };
    },
  });
}

function registerHover(model: Monaco.editor.ITextModel, shape: Shape, { say }: Words): Monaco.IDisposable {
  return monaco.languages.registerHoverProvider("json", {
    provideHover: (asked, position) => {
      const found = asked === model ? explainAt(model.getValue(), model.getOffsetAt(position), shape) : null;
      if (!found) return null;
      const contents = [{ value: `**${found.title}**` }, { value: say(found.text) }];
      return { range: toRange(model, found.range), contents };
    },
  });
}

function toItems(
  model: Monaco.editor.ITextModel,
  { range, comma, items }: Suggestions,
  { t, say }: Words,
): Monaco.languages.CompletionItem[] {
  // `toRange` never gives an empty range, and what is inserted must not eat a character.
  const { range: place } = toMonacoEdit(model, { range, text: "" });
  const additionalTextEdits = comma ? [toMonacoEdit(model, comma)] : [];
  return items.map((item, index) => ({
    label: item.label,
    kind: kindOf(item),
    documentation: say(item.description),
    insertText: item.body,
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
    filterText: item.filter,
    // As listed: the fields in the order in which people write them.
    sortText: String(index).padStart(3, "0"),
    range: place,
    additionalTextEdits,
    ...(item.asksOn ? { command: { id: "editor.action.triggerSuggest", title: t("editor.suggest") } } : {}),
  }));
}

function kindOf({ kind }: Suggestion): Monaco.languages.CompletionItemKind {
  const { Property, Value, Snippet } = monaco.languages.CompletionItemKind;
  return { field: Property, value: Value, snippet: Snippet }[kind];
}
