/** A lesson in front of a class: by clicker alone, with notes in a second window, without network once it is loaded. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { listEnglish } from "./support/english-left";
import { expect, test } from "./support/test";

test.use({ viewport: { width: 1280, height: 720 } });

const presented = (page: Page) => page.locator("[data-presented]");
const row = (page: Page, number: number) => page.locator(`[data-lesson-stage] [data-request="${number}"]`);

test("a clicker goes through the whole lesson: the answer is covered until a key, the fix is done by keys", async ({
  page,
}) => {
  await page.goto("/learn/clock?mode=present");
  await expect(presented(page)).toHaveAttribute("data-presented", "see");
  await expect(page.getByText("Current time: 2026", { exact: false }).first()).toBeVisible();
  // Nothing of the page's controls is there.
  await expect(page.getByRole("link")).toHaveCount(0);
  await page.keyboard.press("PageDown");
  await expect(presented(page)).toHaveAttribute("data-presented", "predict");
  await expect(row(page, 2)).toHaveAccessibleName(/covered/);
  await expectAccessible(page);
  await page.keyboard.press("Space");
  await expect(presented(page)).toHaveAttribute("data-presented", "reveal");
  await expect(row(page, 2)).toHaveAccessibleName(/miss/);
  await expect(page.locator("[data-verdict]")).toContainText("The answer: Nothing.");
  await page.keyboard.press("ArrowRight");
  await expect(presented(page)).toHaveAttribute("data-presented", "mend");
  await page.keyboard.press("PageDown");
  await expect(row(page, 2)).toHaveAccessibleName(/; hit [\d,]+; /);
  await expect(page.getByText(/^Done: 3 requests/)).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(presented(page)).toHaveAttribute("data-presented", "after");
  await page.keyboard.press("PageUp");
  await expect(presented(page)).toHaveAttribute("data-presented", "mend");
  await page.keyboard.press("b");
  await expect(page.locator("[data-black]")).toBeVisible();
  await page.keyboard.press("b");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/learn\/clock\/4$/);
});

test("words and rows are large enough for the last row", async ({ page }) => {
  await page.goto("/learn/clock/2?mode=present");
  await expect(row(page, 2)).toBeVisible();
  const sizes = await page.evaluate(() => {
    const sizeOf = (selector: string): number => {
      const element = document.querySelector(selector);
      return element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0;
    };
    const outcome = [...document.querySelectorAll("[data-lesson-stage] svg text")].at(-1);
    return {
      heading: sizeOf("h1"),
      body: sizeOf("[data-step] .leading-snug p"),
      map: outcome?.getBoundingClientRect().height ?? 0,
    };
  });
  expect(sizes.heading).toBeGreaterThanOrEqual(36);
  expect(sizes.body).toBeGreaterThanOrEqual(24);
  expect(sizes.map).toBeGreaterThanOrEqual(14);
});

test("the second window has the notes and what comes next, and its keys turn the steps", async ({ page }) => {
  await page.goto("/learn/clock?mode=present");
  await expect(presented(page)).toHaveAttribute("data-presented", "see");
  const opened = page.waitForEvent("popup");
  await page.keyboard.press("n");
  const notes = await opened;
  await expect(notes.locator("[data-notes]")).toHaveAttribute("data-notes", "see");
  await expect(notes.getByText("A minute later")).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(notes.locator("[data-notes]")).toHaveAttribute("data-notes", "predict");
  await notes.keyboard.press("PageDown");
  await expect(presented(page)).toHaveAttribute("data-presented", "reveal");
  await expect(notes.locator("[data-notes]")).toHaveAttribute("data-notes", "reveal");
  await expect(notes.getByRole("heading", { level: 1 })).toHaveText("It reads 0 tokens");
});

test("once loaded it needs no network, for the next lesson neither", async ({ page, context }) => {
  await page.goto("/learn/clock/4?mode=present");
  await expect(row(page, 2)).toHaveAccessibleName(/miss/);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.keyboard.press("PageDown");
  await expect(page.getByText(/^Done: 3 requests/)).toBeVisible();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await expect(page.locator("[data-lesson]")).not.toHaveAttribute("data-lesson", "clock");
  await expect(page.locator("[data-step]")).not.toContainText("…");
  await context.setOffline(false);
});

test("the same in Chinese", async ({ page }) => {
  await page.goto("/learn/clock?mode=present&lang=zh");
  for (const [step, says] of [
    ["see"],
    ["predict"],
    ["reveal"],
    ["mend"],
    // The fix is played before a key leads on.
    ["mend", "完成："],
    ["after"],
  ] as const) {
    await expect(presented(page)).toHaveAttribute("data-presented", step);
    await expect(page.locator("[data-lesson]")).toContainText(says ?? "");
    expect.soft(await listEnglish(page), step).toEqual([]);
    await expect(page.locator("[data-step]")).not.toContainText("…");
    await page.keyboard.press("PageDown");
  }
});
