/** What a user does on the page, in words a test can be read by. */
import { expect, type Locator, type Page } from "@playwright/test";
import { encodeShare } from "../../lib/share/codec";
import { DEFAULT_LAYOUT, type SharedLayout } from "../../lib/share/shared-layout";
import { pick } from "./pick";

export class Playground {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A first visit, until the first analysis is on the screen. */
  async open(): Promise<void> {
    await this.page.goto("/");
    await this.ready();
  }

  /** Follows a link with this fragment, without `#`. */
  async openWith(hash: string): Promise<void> {
    await this.page.goto(`/#${hash}`);
    await this.ready();
  }

  /** Follows a link to this document; what is not given is as a new link has it. */
  async openDocument(document: unknown, layout: Partial<SharedLayout> = {}): Promise<void> {
    const text = typeof document === "string" ? document : JSON.stringify(document, null, 2);
    await this.openWith(await encodeShare({ ...DEFAULT_LAYOUT, ...layout, text }));
  }

  async ready(): Promise<void> {
    await expect(this.bill("cost")).toBeVisible();
    // Monaco is the largest part of the page.
    await expect(this.editor).toBeVisible({ timeout: 20_000 });
    await expect(this.page.locator(".view-lines")).not.toBeEmpty();
  }

  get editor(): Locator {
    return this.page.locator(".monaco-editor").first();
  }

  bill(figure: "cost" | "without" | "saving"): Locator {
    return this.page.locator(`[data-bill=${figure}]`);
  }

  /** A row of the prefix panel by its role, e.g. `user`; the first one unless told. */
  segment(role: string, nth = 0): Locator {
    return this.page.getByRole("button", { name: new RegExp(`^${role}, [\\d,]+ tokens`) }).nth(nth);
  }

  /** Marker handles in the prefix panel, top to bottom. */
  get markers(): Locator {
    return this.page.getByRole("button", { name: /^Marker on / });
  }

  problem(rule: string): Locator {
    return this.page.locator(`[data-rule="${rule}"]`);
  }

  /** A request in the timeline's chart. */
  request(number: number): Locator {
    return this.page.getByRole("button", { name: new RegExp(`^Request ${number} at `) });
  }

  async choosePreset(title: string): Promise<void> {
    await pick(this.page, "Preset", title);
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole("tab", { name }).click();
  }

  /** Puts the cursor into the editor and replaces everything by a paste, as a user would. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await this.editor.click();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.press("ControlOrMeta+V");
  }

  async undo(): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press("ControlOrMeta+Z");
  }

  /** The document as a link would carry it: read from the share dialog. */
  async readLink(): Promise<string> {
    await this.page.getByRole("button", { name: "Share" }).click();
    const field = this.page.getByLabel("Link", { exact: true });
    // The link is written while the dialog opens.
    await expect(field).toHaveValue(/#v/);
    const link = await field.inputValue();
    await this.page.getByRole("button", { name: "Close" }).click();
    return link;
  }
}
