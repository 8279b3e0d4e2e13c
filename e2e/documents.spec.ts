/** The document menu: one place for one's layouts and the examples, with pictures, and a name that says what is open. */
import { expectAccessible } from "./support/axe";
import { pickerOf } from "./support/pick";
import { expect, test } from "./support/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("examples have a picture, a title and one line, and the button never changes its width", async ({
  page,
  playground,
}) => {
  await playground.open();
  const width = (await playground.document().boundingBox())?.width;
  const menu = await playground.openDocuments();
  const examples = menu.getByRole("list", { name: "Examples" }).getByRole("listitem");
  await expect(examples).toHaveCount(6);
  for (const example of await examples.all()) {
    await expect(example.locator("svg rect").first()).toBeAttached();
    await expect(example).toContainText(/\w\.$/);
  }
  await expect(examples.getByRole("button", { name: /^Multi-turn conversation/ })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close", exact: true }).click();

  await playground.chooseExample("Production agent, three markers");
  await playground.listMessages();
  await playground.markers.first().focus();
  await page.keyboard.press("Delete");
  await expect(playground.document("Production agent, three markers · edited")).toBeVisible();
  expect((await playground.document().boundingBox())?.width).toBe(width);
});

test("an edited example stays that example, after a reload too; its edit taken back, it is untouched", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.markers.first().focus();
  await page.keyboard.press("Delete");
  await expect(playground.document("Multi-turn conversation · edited")).toBeVisible();
  await playground.openDocuments();
  await expect(page.locator("[data-layout-status=kept]")).toBeVisible();
  const kept = page.getByRole("list", { name: "Kept layouts" }).getByRole("listitem");
  await expect(kept).toHaveCount(1);
  await expect(kept.locator("svg rect").first()).toBeAttached();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await playground.undo();
  await expect(playground.document("Multi-turn conversation")).toBeVisible();
  await playground.redo();
  await expect(playground.document("Multi-turn conversation · edited")).toBeVisible();
  await page.reload();
  await playground.ready();
  await expect(playground.document("Multi-turn conversation · edited")).toBeVisible();
});

test("a new document is empty and plays a conversation without anybody's words", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.openDocuments();
  await page.getByRole("button", { name: "New", exact: true }).click();
  await expect(playground.document("Untitled")).toBeVisible();
  await expect(page.locator(".view-lines")).toContainText('"content": ""');
  const scenario = pickerOf(page, "Scenario");
  await expect(scenario).toContainText("Three follow-up questions, 60 s apart");
  await expect(playground.request(4)).toBeVisible();
  // Nothing is offered that needs tools.
  const choices = page.getByRole("listbox");
  const shuffled = choices.getByRole("option", { name: "Tools shuffled half-way" });
  await scenario.click();
  await expect(choices.getByRole("option", { name: "Same request, five times" })).toBeVisible();
  await expect(shuffled).toHaveCount(0);
  await page.keyboard.press("Escape");
  await playground.chooseExample("Function calling");
  await expect(playground.document("Function calling")).toBeVisible();
  await scenario.click();
  await expect(shuffled).toBeVisible();
});

test("on a phone the menu is as usable", async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/");
  await expect(playground.bill("cost")).toBeVisible();
  await playground.chooseExample("Batch processing");
  await expect(playground.document("Batch processing")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
