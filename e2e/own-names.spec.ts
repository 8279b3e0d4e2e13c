/** Names that every object answers to are names like any other on the page, and no layout keeps the page from opening. */
import { readFile } from "node:fs/promises";
import { expect, test } from "./support/test";

const NAMES = ["constructor", "toString", "__proto__"];
const tag = "[data-precision]";

for (const name of NAMES)
  test(`a model and a tool called ${name} are shown, and are there again after a reload`, async ({
    page,
    playground,
  }) => {
    await playground.openDocument({
      model: name,
      messages: [{ role: "user", content: "Hello" }],
      tools: [{ type: "function", function: { name, parameters: { type: "object", properties: {} } } }],
    });
    await page.locator(tag).click();
    await expect(page.getByLabel("Billed prompt tokens")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.reload();
    await playground.ready();
    await expect(page.locator(tag)).toBeVisible();
  });

test.describe("a layout that the page cannot show", () => {
  test.use({
    allowedErrors: [/this figure cannot be drawn/],
    permissions: ["clipboard-read", "clipboard-write"],
  });

  test("is offered as a file, and the page opens without it", async ({ page, playground }) => {
    // No layout known to do so is left: one figure of the calibrated model's is made to fail.
    await page.addInitScript(() => {
      const write = Number.prototype.toFixed;
      Number.prototype.toFixed = function toFixed(digits) {
        if (Number(this) === 1.2345) throw new Error("this figure cannot be drawn");
        return write.call(this, digits);
      };
      localStorage.setItem("calibrations", JSON.stringify({ "my-model": 1.2345 }));
    });
    await playground.open();
    await playground.paste(
      JSON.stringify({ model: "my-model", messages: [{ role: "user", content: "My own request" }] }),
    );
    await page.locator(tag).click();
    const heading = page.getByRole("heading", { name: "The page cannot show this layout" });
    await expect(heading).toBeFocused();

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the layout" }).click();
    expect(await readFile(await (await download).path(), "utf8")).toContain("My own request");

    await page.getByRole("button", { name: "Open without it" }).click();
    await playground.ready();
    await expect(playground.editor).not.toContainText("My own request");
    await expect(heading).toBeHidden();

    await test.step("and it does not open by itself on the next visit", async () => {
      await page.evaluate(() => sessionStorage.clear());
      await page.goto("/");
      await playground.ready();
      await expect(playground.editor).not.toContainText("My own request");
    });
  });
});
