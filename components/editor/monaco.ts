/** The one place that loads Monaco: the local copy, with JSON only, in the playground's colours. */
import "./monaco-workers";
import { loader } from "@monaco-editor/react";
import * as monaco from "monaco-editor/editor";
import "monaco-editor/features/register.all";
import { jsonDefaults } from "monaco-editor/languages/features/json/register";
import { defineThemes } from "./editor-themes";

// The playground's own analysis reports problems; two validators would underline everything twice. The language service
// reads the whole text again when asked, recursively, and fails on deep ones: only its tokens and formatting are used.
// Completion and hover are in `json-language.ts`.
jsonDefaults.setDiagnosticsOptions({ validate: false, allowComments: true, trailingCommas: "ignore" });
jsonDefaults.setModeConfiguration({ tokens: true, documentFormattingEdits: true });
defineThemes(monaco);
loader.config({ monaco });

export { monaco };

export type CodeEditor = monaco.editor.IStandaloneCodeEditor;
