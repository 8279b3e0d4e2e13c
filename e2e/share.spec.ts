/** A link carries the whole layout in its fragment and opens as it was left. */
import { expect, test } from "./support/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a link reproduces document, model, region and scenario in another browser", async ({
  page,
  playground,
  browser,
  baseURL,
}) => {
  await playground.open();
  await playground.choosePreset("Production agent, three markers");
  await page.getByRole("combobox", { name: "Region" }).selectOption({ label: "Beijing" });
  await page.getByRole("combobox", { name: "Model" }).selectOption({ label: "qwen3.8-max" });
  await page.getByRole("combobox", { name: "Scenario" }).selectOption({ label: "Same request, five times" });
  await expect(playground.request(5)).toBeVisible();
  const cost = (await playground.bill("cost").textContent()) ?? "";
  const link = await playground.readLink();
  expect(link).toContain("#v1.");

  const other = await browser.newContext({ baseURL });
  const visitor = await other.newPage();
  await visitor.goto(link);
  await expect(visitor.locator("[data-bill=cost]")).toHaveText(cost);
  await expect(visitor.getByRole("combobox", { name: "Model" })).toHaveValue("qwen3.8-max");
  await expect(visitor.getByRole("combobox", { name: "Region" })).toHaveValue("cn");
  await expect(visitor.getByRole("combobox", { name: "Scenario" })).toHaveValue("Same request, five times");
  await other.close();
});

test("the size is shown and the link copied", async ({ page, playground }) => {
  await playground.open();
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.locator("[data-share=size]")).toHaveText(/^\d+(\.\d)? K?B$/);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("#v1.");
});

test("a damaged link says so and leaves a usable page", async ({ page, playground }) => {
  await playground.openWith("v1.this-is-not-a-link");
  await expect(page.getByRole("alert").filter({ hasText: /link/i })).toBeVisible();
  await expect(playground.request(2)).toBeVisible();
});
