/** Every rule has a page: what it says, on what evidence, and examples that open in the playground. */
import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/test";

test("a problem leads to its rule, whose bad example shows the problem again", async ({
  page,
  playground,
  context,
}) => {
  await playground.openDocument({
    model: "qwen3.7-max",
    messages: [{ role: "user", content: "Hi", cache_control: {} }],
  });
  await playground.openTab("Problems");
  const opened = context.waitForEvent("page");
  await playground
    .problem("marker-on-string-content")
    .getByRole("link", { name: "Marker beside the content" })
    .click();
  const rule = await opened;
  await expect(rule.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(rule);
  await rule.getByRole("link", { name: "Open in the playground" }).first().click();
  await expect(rule.locator('[data-rule="marker-on-string-content"]').first()).toBeAttached();
  await expect(page).toHaveTitle("Prompt Cache Playground");
});

test("the list names every rule and its evidence", async ({ page }) => {
  await page.goto("/rules");
  await expect(
    page.getByRole("link", { name: /documented|observed|inferred|third-party/ }).first(),
  ).toBeVisible();
  await expect(page.locator("code").filter({ hasText: "too-many-markers" })).toBeVisible();
  await expectAccessible(page);
});

test("an unknown rule is not found", async ({ request }) => {
  expect((await request.get("/rules/no-such-rule")).status()).toBe(404);
});
