/** Choosing a model and a region from lists that say what each gives, and the field's words explained in place. */
import { expectAccessibleAsShown } from "./support/axe";
import { pick, pickerOf } from "./support/pick";
import { expect, test } from "./support/test";

test("a model is found by typing, chosen by keyboard, and says what it caches", async ({
  page,
  playground,
}) => {
  await playground.open();
  const model = pickerOf(page, "Model");
  await expect(model).toContainText("qwen3.7-max");
  await expect(model.locator("[data-cache=explicit]")).toBeVisible();
  await model.focus();
  await page.keyboard.press("Enter");
  const search = page.getByPlaceholder(/^Search models/);
  await expect(search).toBeFocused();
  await page.keyboard.type("coder flash");
  await expect(page.getByRole("option")).toHaveCount(1);
  await expect(page.getByRole("option")).toContainText("per 1M input tokens");
  await expectAccessibleAsShown(page);
  await page.keyboard.press("Enter");
  await expect(model).toContainText("qwen3-coder-flash");
  await expect(playground.editor).toContainText("qwen3-coder-flash");
  await expect(model).toBeFocused();
});

test("a search that finds nothing says so; Escape leaves everything as it was", async ({
  page,
  playground,
}) => {
  await playground.open();
  const model = pickerOf(page, "Model");
  await model.click();
  await page.keyboard.type("no such model");
  await expect(page.getByText("No matches.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await expect(model).toContainText("qwen3.7-max");
  await expect(model).toBeFocused();
});

test("a region without the model says where to go instead", async ({ page, playground }) => {
  await playground.open();
  const region = pickerOf(page, "Region");
  await region.click();
  const virginia = page.getByRole("option", { name: /^Virginia/ });
  await expect(virginia).toContainText("not known to be offered here; choose Singapore or Beijing");
  await expectAccessibleAsShown(page);
  await virginia.click();
  await expect(region).toContainText("not offered");
  await pick(page, "Region", "Beijing");
  await expect(region).not.toContainText("not offered");
});

test("a name that is none of the list stays, with what it means", async ({ page, playground }) => {
  await playground.openDocument({
    model: "openrouter/qwen/qwen3.7-max",
    messages: [{ role: "user", content: "Hi" }],
  });
  await expect(pickerOf(page, "Model")).toContainText("(= qwen3.7-max)");
});

test("a word of the field is explained on focus, and Escape puts the card away", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.openTab("Why");
  const bill = page.getByRole("tabpanel", { name: "Why" });
  await bill.getByRole("button", { name: "written", exact: true }).focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  const card = page.getByText("billed at the creation price");
  await expect(card).toBeVisible();
  await expectAccessibleAsShown(page);
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(bill.getByRole("button", { name: "written", exact: true })).toBeFocused();
});

test("menus open by keyboard and go by arrows and first letters", async ({ page, playground }) => {
  await playground.open();
  const tools = page.getByRole("button", { name: "Tools" });
  await tools.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Connect your tool" })).toBeFocused();
  await page.keyboard.press("r");
  await expect(page.getByRole("menuitem", { name: "Record an agent" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(tools).toBeFocused();
});
