/** JSON in the editor: its colours, brackets and formatting, without the language service that Monaco's own mode brings. */
import { format } from "jsonc-parser";
import type * as Monaco from "monaco-editor/editor";
import { createTokenizationSupport } from "monaco-editor/languages/features/json/tokenization";

/** As Monaco's own mode has them. */
const CONFIGURATION: Monaco.languages.LanguageConfiguration = {
  wordPattern: /(-?\d*\.\d\w*)|([^[{\]}:",\s]+)/g,
  comments: { lineComment: "//", blockComment: ["/*", "*/"] },
  brackets: [
    ["{", "}"],
    ["[", "]"],
  ],
  autoClosingPairs: [
    { open: "{", close: "}", notIn: ["string"] },
    { open: "[", close: "]", notIn: ["string"] },
    { open: '"', close: '"', notIn: ["string"] },
  ],
};

const formatting: Monaco.languages.DocumentFormattingEditProvider = {
  provideDocumentFormattingEdits(model, { tabSize, insertSpaces }) {
    const edits = format(model.getValue(), undefined, { tabSize, insertSpaces, eol: "\n" });
    return edits.map(({ offset, length, content }) => {
      const start = model.getPositionAt(offset);
      const end = model.getPositionAt(offset + length);
      return {
        text: content,
        range: {
          startLineNumber: start.lineNumber,
          startColumn: start.column,
          endLineNumber: end.lineNumber,
          endColumn: end.column,
        },
      };
    });
  },
};

export function registerJson({ languages }: Pick<typeof Monaco, "languages">): void {
  languages.register({
    id: "json",
    extensions: [".json"],
    aliases: ["JSON"],
    mimetypes: ["application/json"],
  });
  languages.setLanguageConfiguration("json", CONFIGURATION);
  languages.setTokensProvider("json", createTokenizationSupport(true));
  languages.registerDocumentFormattingEditProvider("json", formatting);
}
