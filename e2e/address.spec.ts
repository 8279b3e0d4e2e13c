/** The address is the state: a reload changes nothing, back and forward work, and no prompt is in the query. */
import { expect, test } from "./support/test";
import { openSheet, showView } from "./support/views";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const MINE = JSON.stringify({
  model: "qwen3.7-max",
  messages: [{ role: "user", content: "My own request" }],
});

test("a reload shows the same example, request, view and tab", async ({ page, playground }) => {
  await playground.open();
  await playground.chooseExample("Production agent, three markers");
  await playground.request(3).click();
  await playground.openTab("Why");
  await showView(page, "Table");
  await expect.poll(() => playground.fragment).toBe("example=agent&request=3&view=table&tab=why");
  await page.reload();
  await playground.ready();
  await expect(playground.document("Production agent, three markers")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Table" })).toBeChecked();
  await expect(page.getByRole("tab", { name: "Why" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("tabpanel", { name: "Why" })).toContainText(/Request 3/);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  expect(playground.fragment).toBe("example=agent&request=3&view=table&tab=why");
  expect(new URL(page.url()).search).toBe("");
});

const TABS = { problems: "Problems", why: "Why", model: "Model sees", rules: "Rules" };

for (const width of [1440, 390])
  test(`an address that names a tab of the side panel opens it, ${width} px wide`, async ({
    page,
    playground,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const [tab, label] of Object.entries(TABS)) {
      await page.goto("about:blank");
      await page.goto(`/#tab=${tab}`);
      const panel = page.getByRole("region", { name: "Problems, reasons and rules" });
      await expect(panel.getByRole("tab", { name: label, selected: true })).toBeVisible();
      await expect(panel.getByRole("tabpanel", { name: label })).toBeVisible();
    }
    // The page that is open already follows the address as well.
    await page.evaluate(() => window.location.assign("#tab=problems"));
    await expect(page.getByRole("tab", { name: "Problems", selected: true }).last()).toBeVisible();
    await expect.poll(() => playground.fragment).toMatch(/tab=problems$/);
  });

test("a step back on a phone leaves in front what is there", async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/#tab=rules");
  const parts = page.getByRole("tablist", { name: "Panels" });
  await expect(page.getByRole("tab", { name: "Rules", selected: true })).toBeVisible();
  await parts.getByRole("tab", { name: "Map" }).click();
  await page.getByRole("radio", { name: "Over time" }).check();
  await expect.poll(() => playground.fragment).toContain("view=");
  await page.goBack();
  await expect(page.getByRole("radio", { name: "Map" })).toBeChecked();
  await expect(parts.getByRole("tab", { name: "Map", selected: true })).toBeVisible();
});

test("back and forward go through documents and views", async ({ page, playground }) => {
  await playground.open();
  const placements = page.getByRole("region", { name: "Placements", exact: true });
  await playground.chooseExample("Batch processing");
  await showView(page, "Over time");
  await openSheet(page, "Placements");
  await expect.poll(() => playground.fragment).toBe("example=batch&view=time&sheet=placements");
  await playground.chooseExample("Function calling");
  await expect(playground.document("Function calling")).toBeVisible();

  await page.goBack();
  await expect(playground.document("Batch processing")).toBeVisible();
  await expect(placements).toBeVisible();
  await expect(page.getByRole("radio", { name: "Over time" })).toBeChecked();
  await page.goBack();
  await expect(placements).toBeHidden();
  await expect(page.getByRole("radio", { name: "Over time" })).toBeChecked();
  await page.goBack();
  await expect(page.getByRole("radio", { name: "Map" })).toBeChecked();
  await expect(playground.document("Batch processing")).toBeVisible();
  await page.goBack();
  await expect(playground.document("Multi-turn conversation")).toBeVisible();
  await expect(playground.request(2)).toHaveAccessibleName(/8,739 read/);
  await page.goForward();
  await page.goForward();
  await page.goForward();
  await expect(placements).toBeVisible();
  await expect(playground.document("Batch processing")).toBeVisible();
});

test("one's own document is in no address, comes back by Back, and after a reload", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.paste(MINE);
  await expect(playground.document("Untitled")).toBeVisible();
  await playground.request(3).click();
  await expect.poll(() => playground.fragment).toBe("request=3");
  await playground.openDocuments();
  await expect(page.locator("[data-layout-status=kept]")).toBeVisible();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await playground.chooseExample("Batch processing");
  await expect.poll(() => playground.fragment).toBe("example=batch");

  await page.goBack();
  await expect(playground.document("Untitled")).toBeVisible();
  await expect.poll(() => playground.fragment).toBe("request=3");
  await expect(page.locator("[data-following='3']")).toBeVisible();
  await page.reload();
  await playground.ready();
  await expect(playground.document("Untitled")).toBeVisible();
  await expect.poll(() => playground.fragment).toBe("request=3");
  await page.getByRole("button", { name: "Back to the document" }).click();
  await expect(playground.editor).toContainText("My own request");
});

test("a link stays in the address until the layout is edited, and a second one opens in its place", async ({
  page,
  playground,
}) => {
  await playground.openDocument(MINE);
  await expect.poll(() => playground.fragment).toMatch(/^v1\.[\w-]+$/);
  await playground.request(1).click();
  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("// mine");
  await expect.poll(() => playground.fragment).toBe("");
  await expect(playground.document("Layout from a link · edited")).toBeVisible();
  await playground.undo();
  await playground.openDocument(MINE.replace("My own", "Another"));
  await expect(playground.editor).toContainText("Another request");
});

test("an address that makes no sense leaves a usable page", async ({ page, playground }) => {
  await playground.openWith("example=nobody&request=99&view=clouds");
  await expect(playground.request(2)).toBeVisible();
  await expect(page.getByRole("radio", { name: "Map" })).toBeChecked();
});
