/** A request can be written in the other dialect: what has no equivalent is shown first, and undo brings it back. */
import { expectAccessible } from "./support/axe";
import { pick, pickerOf } from "./support/pick";
import { expect, test } from "./support/test";

const openai = {
  model: "qwen3.7-max",
  max_tokens: 100,
  messages: [
    { role: "system", content: "You are terse." },
    { role: "user", content: "Hello" },
  ],
};

test("the function calling preset goes to the Anthropic dialect and back with the same figures", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.chooseExample("Function calling");
  await expect(playground.request(1)).toHaveAccessibleName(/1,995 written/);
  const tokens = (await page.locator("[data-tokens]").textContent()) ?? "";
  const dialect = pickerOf(page, "Dialect");
  await expect(dialect).toContainText("OpenAI");

  await pick(page, "Dialect", "Anthropic");
  const dialog = page.getByRole("dialog", { name: "Convert to the Anthropic dialect" });
  await expect(dialog.getByRole("listitem")).toHaveText(/max_tokens; 4096 is added/);
  await dialog.getByRole("button", { name: "Convert" }).click();

  await expect(dialog).toBeHidden();
  await expect(dialect).toContainText("Anthropic");
  await expect(playground.markers).toHaveCount(1);
  await expect(page.locator("[data-tokens]")).toHaveText(tokens);
  await expect(playground.request(1)).toHaveAccessibleName(/1,995 written/);

  await pick(page, "Dialect", "OpenAI");
  await expect(dialect).toContainText("OpenAI");
  await expect(page.locator("[data-tokens]")).toHaveText(tokens);
  await expect(playground.request(2)).toHaveAccessibleName(/1,995 read/);
});

test("without a loss nothing is asked, and one undo brings the old text back", async ({
  page,
  playground,
}) => {
  await playground.openDocument(openai);
  const dialect = pickerOf(page, "Dialect");
  await pick(page, "Dialect", "Anthropic");
  await expect(dialect).toContainText("Anthropic");
  await expect(page.locator(".view-lines")).toContainText('"system": "You are terse."');
  await playground.undo();
  await expect(dialect).toContainText("OpenAI");
  await expect(page.locator(".view-lines")).toContainText('"role": "system"');
});

test("a field without equivalent is named with its place before anything changes", async ({
  page,
  playground,
}) => {
  await playground.openDocument({ ...openai, response_format: { type: "json_object" } });
  const dialect = pickerOf(page, "Dialect");
  await pick(page, "Dialect", "Anthropic");
  const dialog = page.getByRole("dialog", { name: "Convert to the Anthropic dialect" });
  await expect(dialog.locator('[data-loss="/response_format"]')).toContainText("has no equivalent");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await expect(dialect).toContainText("OpenAI");
  await expect(page.locator(".view-lines")).toContainText("response_format");
});

test("a broken text is not converted, and the reason is said", async ({ page, playground }) => {
  await playground.openDocument(openai);
  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("]");
  await expect(page.getByText("last good text", { exact: true })).toBeVisible();
  const dialect = pickerOf(page, "Dialect");
  await pick(page, "Dialect", "Anthropic");
  await expect(dialect).toContainText("OpenAI");
  await expect(page.getByRole("alert").filter({ has: page.getByText(/\.$/) })).toBeVisible();
});
