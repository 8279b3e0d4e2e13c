/** Undo is one: whatever was changed, by whatever panel, the same key and the same arrow take it back. */
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { pick, pickerOf } from "./support/pick";
import { expect, test } from "./support/test";
import { showView } from "./support/views";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const undoButton = (page: Page): Locator => page.getByRole("banner").getByRole("button", { name: /^Undo/ });
const redoButton = (page: Page): Locator => page.getByRole("button", { name: /^Redo/ });
const gap = (page: Page): Locator => page.getByLabel("Gap before request 2, seconds");
const scenario = (page: Page): Locator => pickerOf(page, "Scenario");

test("marker, gap, region, scenario and document are taken back in turn, and done again", async ({
  page,
  playground,
}) => {
  await playground.open();
  await expect(undoButton(page)).toHaveAccessibleName("Undo");
  await expect(undoButton(page)).toBeDisabled();
  const cost = (await playground.bill("cost").textContent()) ?? "";
  const played = (await scenario(page).textContent()) ?? "";

  await playground.markers.first().focus();
  await page.keyboard.press("Delete");
  await expect(playground.markers).toHaveCount(0);
  await expect(undoButton(page)).toHaveAccessibleName("Undo: marker removed");
  await pick(page, "Region", "Beijing");
  await pick(page, "Scenario", "Same request, five times");
  await playground.chooseExample("Batch processing");
  await expect(playground.document("Batch processing")).toBeVisible();

  await playground.undo();
  await expect(playground.document("Multi-turn conversation · edited")).toBeVisible();
  await expect(scenario(page)).toContainText("Same request, five times");
  await playground.undo();
  await expect(scenario(page)).toHaveText(played);
  await undoButton(page).click();
  await expect(playground.bill("cost")).toContainText("$");
  await undoButton(page).click();
  await expect(playground.markers).toHaveCount(1);
  await expect(playground.bill("cost")).toHaveText(cost);
  await expect(playground.document("Multi-turn conversation")).toBeVisible();
  await expect(undoButton(page)).toBeDisabled();
  await expectAccessible(page);

  await redoButton(page).click();
  await expect(playground.markers).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Y");
  await expect(playground.bill("cost")).toContainText("¥");
});

test("typing in the editor is undone from elsewhere, and other acts from the editor", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type(' "user": "me",');
  await expect(page.locator(".view-lines")).toContainText('"user": "me"');
  await playground.request(2).focus();
  await playground.undo();
  await expect(page.locator(".view-lines")).not.toContainText('"user": "me"');
  await playground.redo();
  await expect(page.locator(".view-lines")).toContainText('"user": "me"');

  await playground.markers.first().focus();
  await page.keyboard.press("Delete");
  await expect(playground.markers).toHaveCount(0);
  await playground.editor.click();
  await playground.undo();
  await expect(playground.markers).toHaveCount(1);
  await expect(page.locator(".view-lines")).toContainText('"user": "me"');
  await playground.undo();
  await expect(page.locator(".view-lines")).not.toContainText('"user": "me"');
  await expect(undoButton(page)).toBeDisabled();
});

test("a field keeps its own undo while something was typed into it", async ({ page, playground }) => {
  await playground.open();
  await showView(page, "Table");
  const before = await gap(page).inputValue();
  await gap(page).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("301");
  await expect(gap(page)).toHaveValue("301");
  await pick(page, "Region", "Beijing");
  await gap(page).focus();
  await playground.undo();
  // Nothing was typed since the focus came back: the page's last act goes first.
  await expect(playground.bill("cost")).toContainText("$");
  await expect(gap(page)).toHaveValue("301");
  await undoButton(page).click();
  await expect(gap(page)).toHaveValue(before);

  const menu = await playground.openDocuments();
  const name = menu.getByLabel("Name", { exact: true });
  await name.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("!!");
  await playground.undo();
  await expect(name).not.toHaveValue(/!!$/);
  await expect(gap(page)).toHaveValue(before);
});

test("a text pasted over an example is one step back to it", async ({ page, playground }) => {
  await playground.open();
  const played = (await scenario(page).textContent()) ?? "";
  await playground.paste(
    JSON.stringify({ model: "qwen3.7-max", messages: [{ role: "user", content: "My own" }] }),
  );
  await expect(playground.document("Untitled")).toBeVisible();
  await expect(scenario(page)).toContainText("Three follow-up questions, 60 s apart");
  await playground.undo();
  await expect(playground.document("Multi-turn conversation")).toBeVisible();
  await expect(scenario(page)).toHaveText(played);
  await expect(playground.request(2)).toHaveAccessibleName(/8,739 read/);
});
