/**
 * Runs a TypeScript file that imports from lib/: `node scripts/run.mjs scripts/bench-tokens.ts`. It is bundled first, as the
 * product is: a module runner makes every call across files slower, which would spoil a measurement.
 */
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const folder = fileURLToPath(new URL("../node_modules/.cache/run", import.meta.url));

await build({
  configFile: false,
  logLevel: "error",
  publicDir: false,
  // Its main file is no module that Node can read names from.
  ssr: { noExternal: ["jsonc-parser"] },
  build: {
    ssr: resolve(process.argv[2] ?? ""),
    outDir: folder,
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: "run.mjs" } },
  },
});
await import(pathToFileURL(join(folder, "run.mjs")).href);
