/** The one place that loads Monaco: the local copy, with JSON only, in the playground's colours. */
import "./monaco-workers";
import { loader } from "@monaco-editor/react";
import * as monaco from "monaco-editor/editor";
import "./monaco-features";
import "./monaco-icons.css";
import { defineThemes } from "./editor-themes";
import { registerJson } from "./monaco-json";

// The playground's own analysis reports problems; completion and hover are in `json-language.ts`.
registerJson(monaco);
defineThemes(monaco);
loader.config({ monaco });

export { monaco };

export type CodeEditor = monaco.editor.IStandaloneCodeEditor;
