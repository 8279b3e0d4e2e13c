/** Tells Monaco where its worker is; must be imported before Monaco itself. */
import { whenFirstScreenStands } from "../first-screen";

/** It finds differences and links: a text is read without them first. */
async function createEditorWorker(): Promise<Worker> {
  await whenFirstScreenStands();
  return new Worker(new URL("monaco-editor/editor/editor.worker.js", import.meta.url), { type: "module" });
}

self.MonacoEnvironment = { getWorker: createEditorWorker };
