/**
 * Takes screenshots of the built playground, started for the purpose.
 * `npm run screenshot` writes the README's; `npm run screenshot -- --all DIR` three sizes in both themes.
 */
import "./check-node.mjs";
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { ensureBrowser } from "./find-browser.mjs";
import { ensurePackages, ROOT } from "./setup.mjs";

const DESKTOP = { width: 1440, height: 900 };
const SIZES = [DESKTOP, { width: 1024, height: 768 }, { width: 390, height: 844 }];
const THEMES = ["light", "dark"];

const all = process.argv.indexOf("--all");
const folder = all === -1 ? join(ROOT, "docs/images") : resolve(process.argv[all + 1] ?? "screenshots");
const shots = THEMES.flatMap((theme) =>
  all === -1
    ? [{ theme, size: DESKTOP, file: `playground-${theme}.png` }]
    : SIZES.map((size) => ({ theme, size, file: `playground-${size.width}x${size.height}-${theme}.png` })),
);

/** Starts the server on a free port. Answers its URL once it is ready. */
async function startServer() {
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: ROOT,
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const [url] = /http:\/\/localhost:\d+$/.exec(line) ?? [];
    if (url) return { url, stop: () => server.kill() };
    console.log(line);
  }
  throw new Error("The server did not start: see its message above.");
}

/** True once the page shows its first analysis and, where there is room for it, the editor its text. */
const isSettled = () => {
  const editor = innerWidth < 900 || document.querySelector(".token-hint");
  return document.querySelector('[data-bill="cost"]') !== null && Boolean(editor);
};

async function takeShot(browser, url, { theme, size, file }) {
  const page = await browser.newPage({ viewport: size, colorScheme: theme });
  await page.goto(url);
  await page.waitForFunction(isSettled);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, file), animations: "disabled" });
  await page.close();
  console.log(join(folder, file));
}

mkdirSync(folder, { recursive: true });
await ensurePackages();
const { chromium } = await import("@playwright/test");
const { url, stop } = await startServer();
try {
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ["--no-sandbox"] });
  for (const shot of shots) await takeShot(browser, url, shot);
  await browser.close();
} finally {
  stop();
}
