/** The whole product in Chinese: no English sentence is left on any page, dialog or tab, and the tasks go as in English. */
import type { Page } from "@playwright/test";
import { LANGUAGE_NAMES } from "../lib/words/languages";
import { zh } from "../lib/words/zh";
import { listEnglish } from "./support/english-left";
import { expect, test } from "./support/test";

test.use({ locale: "zh-CN" });

const expectChinese = async (page: Page, where: string): Promise<void> =>
  expect.soft(await listEnglish(page), where).toEqual([]);

test("a Chinese browser gets Chinese, an address may ask for another, and the switch changes it at once", async ({
  page,
}) => {
  await page.goto("/rules");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.goto("/rules?lang=en");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("menuitem", { name: LANGUAGE_NAMES.zh.name }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("button", { name: zh.header.language })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
});

for (const path of ["/learn", "/connect", "/record", "/audit", "/probes", "/layers", "/rules"]) {
  test(`${path} has no English sentence`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectChinese(page, path);
  });
}

test("the page, its tabs, views and sheets have no English sentence", async ({ page }) => {
  test.slow();
  await page.goto("/");
  await expect(page.locator("[data-bill=cost]")).toBeVisible();
  await expectChinese(page, "first view");
  for (const tab of await page.getByRole("tab").all()) {
    if (!(await tab.isVisible())) continue;
    await tab.click();
    await expectChinese(page, `tab ${await tab.textContent()}`);
  }
  for (const view of await page.getByRole("radio").all()) {
    if (!(await view.isVisible())) continue;
    await view.click();
    await expectChinese(page, `view ${await view.textContent()}`);
  }
  for (const button of await page.locator("[data-sheet-button]").all()) {
    await button.click();
    await expect(page.locator("[data-busy=true]")).toHaveCount(0);
    await expectChinese(page, `sheet ${await button.textContent()}`);
    await page.keyboard.press("Escape");
  }
  await expect(page.locator("[data-bill=cost]")).toBeVisible();
});

test("what the top line opens has no English sentence", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("[data-bill=cost]")).toBeVisible();
  // A modal window hides the page behind it from roles, not from selectors.
  const buttons = page.locator("header").first().locator("button, [role=combobox]");
  for (let at = 0; at < (await buttons.count()); at++) {
    const button = buttons.nth(at);
    if (!(await button.isVisible()) || !(await button.isEnabled())) continue;
    const name = (await button.getAttribute("aria-label")) ?? (await button.textContent());
    await button.click();
    await expectChinese(page, `opened by ${name}`);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("banner")).toBeVisible();
  }
});

test("the API answers in the language that is asked for", async ({ request }) => {
  const ask = async (language: string): Promise<string> => {
    const answer = await request.post("/api/v1/simulate", {
      headers: { "accept-language": language },
      data: { requests: [] },
    });
    expect(answer.status()).toBe(400);
    return ((await answer.json()) as { error: { message: string } }).error.message;
  };
  expect(await ask("zh-CN")).toMatch(/\p{Script=Han}/u);
  expect(await ask("en")).not.toMatch(/\p{Script=Han}/u);
});
