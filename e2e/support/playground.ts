/** What a user does on the page, in words a test can be read by. */
import { expect, type Locator, type Page } from "@playwright/test";
import { encodeShare } from "../../lib/share/codec";
import { DEFAULT_LAYOUT, type SharedLayout } from "../../lib/share/shared-layout";
import type { Words } from "../../lib/words/create-words";
import { ENGLISH } from "../../lib/words/plain-words";
import { like, wholePatternOf } from "./reading";

export class Playground {
  readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words = ENGLISH) {
    this.page = page;
    this.words = words;
  }

  /** The plainest example, with the messages of its first request listed. */
  async open(): Promise<void> {
    await this.openWith("example=multi-turn");
  }

  /** A first visit, until the first analysis is on the screen. */
  async visit(): Promise<void> {
    await this.page.goto("/");
    await this.ready();
  }

  /** Follows a link with this fragment, without `#`. */
  async openWith(hash: string): Promise<void> {
    await this.page.goto(`/#${hash}`);
    await this.ready();
    await this.listMessages();
  }

  /** Lists the messages of the selected request, where there is a map. */
  async listMessages(): Promise<void> {
    const row = this.page.locator("[data-row][aria-pressed=true]");
    if ((await row.count()) === 0 || (await row.getAttribute("aria-expanded")) === "true") return;
    await row.focus();
    await this.page.keyboard.press("Enter");
    await expect(row).toHaveAttribute("aria-expanded", "true");
  }

  /** Follows a link to this document; what is not given is as a new link has it. */
  async openDocument(document: unknown, layout: Partial<SharedLayout> = {}): Promise<void> {
    const text = typeof document === "string" ? document : JSON.stringify(document, null, 2);
    await this.openWith(await encodeShare({ ...DEFAULT_LAYOUT, ...layout, text }));
  }

  async ready(): Promise<void> {
    await expect(this.bill("cost")).toBeVisible();
    await expect(this.shownText.first()).toBeVisible();
    await expect(this.shownText.first()).not.toBeEmpty();
  }

  /** The document's editor. */
  get editor(): Locator {
    return this.page.locator("[data-document] .monaco-editor").first();
  }

  /** The lines in sight: of the document, or of the later request that is selected. */
  get shownText(): Locator {
    return this.page.locator(".view-lines").filter({ visible: true });
  }

  bill(figure: "cost" | "without" | "saving"): Locator {
    return this.page.locator(`[data-bill=${figure}]`);
  }

  /** A message of the listed request by its role, e.g. `user`; the first one unless told. */
  segment(role: string, nth = 0): Locator {
    return this.page.getByRole("button", { name: new RegExp(`^${role}, [\\d,]+ tokens`) }).nth(nth);
  }

  /** Marker handles in the list of messages, top to bottom. */
  get markers(): Locator {
    return this.page.getByRole("button", { name: /^Marker on / });
  }

  problem(rule: string): Locator {
    return this.page.locator(`[data-rule="${rule}"]`);
  }

  /** A request on the map, or over time. */
  request(number: number): Locator {
    const name = this.words.t("map.rowAt", { number, clock: like(/[\d:]+/) });
    return this.page.getByRole("button", { name: wholePatternOf(name, "more") });
  }

  /** The button with the document's name; its name is the whole of what it says unless a part is given. */
  document(name: string | RegExp = /^Document: /): Locator {
    return this.page.getByRole("button", {
      name: typeof name === "string" ? `Document: ${name}` : name,
      exact: true,
    });
  }

  /** The document menu, opened. */
  async openDocuments(): Promise<Locator> {
    await this.document().click();
    return this.page.getByRole("dialog", { name: "Documents" });
  }

  async chooseExample(title: string): Promise<void> {
    const menu = await this.openDocuments();
    await menu
      .getByRole("list", { name: "Examples" })
      .getByRole("button", { name: new RegExp(`^${title}`) })
      .click();
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

  /** By the key, wherever the focus is. */
  async undo(): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+Z");
  }

  /** By the key, wherever the focus is. */
  async redo(): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+Shift+Z");
  }

  /** Fragment of the page's address, without `#`. */
  get fragment(): string {
    return new URL(this.page.url()).hash.slice(1);
  }

  /** The document as a link would carry it: read from the share dialog. */
  async readLink(): Promise<string> {
    await this.page.getByRole("button", { name: "Share" }).click();
    const field = this.page.getByLabel("Link", { exact: true });
    // The link is written while the dialog opens.
    await expect(field).toHaveValue(/#\S/);
    const link = await field.inputValue();
    await this.page.getByRole("button", { name: "Close", exact: true }).click();
    return link;
  }
}
