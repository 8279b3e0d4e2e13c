/** Tells Monaco where its worker is; must be imported before Monaco itself. */

const createEditorWorker = (): Worker =>
  new Worker(new URL("monaco-editor/editor/editor.worker.js", import.meta.url), { type: "module" });

self.MonacoEnvironment = { getWorker: createEditorWorker };
