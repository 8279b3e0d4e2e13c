/** What `bench-page.ts` measures in a browser, each as a function from a page's address to numbers by name. */
import type { Browser, Page } from "@playwright/test";
import { encodeShare } from "../lib/share/codec";
import { DEFAULT_LAYOUT, type SharedLayout } from "../lib/share/shared-layout";
import { countBytes } from "./bench-wire";
import { measuredScenario } from "./measured-scenario";

/** Numbers by name; names end with their unit. */
export type Numbers = Record<string, number[]>;

export type Measure = (browser: Browser, url: string) => Promise<Numbers>;

const MESSAGES = 500;
/** Words of a message, so that all messages together have about 200,000 tokens. */
const WORDS = 395;
const REQUESTS = 2000;
const PASTED_BYTES = 2_000_000;
/** At least as many: what the page opens with has far fewer. */
const PASTED_TOKENS = 100_000;
/** Milliseconds after which a page that asks for nothing more is quiet. */
const QUIET_MS = 1500;

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

const write = (body: object): string => JSON.stringify({ model: "qwen3.7-max", ...body }, null, 2);

const layoutOf = (body: object, turns: number): SharedLayout => ({
  ...DEFAULT_LAYOUT,
  text: write(body),
  scenario: measuredScenario(turns),
});

async function open(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.locator("[data-bill=cost]").waitFor({ timeout: 120_000 });
  return page;
}

/** The first view, with nothing cached in the browser. */
export const measureFirstView: Measure = async (browser, url) => {
  const wire = await countBytes(url);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  let asked = 0;
  page.on("request", () => {
    asked += 1;
  });
  let untilComplete = 0;
  await page.exposeFunction("tellComplete", () => {
    untilComplete = wire.sent();
  });
  await page.addInitScript(() => {
    const seen: Record<string, number> = {};
    let isTold = false;
    Object.assign(window, { seen });
    const look = (): void => {
      if (document.documentElement.dataset.ready !== undefined) seen.ready ??= performance.now();
      if (document.querySelector("[data-bill=cost]")) seen.figures ??= performance.now();
      // The document's own editor stands hidden where the page opens on a later request.
      const lines = document.querySelectorAll<HTMLElement>(".view-lines .view-line");
      if ([...lines].some((line) => line.offsetParent !== null && line.textContent?.trim()))
        seen.editor ??= performance.now();
      if (isTold || Object.keys(seen).length < 3) return;
      isTold = true;
      (window as unknown as { tellComplete(): void }).tellComplete();
    };
    new MutationObserver(look).observe(document, { attributes: true, childList: true, subtree: true });
  });
  await page.goto(wire.url, { waitUntil: "commit" });
  await page.locator("[data-bill=cost]").waitFor();
  const untilFigures = wire.sent();
  await page.locator(".view-lines .view-line").filter({ visible: true }).first().waitFor();
  let before = -1;
  while (before !== wire.sent() || untilComplete === 0) {
    before = wire.sent();
    await page.waitForTimeout(QUIET_MS);
  }
  const seen = await page.evaluate(() => ({
    ...(window as unknown as { seen: Record<string, number> }).seen,
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  }));
  await context.close();
  await wire.close();
  const { paint, ready = 0, figures = 0, editor = 0 } = seen as Record<string, number>;
  return {
    "first view: first paint, ms": [paint ?? 0],
    "first view: answers clicks, ms": [ready],
    "first view: first figures, ms": [figures],
    "first view: the request's text, ms": [editor],
    "first view: sent until the first figures, kB": [untilFigures / 1000],
    "first view: sent until it is complete, kB": [untilComplete / 1000],
    "first view: sent in all, kB": [wire.sent() / 1000],
    "first view: requests": [asked],
  };
};

interface Counted {
  /** Milliseconds until the figures stand in the page. */
  readonly set: number;
  /** Until the browser has drawn the frame in which they are seen. */
  readonly drawn: number;
}

/**
 * In the page: from an event of this name, as the browser stamped it, to the next count of the document's tokens.
 * @param least tokens that the count must have
 */
