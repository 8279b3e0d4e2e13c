/** Tells Monaco where its workers are; must be imported before Monaco itself. */

const createEditorWorker = (): Worker =>
  new Worker(new URL("monaco-editor/editor/editor.worker.js", import.meta.url), { type: "module" });

const createJsonWorker = (): Worker =>
  new Worker(new URL("monaco-editor/languages/features/json/json.worker.js", import.meta.url), {
    type: "module",
  });

self.MonacoEnvironment = {
  getWorker: (_id: string, label: string) => (label === "json" ? createJsonWorker() : createEditorWorker()),
};
