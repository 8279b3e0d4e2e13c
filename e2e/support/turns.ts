/** Editing turns, in the words of whoever does it. */
import { expect, type Locator, type Page } from "@playwright/test";
import { pick } from "./pick";
import { openSheet } from "./views";

export async function edit(page: Page): Promise<void> {
  await openSheet(page, "Edit turns");
  await expect(page.getByRole("list", { name: "Turns of the scenario" })).toBeVisible();
}

export async function backToMap(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Back to the map" }).click();
}

/** The row of a turn by what it is called: "Request 2", "Requests 2 to 11". */
export const turn = (page: Page, name: string): Locator => page.getByRole("listitem", { name, exact: true });

/** Goes to work in a turn: its controls show. */
export async function work(page: Page, name: string): Promise<Locator> {
  const row = turn(page, name);
  await row.getByRole("button", { name }).first().click();
  return row;
}

export async function choose(page: Page, scenario: string): Promise<void> {
  await pick(page, "Scenario", scenario);
}
