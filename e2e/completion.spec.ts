/** The editor knows the request: it completes fields, explains them, and offers ready pieces. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const offer = (page: Page, label: string): Locator =>
  page.locator(".suggest-widget .monaco-list-row").filter({ has: page.getByText(label, { exact: true }) });

/** Puts the cursor behind the first character of the document. */
async function goToStart(page: Page, right: number): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Home");
  for (let step = 0; step < right; step++) await page.keyboard.press("ArrowRight");
}

test("Ctrl+Space inside a message offers its fields, and Enter writes one", async ({ page, playground }) => {
  await playground.open();
  await playground.paste("[{}]");
  await goToStart(page, 2);
  await page.keyboard.press("Control+Space");
  await expect(offer(page, "role")).toBeVisible();
  await expect(offer(page, "content")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(offer(page, "user")).toBeVisible();
  await page.keyboard.type("us");
  await page.keyboard.press("Enter");
  await expect(page.locator(".view-lines")).toContainText('[{"role": "user"}]');
});

test("the pointer on cache_control explains what it does", async ({ page, playground }) => {
  const part = { type: "text", text: "Hello", cache_control: { type: "ephemeral" } };
  await playground.openDocument({ messages: [{ role: "user", content: [part] }] });
  const word = page
    .locator(".view-lines")
    .getByText(/cache_control/)
    .first();
  const shown = page.locator(".monaco-hover").filter({ hasText: "cache_control" });
  // Hints that are drawn meanwhile move the text and close the explanation: whoever reads on points again.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await word.hover();
    await expect(shown).toContainText("1,024 tokens", { timeout: 2000 });
  }).toPass();
  await expect(shown).toContainText("At most four markers");
});

test("a snippet writes a system message with a marker, which the page counts", async ({
  page,
  playground,
}) => {
  const messages = [{ role: "user", content: "Hello" }];
  await playground.openDocument(JSON.stringify({ messages }));
  await expect(playground.markers).toHaveCount(0);
  await playground.editor.click();
  await goToStart(page, '{"messages":['.length);
  await page.keyboard.press("Control+Space");
  await offer(page, "system message with marker").click();
  await expect(playground.segment("system")).toBeVisible();
  await expect(playground.markers).toHaveCount(1);
  await playground.undo();
  await expect(playground.markers).toHaveCount(0);
});

test("a text of 3,000 brackets, and one of a megabyte, are typed in and asked about without an error", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.paste("[".repeat(3000));
  await page.keyboard.type('"x" ');
  await page.keyboard.press("Control+Space");
  await page.keyboard.press("Escape");
  await expect(page.locator(".view-lines")).toContainText("x");

  const content = "The prefix of a request is what was read before. ".repeat(21_000);
  await playground.paste(
    JSON.stringify({ model: "qwen3-max", messages: [{ role: "user", content }] }, null, 2),
  );
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type('"to');
  await expect(offer(page, "tools")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator(".view-line").first()).toContainText('{"tools": [],');
});
