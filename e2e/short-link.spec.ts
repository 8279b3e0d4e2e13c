/** A long layout travels by a short link that only its readers can open. */
import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { pickerOf } from "./support/pick";
import { Playground } from "./support/playground";
import { expect, test } from "./support/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const NAME = "Rotterdam";

/** About 30 KB that hardly get smaller when packed. */
function writeLongText(): string {
  let state = 7;
  const draw = () => {
    state = (state * 48271) % 2147483647;
    return state.toString(36);
  };
  return `${NAME} ${Array.from({ length: 4600 }, draw).join(" ")}`;
}

const longRequest = {
  model: "qwen3.7-max",
  messages: [
    {
      role: "system",
      content: [{ type: "text", text: writeLongText(), cache_control: { type: "ephemeral" } }],
    },
    { role: "user", content: "Where is the harbour?" },
  ],
};
const shortRequest = { model: "qwen3.7-max", messages: [{ role: "user", content: "Where is the harbour?" }] };

const shareDialog = (page: Page) => page.getByRole("dialog", { name: "Share this layout" });

/** Opens the dialog at short links. */
async function lookAtShortLinks(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Share" }).click();
  await shareDialog(page).getByRole("tab", { name: "By short link" }).click();
}

async function makeShortLink(page: Page): Promise<string> {
  await lookAtShortLinks(page);
  await shareDialog(page).getByRole("button", { name: "Make a short link" }).click();
  const field = shareDialog(page).getByLabel("Short link", { exact: true });
  await expect(field).toHaveValue(/\/s\/[\w-]{22}#[\w-]{43}$/);
  return field.inputValue();
}

async function visit(browser: Browser, baseURL: string | undefined, link: string): Promise<Playground> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const page = await context.newPage();
  await page.goto(link);
  return new Playground(page);
}

test("30 KB of text travel to another browser, sealed on the way", async ({
  page,
  playground,
  browser,
  baseURL,
}) => {
  const sent: Buffer[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.postDataBuffer() ?? Buffer.alloc(0));
  });
  await playground.openDocument(longRequest, { region: "cn" });
  const before = await playground.readLink();
  expect(before.length).toBeGreaterThan(25_000);

  await page.getByRole("button", { name: "Share" }).click();
  await expect(shareDialog(page).getByText("Some chat tools cut links above 8 KB.")).toBeVisible();
  await shareDialog(page).getByRole("button", { name: "Use a short link" }).click();
  await page.getByRole("radio", { name: "1 day" }).check();
  expect(sent).toEqual([]);
  await shareDialog(page).getByRole("button", { name: "Make a short link" }).click();
  await shareDialog(page).getByRole("button", { name: "Copy short link" }).click();
  await expect(shareDialog(page).getByText("Short link copied.")).toBeAttached();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(120);
  expect(sent).toHaveLength(1);
  const [, key = ""] = link.split("#");
  expect(sent[0]?.includes(NAME) || sent[0]?.includes(key)).toBe(false);

  const visitor = await visit(browser, baseURL, link);
  await visitor.ready();
  await expect(pickerOf(visitor.page, "Region")).toContainText("Beijing");
  await expect(visitor.page.locator(".view-lines")).toContainText(NAME);
  expect(visitor.page.url()).toBe(link);
  // Shared again from there, it is the same layout.
  expect(await visitor.readLink()).toBe(before);
  await visitor.page.context().close();
});

test("a deleted link says so and leaves a usable page", async ({ page, playground, browser, baseURL }) => {
  await playground.openDocument(shortRequest);
  const link = await makeShortLink(page);
  // The list outlasts the page; it names no key.
  await page.reload();
  await playground.ready();
  await lookAtShortLinks(page);
  const made = shareDialog(page).getByRole("region", { name: "Short links made in this browser" });
  await expect(made.getByRole("listitem")).toHaveCount(1);
  const [, key = ""] = link.split("#");
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(key);
  await made.getByRole("button", { name: /^Delete/ }).click();
  await expect(shareDialog(page).getByText("Short link deleted.")).toBeVisible();
  await expect(made).toHaveCount(0);

  const visitor = await visit(browser, baseURL, link);
  await expect(visitor.page.getByRole("alert").filter({ hasText: "expired or was deleted" })).toBeVisible();
  await expect(visitor.request(2)).toBeVisible();
  await visitor.page.context().close();
});

test("a link that is over leaves the list", async ({ page, playground }) => {
  await playground.openDocument(shortRequest);
  await makeShortLink(page);
  const made = shareDialog(page).getByRole("region", { name: "Short links made in this browser" });
  await expect(made).toBeVisible();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.clock.setFixedTime(Date.now() + 31 * 86_400_000);
  await lookAtShortLinks(page);
  await expect(shareDialog(page).getByRole("button", { name: "Make a short link" })).toBeVisible();
  await expect(made).toHaveCount(0);
});

test("a damaged key says so, and the whole one still opens", async ({
  page,
  playground,
  browser,
  baseURL,
}) => {
  await playground.openDocument(shortRequest);
  const link = await makeShortLink(page);
  const visitor = await visit(browser, baseURL, link.slice(0, -3));
  const warning = visitor.page.getByRole("alert");
  await expect(warning.filter({ hasText: "The key in the link does not fit" })).toBeVisible();
  await expect(visitor.request(2)).toBeVisible();
  await visitor.page.evaluate((hash) => {
    window.location.hash = hash;
  }, new URL(link).hash);
  await expect(visitor.page.locator(".view-lines")).toContainText("Where is the harbour?");
  await visitor.page.context().close();
});

test.describe("without what it needs", () => {
  test.use({ allowedErrors: [/Failed to load resource/] });

  test("a link that is over or never was says so", async ({ page, playground }) => {
    await page.goto(`/s/${"A".repeat(22)}#${"B".repeat(43)}`);
    await expect(page.getByRole("alert").filter({ hasText: "has expired or was deleted" })).toBeVisible();
    await expect(playground.request(2)).toBeVisible();
  });

  test("a link without its key says so and asks nobody", async ({ page, playground }) => {
    await page.goto(`/s/${"A".repeat(22)}`);
    await expect(page.getByRole("alert").filter({ hasText: "The link has no key" })).toBeVisible();
    await expect(playground.request(2)).toBeVisible();
  });

  test("offline, nothing is lost", async ({ page, playground }) => {
    await page.route("**/api/s**", (route) => route.abort());
    await playground.openDocument(shortRequest);
    await lookAtShortLinks(page);
    await shareDialog(page).getByRole("button", { name: "Make a short link" }).click();
    await expect(shareDialog(page).getByText("The server cannot be reached")).toBeVisible();
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await expect(page.locator(".view-lines")).toContainText("Where is the harbour?");
    await page.route("**/api/s/**", (route) => route.abort());
    await page.goto(`/s/${"A".repeat(22)}#${"B".repeat(43)}`);
    await expect(page.getByRole("alert").filter({ hasText: "cannot be reached" })).toBeVisible();
  });
});

test("every way to share is accessible and fits a phone", async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/#example=multi-turn");
  await expect(playground.request(2)).toBeVisible();
  await makeShortLink(page);
  for (const tab of ["In a link", "By short link", "As a file", "As an embed"]) {
    await shareDialog(page).getByRole("tab", { name: tab }).click();
    await expect(shareDialog(page).getByRole("tabpanel", { name: tab })).toBeVisible();
    await expectAccessible(page);
    const overflow = await shareDialog(page).evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(overflow).toBe(0);
  }
});
