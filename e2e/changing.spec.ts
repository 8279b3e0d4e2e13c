/** Text that changes: drawn as a chip where it stands, changed by its menu, moved behind the marker, and said in money. */
import type { Page } from "@playwright/test";
import { scenarios } from "../lib/timeline/scenarios";
import { expectAccessible } from "./support/axe";
import type { Playground } from "./support/playground";
import { expect, test } from "./support/test";
import { openSheet } from "./support/views";

const scenario = scenarios.find(({ name }) => name === "Same request, five times") ?? null;
const LONG = "Answer in the words of the manual and name the page. ".repeat(300);

const openClock = (playground: Playground): Promise<void> =>
  playground.openDocument(
    {
      model: "qwen3.7-max",
      messages: [
        {
          role: "system",
          content: [
            { type: "text", text: "Current time: 2026-11-21 09:30:12\nTenant Alpha." },
            { type: "text", text: LONG, cache_control: { type: "ephemeral" } },
          ],
        },
        { role: "user", content: "How do I reset the device?" },
      ],
    },
    { scenario },
  );

const chip = (page: Page) => page.locator(".changing-hint");
const pick = (page: Page, name: string) => page.getByRole("menuitem", { name }).click();

test("a clock is a chip; its menu holds it still, and the requests read", async ({ playground, page }) => {
  await openClock(playground);
  await expect(chip(page)).toHaveText(/by\sthe\sminute/);
  const before = await playground.bill("cost").textContent();
  await chip(page).click();
  const menu = page.getByRole("menu", { name: "How “2026-11-21 09:30:12” changes" });
  await expect(menu).toBeVisible();
  await expectAccessible(page);
  await pick(page, "Never changes");
  await expect(menu).toBeHidden();
  await expect(chip(page)).toHaveText(/never/);
  await expect(playground.bill("cost")).not.toHaveText(before ?? "");
  await chip(page).click();
  await pick(page, "Changes as its kind does");
  await expect(chip(page)).toHaveText(/by\sthe\sminute/);
  await expect(playground.bill("cost")).toHaveText(before ?? "");
});

test("by the keyboard: the text at the cursor moves behind the marker", async ({ playground, page }) => {
  await openClock(playground);
  await expect(chip(page)).toBeVisible();
  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+F");
  await page.keyboard.type("09:30:12");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Alt+Enter");
  await expect(page.getByRole("menu", { name: "How “2026-11-21 09:30:12” changes" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Changes each request" })).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: "Move behind the last marker" })).toBeFocused();
  await page.keyboard.press("Enter");
  await playground.openTab("Problems");
  await expect(playground.problem("volatile-before-marker")).toHaveCount(0);
  await playground.undo();
  await expect(playground.problem("volatile-before-marker")).toHaveCount(1);
});

test("any selected text can be set to change", async ({ playground, page }) => {
  await openClock(playground);
  await expect(chip(page)).toHaveCount(1);
  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+F");
  await page.keyboard.type("Tenant Alpha");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+Enter");
  await expect(page.getByRole("menu", { name: "How “Tenant Alpha” changes" })).toBeVisible();
  await pick(page, "Changes each request");
  await expect(chip(page)).toHaveCount(2);
  await expect(chip(page).last()).toHaveText(/each\srequest/);
  // A link brings it along.
  const link = await playground.readLink();
  await page.goto("about:blank");
  await page.goto(link);
  await playground.ready();
  await expect(chip(page)).toHaveCount(2);
});

test("the card says what its mend saves, and the bill agrees", async ({ playground, page }) => {
  await openClock(playground);
  await playground.openTab("Problems");
  const card = playground.problem("volatile-before-marker");
  const cost = card.locator("[data-fix-cost]");
  await expect(cost).toHaveText(/\$[\d.]+ → \$[\d.]+ \(−[\d.]+ ?%\)/);
  const [, before = "", after = ""] = /(\$[\d.]+) → (\$[\d.]+)/.exec((await cost.textContent()) ?? "") ?? [];
  await expect(playground.bill("cost")).toHaveText(before);
  await expectAccessible(page);
  await card.getByRole("button", { name: /^Move/ }).click();
  await expect(card).toHaveCount(0);
  await expect(playground.bill("cost")).toHaveText(after);
});

test("a run says that it sends the time of each request", async ({ playground, page }) => {
  await openClock(playground);
  await openSheet(page, "Run");
  await expect(
    page.getByText("“2026-11-21 09:30:12” is sent with its value at each request’s time in the scenario."),
  ).toBeVisible();
});
