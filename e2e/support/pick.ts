/** Chooses from a list of choices as a user would: opens it by its button and clicks the option. */
import type { Locator, Page } from "@playwright/test";
import { escapeForPattern } from "./reading";

/** The button of a list, which shows what is chosen. */
export const pickerOf = (scope: Page | Locator, label: string): Locator =>
  scope.getByRole("combobox", { name: label, exact: true });

/**
 * Picks an option.
 * @param option its name; what an option says beside its name, such as a price, need not be given
 */
export async function pick(scope: Page | Locator, label: string, option: string): Promise<void> {
  const page = "page" in scope ? scope.page() : scope;
  await pickerOf(scope, label).click();
  const name = new RegExp(`^${escapeForPattern(option)}\\s*([,，]|$)`);
  // The list of a picker inside a dialog stands at the page's end.
  await page.getByRole("listbox").getByRole("option", { name }).first().click();
}
