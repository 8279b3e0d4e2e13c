/** A link carries the whole layout in its fragment and opens as it was left. */

import { readFile } from "node:fs/promises";
import { decodeShare } from "../lib/share/codec";
import { readLayoutFile } from "../lib/share/layout-file";
import { ENGLISH } from "../lib/words/plain-words";
import { expectAccessible } from "./support/axe";
import { pick, pickerOf } from "./support/pick";
import { Playground } from "./support/playground";
import { expect, test } from "./support/test";
import { showView } from "./support/views";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const SECRET = "sk-0123456789abcdef0123456789abcdef";
const withSecret = {
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: `You deploy with the key ${SECRET} and tell nobody.` },
    { role: "user", content: "Where is the harbour?" },
  ],
};

test("a link reproduces document, model, region and scenario in another browser", async ({
  page,
  playground,
  browser,
  baseURL,
}) => {
  await playground.open();
  await playground.chooseExample("Production agent, three markers");
  await pick(page, "Region", "Beijing");
  await pick(page, "Model", "qwen3.8-max");
  await pick(page, "Scenario", "Same request, five times");
  await expect(playground.request(5)).toBeVisible();
  const cost = (await playground.bill("cost").textContent()) ?? "";
  const link = await playground.readLink();
  expect(link).toContain("#v1.");

  const other = await browser.newContext({ baseURL });
  const visitor = await other.newPage();
  await visitor.goto(link);
  await expect(visitor.locator("[data-bill=cost]")).toHaveText(cost);
  await expect(pickerOf(visitor, "Model")).toContainText("qwen3.8-max");
  await expect(pickerOf(visitor, "Region")).toContainText("Beijing");
  await expect(pickerOf(visitor, "Scenario")).toContainText("Same request, five times");
  await other.close();
});

test("the size is shown and the link copied", async ({ page, playground }) => {
  await playground.openDocument(withSecret);
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.locator("[data-share=size]")).toHaveText(/^\d+(\.\d)? K?B$/);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("#v1.");
});

test("a damaged link says so and leaves a usable page", async ({ page, playground }) => {
  await playground.openWith("v1.this-is-not-a-link");
  await expect(page.getByRole("alert").filter({ hasText: /link/i })).toBeVisible();
  await expect(playground.request(2)).toBeVisible();
});

async function readText(link: string): Promise<string> {
  const decoded = await decodeShare(new URL(link).hash);
  return decoded.ok ? decoded.value.text : ENGLISH.say(decoded.reason);
}

test("secrets are named with their place, and taken out of the link, then of the document", async ({
  page,
  playground,
}) => {
  await playground.openDocument(withSecret);
  await page.getByRole("button", { name: "Share" }).click();
  const secrets = page.locator("[data-share=secrets]");
  await expect(secrets).toContainText("a secret");
  await expect(secrets).toContainText("cdef");
  await expect(secrets).not.toContainText(SECRET);
  await secrets.getByRole("button", { name: "Take them out" }).click();
  await expect(secrets).toContainText("What you share no longer contains the secrets.");
  const field = page.getByLabel("Link", { exact: true });
  await expect(field).toHaveValue(/#v/);
  const shared = await readText(await field.inputValue());
  expect(shared).not.toContain(SECRET);
  expect(shared).toContain("and tell nobody");
  await expect(page.locator(".view-lines")).toContainText(SECRET);

  await secrets.getByRole("button", { name: "Take them out of the document too" }).click();
  await expect(secrets).toContainText(
    "Neither what you share nor the document contains the secrets any more.",
  );
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page.locator(".view-lines")).not.toContainText(SECRET);
  await playground.undo();
  await expect(page.locator(".view-lines")).toContainText(SECRET);
});

