/** Messages are added, copied, moved and removed from the prefix panel; each is one edit that can be undone. */
import { expect, test } from "./support/test";

const document = {
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: "You are terse." },
    { role: "user", content: "First question" },
    { role: "assistant", content: "First answer" },
    { role: "user", content: "Second question" },
  ],
};

test("the menu of a message adds, duplicates, moves and removes", async ({ page, playground }) => {
  await playground.openDocument(document);
  const menu = page.getByRole("button", { name: "Actions for user message 2" });
  const rows = page.locator("[data-segment^='/messages/']");
  const said = page.getByRole("status").first();

  await menu.click();
  await expect(page.getByRole("menu")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Add message after" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(said).toHaveText("Message 2 (user) duplicated.");
  await expect(rows).toHaveCount(5);
  await expect(page.locator("[data-segment='/messages/2']")).toBeFocused();

  await menu.click();
  await page.getByRole("menuitem", { name: "Move down" }).click();
  await expect(said).toHaveText("Message moved to place 3, user.");

  await page.getByRole("button", { name: "Actions for user message 5" }).click();
  await page.getByRole("menuitem", { name: "Add message after" }).click();
  await expect(page.getByRole("button", { name: "Actions for assistant message 6" })).toBeVisible();
  await expect(page.locator("[data-segment='/messages/5']")).toBeFocused();

  await page.getByRole("button", { name: "Actions for assistant message 4" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(said).toHaveText("Message 4 (assistant) removed.");
  await expect(rows).toHaveCount(5);
});

test("Escape closes the menu and gives the focus back", async ({ page, playground }) => {
  await playground.openDocument(document);
  const menu = page.getByRole("button", { name: "Actions for user message 4" });
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(menu).toBeFocused();
});

test("by keyboard: a message moves, the focus goes with it, and undo restores the text exactly", async ({
  page,
  playground,
}) => {
  await playground.openDocument(document);
  const before = await playground.readLink();
  await playground.segment("assistant").focus();
  await page.keyboard.press("Alt+Shift+ArrowUp");
  const second = page.locator("[data-segment='/messages/1']");
  await expect(second).toHaveAccessibleName(/^assistant, .*First answer/);
  await expect(second).toBeFocused();
  await expect(page.getByRole("status").first()).toHaveText("Message moved to place 2, assistant.");
  await playground.undo();
  await expect(second).toHaveAccessibleName(/^user, .*First question/);
  expect(await playground.readLink()).toBe(before);
});

test("by keyboard: A adds, D duplicates, Delete removes, M still places a marker", async ({
  page,
  playground,
}) => {
  await playground.openDocument(document);
  const rows = page.locator("[data-segment^='/messages/']");
  await playground.segment("system").focus();
  await page.keyboard.press("a");
  await expect(rows).toHaveCount(5);
  await expect(page.locator("[data-segment='/messages/1']")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(rows).toHaveCount(4);
  await playground.segment("assistant").focus();
  await page.keyboard.press("d");
  await expect(rows).toHaveCount(5);
  await page.keyboard.press("m");
  await expect(playground.markers).toHaveCount(1);
});

test("the only message stays, and the page says why", async ({ page, playground }) => {
  await playground.openDocument([{ role: "user", content: "Alone" }]);
  await playground.segment("user").focus();
  await page.keyboard.press("Delete");
  await expect(page.getByText("This is the only message, and a request needs at least one.")).toBeVisible();
  await expect(playground.segment("user")).toBeVisible();
});

test("the system text of the Anthropic dialect can be removed but not moved", async ({
  page,
  playground,
}) => {
  await playground.openDocument({
    model: "qwen3.7-max",
    system: "You are terse.",
    messages: [{ role: "user", content: "Q" }],
  });
  await page.getByRole("button", { name: "Actions for system message 1" }).click();
  await expect(page.getByRole("menuitem")).toHaveText([/Add message after/, /Remove/]);
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(playground.segment("system")).toHaveCount(0);
});
