/**
 * Measures the page in a browser: until the first figures stand, from a key in the editor to its figures with 200,000 tokens
 * and 500 messages, and the frames while a map of 2,000 requests scrolls and a marker is dragged on it. One table, one run,
 * nothing is asserted; the built page must be running: `URL=http://localhost:3000 npm run bench:page`.
 */
import { execFileSync } from "node:child_process";
import { chromium, type Page } from "@playwright/test";
import { encodeShare } from "../lib/share/codec";
import { DEFAULT_LAYOUT, type SharedLayout } from "../lib/share/shared-layout";

const URL = process.env.URL ?? "http://localhost:3000";
const MESSAGES = 500;
/** Words of a message, so that all messages together have about 200,000 tokens. */
const WORDS = 395;
const REQUESTS = 2000;

const words = (count: number, of: number): string =>
  Array.from(
    { length: count },
    (_, index) => ["cache", "prefix", "marker", "entry", "token"][(index * 7 + of) % 5],
  ).join(" ");

const messages = (count: number, length: number) => [
  { role: "system", content: [{ type: "text", text: words(1500, 0), cache_control: { type: "ephemeral" } }] },
  ...Array.from({ length: count - 1 }, (_, index) => ({
    role: index % 2 === 0 ? "user" : "assistant",
    content: words(length, index),
  })),
];

const layoutOf = (body: object, turns: number): SharedLayout => ({
  ...DEFAULT_LAYOUT,
  text: JSON.stringify({ model: "qwen3.7-max", ...body }, null, 2),
  scenario: {
    name: "Measured",
    duration: 2,
    reply: "Yes.",
    turns: Array.from({ length: turns }, () => ({
      mode: "append" as const,
      gap: 20,
      user: "Go on.",
      reply: "Yes.",
    })),
  },
});

/** Milliseconds of each frame while `act` runs. */
async function framesOf(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const follow = (now: number): void => {
      frames.push(now - last);
      last = now;
      (window as unknown as { frame: number }).frame = requestAnimationFrame(follow);
    };
    (window as unknown as { frames: number[]; frame: number }).frames = frames;
    (window as unknown as { frame: number }).frame = requestAnimationFrame(follow);
  });
  await act();
  return page.evaluate(() => {
    cancelAnimationFrame((window as unknown as { frame: number }).frame);
    return (window as unknown as { frames: number[] }).frames.slice(2);
  });
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

const rows: Record<string, string> = {};
const say = (name: string, values: readonly number[]): void => {
  rows[name] = `median ${quantile(values, 0.5).toFixed(1)} ms, 95 % ${quantile(values, 0.95).toFixed(1)} ms`;
};

const executablePath =
  process.env.CHROMIUM_PATH ??
  execFileSync(process.execPath, ["scripts/find-browser.mjs"], { encoding: "utf8" }).trim();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

async function open(hash: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${URL}/#${hash}`);
  await page.locator("[data-bill=cost]").waitFor({ timeout: 120_000 });
  return page;
}

const firsts: number[] = [];
for (let visit = 0; visit < 5; visit++) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(URL, { waitUntil: "commit" });
  await page.locator("[data-bill=cost]").waitFor();
  firsts.push(await page.evaluate(() => performance.now()));
  await context.close();
}
say("first figures, nothing cached in the browser", firsts);

{
  const page = await open(await encodeShare(layoutOf({ messages: messages(MESSAGES, WORDS) }, 1)));
  await page.locator(".view-lines").waitFor();
  await page.locator(".monaco-editor").first().click();
  rows["tokens of the long request"] = (await page.locator("[data-tokens]").textContent()) ?? "";
  // To the end of the system message's text: every digit there is a token more.
  await page.keyboard.press("Control+Home");
  const line = JSON.stringify({ model: "", messages: messages(1, 0) }, null, 2).split("\n");
  for (let down = 0; down < line.findIndex((each) => each.includes('"text": "')); down++)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  const waits: number[] = [];
  for (let press = 0; press < 12; press++) {
    const waited = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let start = 0;
          document.addEventListener("keydown", () => (start = performance.now()), {
            once: true,
            capture: true,
          });
          const seen = new MutationObserver(() => {
            seen.disconnect();
            delete document.body.dataset.armed;
            resolve(performance.now() - start);
          });
          const shown = document.querySelector("[data-tokens]");
          if (shown) seen.observe(shown, { characterData: true, attributes: true, subtree: true });
          document.body.dataset.armed = "yes";
        }),
    );
    await page.locator("body[data-armed]").waitFor();
    await page.keyboard.press("7");
    waits.push(await waited);
  }
  say("a key to its figures, 200,000 tokens in 500 messages", waits);
  await page.close();
}

{
  const page = await open(await encodeShare(layoutOf({ messages: messages(4, 300) }, REQUESTS - 1)));
  const map = page.getByRole("group", { name: /^Map of the requests/ });
  await map.waitFor();
  await map.hover();
  const scrolled = await framesOf(page, async () => {
    for (let step = 0; step < 120; step++) await page.mouse.wheel(0, 220);
  });
  say(`a frame while ${REQUESTS} requests scroll`, scrolled);
  await page
    .getByRole("button", { name: /^Request / })
    .first()
    .press("Home");
  const marker = page.getByRole("slider", { name: /^Marker at/ }).first();
  await marker.scrollIntoViewIfNeeded();
  const box = await marker.boundingBox();
  if (box) {
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    const dragged = await framesOf(page, async () => {
      for (let step = 0; step < 120; step++) await page.mouse.move(box.x + ((step * 5) % 300), box.y + 6);
    });
    await page.mouse.up();
    say(`a frame while a marker is dragged over ${REQUESTS} requests`, dragged);
  }
  await page.close();
}

await browser.close();
console.table(rows);
