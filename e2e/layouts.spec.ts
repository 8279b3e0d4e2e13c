/** Work is kept in the browser: over reloads and visits, under names, and with several tabs open at once. */
import { expectAccessible } from "./support/axe";
import { Playground } from "./support/playground";
import { expect, test } from "./support/test";

const MINE = JSON.stringify({
  model: "qwen3.7-max",
  messages: [{ role: "user", content: "My own request" }],
});
const OTHER = MINE.replace("My own request", "Another tab's request");

const openLayouts = (playground: Playground) => playground.openDocuments();

/** Until what was typed last lies in the browser's storage. */
async function waitUntilKept(playground: Playground): Promise<void> {
  await openLayouts(playground);
  await expect(playground.page.locator("[data-layout-status=kept]")).toBeVisible();
  await playground.page.getByRole("button", { name: "Close", exact: true }).click();
}

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("what was changed is there again after a reload, and on the next visit", async ({
  page,
  playground,
  context,
}) => {
  await playground.open();
  await playground.paste(MINE);
  await waitUntilKept(playground);
  await page.reload();
  await expect(playground.editor).toContainText("My own request");
  await page.close();
  const later = new Playground(await context.newPage());
  await later.page.goto("/");
  await expect(later.editor).toContainText("My own request");
});

test("edits of a link come back over the link; the link itself opens anew elsewhere", async ({
  page,
  playground,
}) => {
  await playground.openDocument(OTHER);
  await playground.paste(MINE);
  await waitUntilKept(playground);
  await page.reload();
  await expect(playground.editor).toContainText("My own request");
  await expect(playground.editor).not.toContainText("Another tab's request");
});

test("layouts have names, are opened again, copied and removed", async ({ page, playground }) => {
  await playground.open();
  await playground.paste(MINE);
  await openLayouts(playground);
  await page.getByLabel("Name", { exact: true }).fill("Support agent");
  await expect(page.locator("[data-layout-status=kept]")).toBeVisible();
  await expect(page.getByRole("list", { name: "Kept layouts" })).toContainText("Support agent");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page).toHaveTitle(/^Support agent · /);

  await playground.chooseExample("Production agent, three markers");
  await expect(playground.document("Production agent, three markers")).toBeVisible();
  await playground.paste(OTHER);
  // One's own text has no name of the example's.
  await expect(playground.document("Untitled")).toBeVisible();
  await waitUntilKept(playground);

  await openLayouts(playground);
  const kept = page.getByRole("list", { name: "Kept layouts" });
  await expect(kept.getByRole("listitem")).toHaveCount(2);
  await kept.getByRole("button", { name: /^Support agent/ }).click();
  await expect(playground.editor).toContainText("My own request");

  await openLayouts(playground);
  await page.getByRole("button", { name: "Duplicate" }).click();
  await expect(kept.getByRole("listitem")).toHaveCount(3);
  await kept.getByRole("button", { name: "Remove Untitled" }).click();
  await kept.getByRole("button", { name: "Remove Untitled for good" }).click();
  await expect(kept.getByRole("listitem")).toHaveCount(2);
  await expect(kept).not.toContainText("Untitled");
});

test("two tabs do not overwrite each other", async ({ page, playground, context }) => {
  await playground.open();
  await playground.paste(MINE);
  await waitUntilKept(playground);

  const second = new Playground(await context.newPage());
  await second.open();
  await expect(second.editor).not.toContainText("My own request");
  await second.paste(OTHER);
  await waitUntilKept(second);
  await openLayouts(second);
  const kept = second.page.getByRole("list", { name: "Kept layouts" }).getByRole("listitem");
  await expect(kept).toHaveCount(2);

  // The layout that the first tab works on opens here as a copy.
  await kept.last().getByRole("button").first().click();
  await expect(second.editor).toContainText("My own request");
  await expect(second.document(/^Document: .* \(copy\)$/)).toBeVisible();
  await second.paste(MINE.replace("My own", "A copied"));
  await waitUntilKept(second);

  await page.bringToFront();
  await page.reload();
  await expect(playground.editor).toContainText("My own request");
});

test("a first visit shows the first preset and keeps nothing of it", async ({ page, playground }) => {
  await playground.open();
  await openLayouts(playground);
  await expect(page.locator("[data-layout-status=unchanged]")).toBeVisible();
  await expect(page.getByText("Nothing yet")).toBeVisible();
});
