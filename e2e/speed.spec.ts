/** How the page feels with much text: figures are reported, nothing is asserted on time. */
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const prose =
  "The prefix of a request is what the service has read before: tools first, then the system text, then the messages. ";

test("a paste of 300 KB never loses a key, and reports the longest task of the page", async ({
  page,
  playground,
}, info) => {
  await playground.open();
  await page.evaluate(() => {
    const tasks: number[] = [];
    Reflect.set(window, "longTasks", tasks);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: "longtask" });
  });
  const content = prose.repeat(Math.ceil(300_000 / prose.length));
  await playground.paste(
    JSON.stringify({ model: "qwen3-max", messages: [{ role: "user", content }] }, null, 2),
  );
  await expect(page.locator("[data-tokens]")).not.toHaveText("8,747");
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("// typed while it counts");
  await page.keyboard.press("Enter");
  await expect(page.locator(".view-lines")).toContainText("// typed while it counts");
  const tasks = await page.evaluate((): number[] => Reflect.get(window, "longTasks"));
  const longest = Math.round(Math.max(0, ...tasks));
  info.annotations.push({ type: "longest main-thread task", description: `${longest} ms` });
  process.stdout.write(`  longest main-thread task around a 300 KB paste: ${longest} ms\n`);
});

/** Milliseconds from the next key to the next change of the token figure. */
const timeNextKey = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const shown = document.querySelector("[data-tokens]");
        let start = 0;
        const note = (): void => {
          start = performance.now();
        };
        document.addEventListener("keydown", note, { once: true, capture: true });
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(performance.now() - start);
        });
        if (shown) observer.observe(shown, { attributes: true, characterData: true, subtree: true });
        document.documentElement.dataset.armed = "yes";
      }),
  );

test("500 messages and 200,000 tokens: every key reaches the figures, and the time is reported", async ({
  page,
  playground,
}, info) => {
  const messages = Array.from({ length: 500 }, (_, at) => ({
    role: at % 2 === 0 ? "user" : "assistant",
    content: `${at} ${prose.repeat(17)}`,
  }));
  await playground.openDocument({ model: "qwen3-max", messages });
  const figure = page.locator("[data-tokens]");
  await expect(figure).toHaveText(/^\d{3},\d{3}$/);
  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+Home");
  // The first message's text ends one character before the end of the sixth line.
  for (let line = 0; line < 5; line++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  const count = async (): Promise<number> => Number(((await figure.textContent()) ?? "").replace(/,/g, ""));
  const before = await count();
  const times: number[] = [];
  for (let key = 1; key <= 9; key++) {
    const timed = timeNextKey(page);
    await expect(page.locator("html")).toHaveAttribute("data-armed", "yes");
    await page.keyboard.press("7");
    times.push(await timed);
    expect(await count()).toBe(before + key);
  }
  const median = Math.round(times.sort((a, b) => a - b)[4] ?? 0);
  info.annotations.push({ type: "key to figures, median", description: `${median} ms` });
  process.stdout.write(`  key to figures at ${before} tokens in 500 messages: ${median} ms (median of 9)\n`);
});