test("the shape alone holds no word and as many tokens", async ({ page, playground, browser, baseURL }) => {
  await playground.openDocument(withSecret);
  const cost = (await playground.bill("cost").textContent()) ?? "";
  const tokens = (await playground.segment("system").getAttribute("aria-label")) ?? "";
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("switch", { name: "Shape only: no word leaves" }).check();
  const field = page.getByLabel("Link", { exact: true });
  await expect(field).toHaveValue(/#v/);
  const link = await field.inputValue();
  const shape = await readText(link);
  for (const word of [SECRET, "deploy", "nobody", "harbour"]) expect(shape).not.toContain(word);

  const other = await browser.newContext({ baseURL });
  const visitor = await other.newPage();
  await visitor.goto(link);
  await expect(visitor.locator("[data-bill=cost]")).toHaveText(cost);
  const [head = ""] = /^system, [\d,]+ tokens/.exec(tokens) ?? [];
  expect(head).not.toBe("");
  const opened = new Playground(visitor);
  await opened.ready();
  await opened.listMessages();
  await expect(visitor.getByRole("button", { name: head })).toBeVisible();
  const banner = visitor.getByRole("region", { name: "Shared layout" });
  await expect(banner).toContainText("Its words are not included");
  await banner.getByRole("button", { name: "Close", exact: true }).click();
  await expect(banner).toHaveCount(0);
  await other.close();
});

test("the choice of the shape alone holds while the document is open, and not for another", async ({
  page,
  playground,
}) => {
  const shapeOnly = page.getByRole("switch", { name: "Shape only: no word leaves" });
  const close = page.getByRole("button", { name: "Close", exact: true });
  await playground.openDocument(withSecret);
  await page.getByRole("button", { name: "Share" }).click();
  await shapeOnly.check();
  await close.click();
  await page.getByRole("button", { name: "Share" }).click();
  await expect(shapeOnly).toBeChecked();
  await close.click();
  await playground.chooseExample("Multi-turn conversation");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(shapeOnly).not.toBeChecked();
});

test("a file holds the same layout as the link", async ({ page, playground }) => {
  await playground.openDocument(withSecret, { region: "cn" });
  const linked = await decodeShare(new URL(await playground.readLink()).hash);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("tab", { name: "As a file" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Download" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.cache\.json$/);
  expect(readLayoutFile(JSON.parse(await readFile(await download.path(), "utf8")))).toEqual(linked);
});

test("the code to embed carries the same fragment as the link", async ({ page, playground }) => {
  await playground.openDocument(withSecret);
  const { hash } = new URL(await playground.readLink());
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("tab", { name: "As an embed" }).click();
  await expect(page.getByLabel("Embed code")).toHaveValue(new RegExp(`^<iframe .*/embed${hash}"`));
  await page.getByRole("button", { name: "Copy embed code" }).click();
  await expect(page.getByText("Embed code copied.")).toBeAttached();
});

test("the author's note is the first thing a reader sees, and it can be put away", async ({
  page,
  playground,
  browser,
  baseURL,
}) => {
  await playground.openDocument(withSecret);
  await expect(page.getByRole("region", { name: "Shared layout" })).toHaveCount(0);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByLabel("Note to the reader").fill("Look at request 2: it pays twice.");
  const field = page.getByLabel("Link", { exact: true });
  await expect(field).toHaveValue(/#v/);
  const link = await field.inputValue();

  const other = await browser.newContext({ baseURL });
  const visitor = await other.newPage();
  await visitor.goto(link);
  const banner = visitor.getByRole("region", { name: "Shared layout" });
  await expect(banner).toContainText("Note by the author: Look at request 2: it pays twice.");
  await expect(banner).not.toContainText("Its words are not included");
  await expectAccessible(visitor);
  await banner.getByRole("button", { name: "Close", exact: true }).click();
  await expect(banner).toHaveCount(0);
  await other.close();
});

test("an untouched example is a short link that opens at the request and view one was looking at", async ({
  page,
  playground,
  browser,
  baseURL,
}) => {
  await playground.open();
  await playground.chooseExample("Production agent, three markers");
  await playground.request(4).click();
  await showView(page, "Table");
  const link = await playground.readLink();
  expect(new URL(link).hash).toBe("#example=agent&request=4&view=table");

  const other = await browser.newContext({ baseURL });
  const visitor = await other.newPage();
  await visitor.goto(link);
  await expect(
    visitor.getByRole("button", { name: "Document: Production agent, three markers" }),
  ).toBeVisible();
  await expect(visitor.getByRole("radio", { name: "Table" })).toBeChecked();
  await expect(visitor.getByRole("table", { name: /Requests of the scenario/ })).toBeVisible();
  await expect(visitor).toHaveURL(link);
  await other.close();
});
