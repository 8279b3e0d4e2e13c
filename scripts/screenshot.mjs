/**
 * Takes screenshots of the built playground, started for the purpose.
 * `npm run screenshot` writes those of the READMEs, each in its language, and the picture of link previews;
 * `npm run screenshot -- --all DIR` three sizes in both themes and languages.
 */
import "./check-node.mjs";
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { ensureBrowser } from "./find-browser.mjs";
import { ensurePackages, ROOT } from "./setup.mjs";

const DESKTOP = { width: 1440, height: 900 };
const SIZES = [DESKTOP, { width: 1024, height: 768 }, { width: 390, height: 844 }];
const THEMES = ["light", "dark"];
/** What a browser asks for, and how its pictures are named. */
const LANGUAGES = [
  { locale: "en-GB", suffix: "" },
  { locale: "zh-CN", suffix: ".zh" },
];

const all = process.argv.indexOf("--all");
const folder = all === -1 ? join(ROOT, "docs/images") : resolve(process.argv[all + 1] ?? "screenshots");
const shots = LANGUAGES.flatMap(({ locale, suffix }) =>
  THEMES.flatMap((theme) =>
    all === -1
      ? [{ locale, theme, size: DESKTOP, file: `playground-${theme}${suffix}.png` }]
      : SIZES.map((size) => ({
          locale,
          theme,
          size,
          file: `playground-${size.width}x${size.height}-${theme}${suffix}.png`,
        })),
  ),
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
  const editor = innerWidth < 900 || document.querySelector("[data-following] .char-insert, .token-hint");
  return document.querySelector('[data-bill="cost"]') !== null && Boolean(editor);
};

async function takeShot(browser, url, { locale, theme, size, file }) {
  const page = await browser.newPage({ viewport: size, colorScheme: theme, locale });
  await page.goto(url);
  await page.waitForFunction(isSettled);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, file), animations: "disabled" });
  await page.close();
  console.log(join(folder, file));
}

/** The picture of link previews: what it is in one sentence, above the page itself. */
async function takePreview(browser) {
  const read = async (name) => (await readFile(join(ROOT, name))).toString("base64");
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  await page.setContent(`<style>
    @font-face { font-family: Geist; font-weight: 100 900;
      src: url(data:font/woff2;base64,${await read("node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2")}) }
    body { margin: 0; background: #f6f5f1; color: #1d1b18; font-family: Geist; overflow: hidden }
    header { padding: 52px 64px 0 } h1 { font-size: 54px; letter-spacing: -.025em; margin: 0 } p { font-size: 27px; margin: 12px 0 0; color: #5d574e }
    img.page { position: absolute; left: 64px; top: 220px; width: 1140px; border-radius: 12px; box-shadow: 0 0 0 1px #d9d3c7, 0 24px 60px #0002 }
    </style><header><h1>Prompt Cache Playground</h1>
    <p>See where a prompt is cached, why it missed and what it costs.</p></header>
    <img class="page" alt="" src="data:image/png;base64,${await read("docs/images/playground-light.png")}">`);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(ROOT, "public/og.png") });
  await page.close();
}

mkdirSync(folder, { recursive: true });
await ensurePackages();
const { chromium } = await import("@playwright/test");
const { url, stop } = await startServer();
try {
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ["--no-sandbox"] });
  for (const shot of shots) await takeShot(browser, url, shot);
  if (all === -1) await takePreview(browser);
  await browser.close();
} finally {
  stop();
}
