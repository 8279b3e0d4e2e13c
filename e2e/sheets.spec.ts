/** The tools of the conversation: Escape closes each, the focus goes back, and what was just done covers none of them. */
import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/test";
import { openSheet } from "./support/views";

const SHEETS = ["Edit turns", "Placements", "Savings", "Compare", "Keep-alive", "Run"];

test("Escape closes every tool, from its button and from inside, and its button has the focus", async ({
  page,
  playground,
}) => {
  await playground.openWith("example=agent");
  for (const name of SHEETS) {
    const button = page.getByRole("button", { name, exact: true });
    const sheet = page.getByRole("region", { name, exact: true });
    await button.click();
    await expect(sheet).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await button.press("Enter");
    await sheet.getByRole("button", { name: /^(Close|Back to the map)$/ }).focus();
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await expect(button).toBeFocused();
  }
});

test("Escape in a menu of a tool closes the menu alone", async ({ page, playground }) => {
  await playground.openWith("example=agent");
  await openSheet(page, "Edit turns");
  await page.getByRole("button", { name: "Add turn", exact: true }).click();
  await expect(page.getByRole("menuitem", { name: "Next user message" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menuitem")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Edit turns" })).toBeVisible();
});

for (const width of [1440, 390]) {
  test(`what was just done is said in the bill's line, beside everything else, at ${width} px`, async ({
    page,
    playground,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/#example=agent&sheet=placements");
    await expect(playground.bill("cost")).toBeVisible();
    const sheet = page.getByRole("region", { name: "Placements" });
    await sheet
      .getByRole("button", { name: /^Use: / })
      .first()
      .click();
    const said = page.getByRole("region", { name: "Bill" }).getByText(/^Markers placed/);
    await expect(said).toBeVisible();
    // The bar may still be growing by a line.
    await expect(async () => {
      const [above, below] = [await sheet.boundingBox(), await said.boundingBox()];
      expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    }).toPass();
  });
}

test("on a phone every act of the top line and every tool is in sight or in one menu", async ({
  page,
  playground,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await expect(playground.request(2)).toBeVisible();
  for (const name of [...SHEETS, "Share", "More", "Options"]) {
    const box = await page.getByRole("button", { name, exact: true }).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 390) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
  const more = page.getByRole("button", { name: "More" });
  await more.click();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "Code" }).click();
  await expect(page.getByRole("dialog", { name: "The request as code" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await more.click();
  await page.getByRole("menuitem", { name: "Import" }).click();
  await expect(page.getByRole("dialog", { name: "Import" })).toBeVisible();
});