const untilCounted = (page: Page, event: "keydown" | "paste", least = 0): Promise<Counted> =>
  page.evaluate(
    ([name, enough]) =>
      new Promise<Counted>((resolve) => {
        let start = 0;
        document.addEventListener(name, ({ timeStamp }) => (start = timeStamp), {
          once: true,
          capture: true,
        });
        const count = () => document.querySelector("[data-tokens]")?.getAttribute("data-tokens");
        const before = count();
        const seen = new MutationObserver(() => {
          if (start === 0 || count() === before || Number(count() ?? -1) < enough) return;
          seen.disconnect();
          delete document.body.dataset.armed;
          const set = performance.now() - start;
          requestAnimationFrame(() => {
            // What comes behind a frame's callbacks is style, layout and paint; then the next task.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve({ set, drawn: performance.now() - start });
            port2.postMessage(null);
          });
        });
        seen.observe(document.body, { attributes: true, childList: true, subtree: true });
        document.body.dataset.armed = "yes";
      }),
    [event, least] as const,
  );

/** To the end of the system message's text: every digit there is a token more. */
async function goIntoSystemText(page: Page): Promise<void> {
  await page.locator(".view-lines").waitFor();
  await page.locator(".monaco-editor").first().click();
  await page.keyboard.press("Control+Home");
  const lines = write({ messages: messages(1, 0) }).split("\n");
  for (let down = 0; down < lines.findIndex((each) => each.includes('"text": "')); down++)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
}

/** Until the browser has compiled what a key runs. */
const COLD_KEYS = 12;

export const measureKeys: Measure = async (browser, url) => {
  const layout = await encodeShare(layoutOf({ messages: messages(MESSAGES, WORDS) }, 1));
  const page = await open(browser, `${url}/#${layout}`);
  await goIntoSystemText(page);
  const waits: Counted[] = [];
  for (let press = 0; press < COLD_KEYS * 4; press++) {
    const waited = untilCounted(page, "keydown");
    await page.locator("body[data-armed]").waitFor();
    await page.keyboard.press("7");
    waits.push(await waited);
  }
  await page.close();
  const later = waits.slice(COLD_KEYS);
  return {
    "200,000 tokens in 500 messages: one of the first keys to its figures, ms": waits
      .slice(0, COLD_KEYS)
      .map(({ set }) => set),
    "a later key to its figures, ms": later.map(({ set }) => set),
    "a later key to the frame that shows them, ms": later.map(({ drawn }) => drawn),
  };
};

export const measurePaste: Measure = async (browser, url) => {
  const page = await open(browser, url);
  await page.locator(".view-lines .view-line").first().waitFor();
  const length = Math.floor(PASTED_BYTES / MESSAGES / "marker ".length);
  const waited = untilCounted(page, "paste", PASTED_TOKENS);
  await page.locator("body[data-armed]").waitFor();
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const pasted = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.body.dispatchEvent(pasted);
    },
    write({ messages: messages(MESSAGES, length) }),
  );
  const { set } = await waited;
  await page.close();
  return { "2 MB pasted to their figures, ms": [set] };
};

/** Milliseconds of each frame while `act` runs. */
async function framesOf(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const held = window as unknown as { frames: number[]; frame: number };
    held.frames = [];
    let last = performance.now();
    const follow = (now: number): void => {
      held.frames.push(now - last);
      last = now;
      held.frame = requestAnimationFrame(follow);
    };
    held.frame = requestAnimationFrame(follow);
  });
  await act();
  return page.evaluate(() => {
    const { frames, frame } = window as unknown as { frames: number[]; frame: number };
    cancelAnimationFrame(frame);
    return frames.slice(2);
  });
}

/** A map of many requests: the frames while it scrolls, and while a marker is dragged on it. */
export const measureMap: Measure = async (browser, url) => {
  const layout = await encodeShare(layoutOf({ messages: messages(4, 300) }, REQUESTS - 1));
  const page = await open(browser, `${url}/#${layout}`);
  const map = page.getByRole("group", { name: /^Map of the requests/ });
  await map.waitFor();
  await map.hover();
  const scrolled = await framesOf(page, async () => {
    for (let step = 0; step < 120; step++) await page.mouse.wheel(0, 220);
  });
  await page
    .getByRole("button", { name: /^Request / })
    .first()
    .press("Home");
  const marker = page.getByRole("slider", { name: /^Marker at/ }).first();
  await marker.scrollIntoViewIfNeeded();
  const box = await marker.boundingBox();
  let dragged: number[] = [];
  if (box) {
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    dragged = await framesOf(page, async () => {
      for (let step = 0; step < 120; step++) await page.mouse.move(box.x + ((step * 5) % 300), box.y + 6);
    });
    await page.mouse.up();
  }
  await page.close();
  return {
    "a frame while 2,000 requests scroll, ms": scrolled,
    "a frame while a marker is dragged over 2,000 requests, ms": dragged,
  };
};
