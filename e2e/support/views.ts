/** Going about the conversation: its three views, and the tools that open below it. */
import { expect, type Page } from "@playwright/test";

type View = "Map" | "Over time" | "Table";
type Sheet = "Edit turns" | "Placements" | "Layers" | "Keep-alive" | "Run";

export async function showView(page: Page, view: View): Promise<void> {
  await page
    .getByRole("radiogroup", { name: "View of the conversation" })
    .getByRole("radio", { name: view })
    .check();
}

/** Opens a tool by its button beside the bill, and leaves an open one open. */
export async function openSheet(page: Page, sheet: Sheet): Promise<void> {
  const button = page
    .getByRole("group", { name: "Tools of the conversation" })
    .getByRole("button", { name: sheet, exact: true });
  if ((await button.getAttribute("aria-pressed")) !== "true") await button.click();
  await expect(page.getByRole("region", { name: sheet, exact: true })).toBeVisible();
}
