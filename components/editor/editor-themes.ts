/** Monaco's light and dark theme in the page's colours. */
import type * as Monaco from "monaco-editor/editor";

export const LIGHT_THEME = "playground-light";
export const DARK_THEME = "playground-dark";

const rules = (key: string, text: string, number: string, quiet: string) => [
  { token: "string.key.json", foreground: key },
  { token: "string.value.json", foreground: text },
  { token: "number.json", foreground: number },
  { token: "keyword.json", foreground: number },
  { token: "delimiter", foreground: quiet },
  { token: "comment", foreground: quiet },
];

export function defineThemes(monaco: typeof Monaco): void {
  monaco.editor.defineTheme(LIGHT_THEME, {
    base: "vs",
    inherit: true,
    rules: rules("8a3b12", "0d5f58", "5a3fd6", "625e56"),
    colors: {
      "editor.background": "#ffffff",
      "editorGutter.background": "#ffffff",
      "editorLineNumber.foreground": "#716d64",
      "editorLineNumber.activeForeground": "#1b1a17",
      "editor.lineHighlightBackground": "#f6f5f1",
      "editor.lineHighlightBorder": "#00000000",
      "editorIndentGuide.background1": "#efede7",
      "editorIndentGuide.activeBackground1": "#d8d4c9",
      "playground.read": "#0d9488",
      "playground.written": "#d97706",
      "playground.quiet": "#8a93a3",
    },
  });
  monaco.editor.defineTheme(DARK_THEME, {
    base: "vs-dark",
    inherit: true,
    rules: rules("f0a071", "7fd8c8", "bba7ff", "a5a299"),
    colors: {
      "editor.background": "#15171a",
      "editorGutter.background": "#15171a",
      "editorLineNumber.foreground": "#918e85",
      "editorLineNumber.activeForeground": "#eceae3",
      "editor.lineHighlightBackground": "#1a1d21",
      "editor.lineHighlightBorder": "#00000000",
      "editorIndentGuide.background1": "#1f2226",
      "editorIndentGuide.activeBackground1": "#393d44",
      "playground.read": "#2dbdaa",
      "playground.written": "#f0a63a",
      "playground.quiet": "#77808f",
    },
  });
}
