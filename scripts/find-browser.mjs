/** Finds a Chromium for the browser tests: CHROMIUM_PATH, the system's, then Playwright's own. */
import "./check-node.mjs";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "./run-command.mjs";

/** The shell without a window first: it draws no chrome of its own and is the faster by half. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const NONE = "No browser found: install Chromium, or set CHROMIUM_PATH to one.";
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function findPlaywrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/** Path of a browser, or null. Throws one sentence when CHROMIUM_PATH names nothing that can be run. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH names no program: ${named}`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const paths = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC_CHROME];
  return [...paths, await findPlaywrightsOwn()].find((path) => path && isExecutable(path)) ?? null;
}

/** Path of a browser, installed first where this is root on a Debian system. Throws one sentence otherwise. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium (apt-get) …");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await runCommand("apt-get", ["update"], { env });
    await runCommand("apt-get", ["install", "-y", "chromium-headless-shell"], { env });
    const installed = await findBrowser();
    if (installed) return installed;
  }
  throw new Error(NONE);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const path = await findBrowser();
    if (!path) throw new Error(NONE);
    console.log(path);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
