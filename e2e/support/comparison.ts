/** The sheet that plays the conversation on every cache system, in a reader's words. */
import type { Locator } from "@playwright/test";
import type { Playground } from "./playground";
import { expect } from "./test";

export class Comparison {
  readonly playground: Playground;

  constructor(playground: Playground) {
    this.playground = playground;
  }

  private get page() {
    return this.playground.page;
  }

  async open(): Promise<void> {
    await this.page.getByRole("button", { name: "Compare", exact: true }).click();
  }

  /** By an address: the sheet covers the map from the beginning. */
  async openAgent(): Promise<void> {
    await this.page.goto("/#example=agent&sheet=compare");
    await this.ready();
  }

  get sheet(): Locator {
    return this.page.getByRole("region", { name: "Compare", exact: true });
  }

  get table(): Locator {
    return this.sheet.getByRole("table", { name: "The conversation on every cache system" });
  }

  /** The row of a system by its name, e.g. `DeepSeek`. */
  row(name: string): Locator {
    return this.table.locator("tr[data-system]").filter({
      has: this.page.getByText(name, { exact: true }),
    });
  }

  get rows(): Locator {
    return this.table.locator("tr[data-system]");
  }

  /** All systems have been played; the page may have had to load first. */
  async ready(): Promise<void> {
    await expect(this.sheet.getByText(/\d+ ways to be served\./)).toBeVisible({ timeout: 30_000 });
  }

  /** Chooses a row: the map plays by its rules from then on. */
  async play(name: string): Promise<void> {
    await this.row(name)
      .getByRole("button", { name: `Play the map by the rules of ${name}`, exact: true })
      .filter({ visible: true })
      .click();
    await expect(this.banner).toBeVisible();
  }

  /** Says who plays the map where that is not Model Studio. */
  get banner(): Locator {
    return this.page.getByRole("region", { name: "Played by another system" });
  }

  async names(): Promise<string[]> {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-system") ?? ""));
  }

  async kind(name: string): Promise<void> {
    await this.sheet
      .getByRole("group", { name: "Kinds of systems" })
      .getByRole("button", { name, exact: true })
      .click();
  }
}
