/** Going about the conversation: its three views, and the tools that open below it. */
import { expect, type Page } from "@playwright/test";
import { ENGLISH } from "../../lib/words/plain-words";

type View = "Map" | "Over time" | "Table";

const SHEETS = {
  "Edit turns": "map.sheetEdit",
  Placements: "map.sheetPlacements",
  Savings: "map.sheetSavings",
  Compare: "map.sheetCompare",
  Layers: "map.sheetLayers",
  "Keep-alive": "map.sheetKeepAlive",
  Run: "map.sheetRun",
} as const;

type Sheet = keyof typeof SHEETS;

export async function showView(page: Page, view: View): Promise<void> {
  await page
    .getByRole("radiogroup", { name: "View of the conversation" })
    .getByRole("radio", { name: view })
    .check();
}

/** Opens a tool by its button beside the bill, and leaves an open one open. */
export async function openSheet(page: Page, sheet: Sheet, { t } = ENGLISH): Promise<void> {
  const name = t(SHEETS[sheet]);
  const button = page
    .getByRole("group", { name: t("timeline.tools") })
    .getByRole("button", { name, exact: true });
  if ((await button.getAttribute("aria-pressed")) !== "true") await button.click();
  await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
}
