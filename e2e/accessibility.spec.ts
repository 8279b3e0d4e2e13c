/** Every view of the page is free of accessibility violations, wide and narrow. */
import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/test";
import { showView } from "./support/views";

test("problems, rules, the table and the share dialog", async ({ page, playground }) => {
  await playground.openDocument({
    model: "qwen3.7-max",
    messages: [{ role: "user", content: "Hi", cache_control: {} }],
  });
  await playground.openTab("Problems");
  await expectAccessible(page);
  await playground.openTab("Rules");
  await showView(page, "Table");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Share" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await playground.openTab("Model sees");
  await page.getByText("user 5 tokens").click();
  await expect(page.locator("[data-token]").first()).toBeVisible();
  await page.locator("[data-precision]").click();
  await expectAccessible(page);
});

test("on a phone, tab by tab", async ({ page, playground }) => {
  // Every tab in two themes.
  test.slow();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await expect(playground.request(2)).toBeVisible();
  await expectAccessible(page);
  for (const tab of ["Request", "Why", "Problems"]) {
    await playground.openTab(tab);
    await expect(page.getByRole("tab", { name: tab, selected: true }).last()).toBeVisible();
    await expectAccessible(page);
  }
});

test("nothing is wider than the screen at 320 px", async ({ page, playground }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/");
  await expect(playground.request(2)).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
