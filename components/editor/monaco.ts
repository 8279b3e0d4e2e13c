/** The one place that loads Monaco: the local copy, with JSON only, in the playground's colours. */
import "./monaco-workers";
import { loader } from "@monaco-editor/react";
import * as monaco from "monaco-editor/editor";
import "monaco-editor/features/register.all";
import { jsonDefaults } from "monaco-editor/languages/features/json/register";
import { defineThemes } from "./editor-themes";

// The playground's own analysis reports problems; two validators would underline everything twice.
jsonDefaults.setDiagnosticsOptions({ validate: false, allowComments: true, trailingCommas: "ignore" });
defineThemes(monaco);
loader.config({ monaco });

export { monaco };
export type Monaco = typeof monaco;
export type CodeEditor = monaco.editor.IStandaloneCodeEditor;
