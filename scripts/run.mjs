/** Runs a TypeScript file that imports from lib/, compiled on the fly: `node scripts/run.mjs scripts/bench-tokens.ts`. */
import { resolve } from "node:path";
import { runnerImport } from "vite";

await runnerImport(resolve(process.argv[2] ?? ""), { configFile: false, logLevel: "error" });
