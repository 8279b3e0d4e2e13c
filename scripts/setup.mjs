/** Installs the packages that are missing, in the lockfile's versions; does nothing when all are there. */
import "./check-node.mjs";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNpm } from "./run-command.mjs";

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/** True when every package of the lockfile is installed in the very version it names. */
function isInstalled() {
  const installed = readPackages("node_modules/.package-lock.json");
  return Object.entries(readPackages("package-lock.json")).every(
    ([path, { version, optional }]) =>
      path === "" ||
      optional ||
      (installed[path]?.version === version && existsSync(join(ROOT, path, "package.json"))),
  );
}

/** Installs what is missing. Throws one sentence when npm fails. */
export async function ensurePackages() {
  if (isInstalled()) return;
  console.log("Installing packages (npm ci) …");
  // The build needs development packages, also where NODE_ENV says production.
  const code = await runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
  if (code !== 0) throw new Error("npm could not install the packages: see its message above.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensurePackages();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
