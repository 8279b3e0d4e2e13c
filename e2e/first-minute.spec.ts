/** The first minute: whatever somebody has in the clipboard is recognised, played, and its worst problem mended. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const KEY = "sk-0123456789abcdef0123456789abcdef";
const RULES = "Answer briefly, in the customer's language, and never promise a date. ".repeat(120);

const bodyOf = (system: string) => ({
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: [{ type: "text", text: system, cache_control: { type: "ephemeral" } }] },
    { role: "user", content: "Where is my order?" },
  ],
});

const curlOf = (body: unknown): string =>
  `curl https://dashscope-intl.aliyuncs.com/compatible-mode/v1/chat/completions \\
  -H "Authorization: Bearer ${KEY}" \\
  -H 'Content-Type: application/json' \\
  -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`;

const CLOCK_FIRST = curlOf(bodyOf(`Current time: 2026-11-29 09:30:12. ${RULES}`));

/** Ctrl+V with nothing in particular focused. */
async function pasteOnPage(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("ControlOrMeta+V");
}

/** Everything that the browser keeps of the page, as one text. */
const readKept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const kept = [location.href, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve, reject) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
          reading.onerror = () => reject(reading.error);
        });
        kept.push(JSON.stringify(all));
      }
      database.close();
    }
    return kept.join("\n");
  });

test("a pasted curl command whose system text begins with the time is mended with one click", async ({
  page,
  playground,
}) => {
  await playground.open();
  await pasteOnPage(page, CLOCK_FIRST);

  const notice = page.getByRole("region", { name: "Imported" });
  await expect(notice).toContainText("A curl command with a request");
  await expect(notice).toContainText("authorization header");
  for (const number of [2, 3, 4]) {
    await expect(playground.request(number)).toHaveAccessibleName(/; miss: system changed; /);
  }

  // It has opened on the first miss, with the reason, the mend and the money.
  await expect(playground.request(2)).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("[data-headline]")).toContainText(
    "Request 2 read nothing: the system text differs",
  );
  const hint = page.locator("[data-hint=changing-words]");
  await expect(hint.locator("[data-fix-cost]")).toContainText(/\$0\.\d+ → \$0\.\d+ \(−\d/);
  await hint.getByRole("button", { name: /^Move / }).click();
  for (const number of [2, 3, 4]) {
    await expect(playground.request(number)).toHaveAccessibleName(/; hit [\d,]+; /);
  }

  // What was imported is kept, and nothing of the key with it.
  await expect.poll(() => readKept(page)).toContain("Where is my order?");
  expect(await readKept(page)).not.toContain(KEY.slice(3));
  await expect(page.locator("body")).not.toContainText(KEY.slice(3));
});

test("a curl command pasted into the editor is imported, and undo brings the text back", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.paste(CLOCK_FIRST);
  await expect(page.getByRole("region", { name: "Imported" })).toBeVisible();
  // It opens on the first request that missed: the document is one click away.
  await page.getByRole("button", { name: "Back to the document" }).click();
  await expect(playground.editor).toContainText("Where is my order?");
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByRole("region", { name: "Imported" })).toBeHidden();
  await expect(playground.editor).not.toContainText("Where is my order?");
  await page.getByRole("button", { name: /^Redo/ }).click();
  await expect(playground.editor).toContainText("Where is my order?");
});

test("a usage object pasted on the page shows what was billed, without a question", async ({
  page,
  playground,
}) => {
  await playground.open();
  await pasteOnPage(
    page,
    '{"prompt_tokens": 3019, "completion_tokens": 104, "prompt_tokens_details": {"cached_tokens": 2048}}',
  );
  await expect(page.getByRole("dialog", { name: "Import" }).getByRole("table")).toContainText("2,048");
});

test("what is of no known format says so where it can be mended", async ({ page, playground }) => {
  await playground.open();
  await pasteOnPage(page, "a shopping list");
  await expect(page.getByRole("dialog", { name: "Import" }).getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Text to import")).toHaveValue("a shopping list");
});

test("a key in a request that is pasted into the editor does not get in", async ({ page, playground }) => {
  await playground.open();
  await playground.paste(JSON.stringify({ api_key: KEY, ...bodyOf(RULES) }, null, 2));
  await expect(page.getByRole("alert").filter({ hasText: "taken out" })).toBeVisible();
  await expect(playground.editor).toContainText("api_key");
  await expect.poll(() => readKept(page)).toContain("Where is my order?");
  expect(await readKept(page)).not.toContain(KEY.slice(3));
});

test("a password that is pasted into the editor is taken out and named, and undo takes the paste back", async ({
  page,
  playground,
}) => {
  await playground.open();
  const login = { password: "correct horse", note: `api_key=${KEY}, ask ann@example.com` };
  await playground.paste(JSON.stringify({ ...bodyOf(RULES), metadata: login }, null, 2));
  const alert = page.getByRole("alert").filter({ hasText: "taken out" });
  await expect(alert).toContainText("a password and an API key");
  await expect.poll(() => readKept(page)).toContain("ann@example.com");
  const kept = await readKept(page);
  expect(kept).toContain("Where is my order?");
  expect(kept).not.toContain("correct horse");
  expect(kept).not.toContain(KEY.slice(3));
  await playground.undo();
  await expect(playground.document("Multi-turn conversation")).toBeVisible();
  await expect(playground.editor).not.toContainText("ann@example.com");
});

test("an empty document shows its ways out, a broken one what is wrong", async ({ page, playground }) => {
  await playground.open();
  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  const empty = page.getByRole("region", { name: "The document is empty" });
  await expect(empty.getByRole("button", { name: "Paste your request" })).toBeVisible();
  await empty.getByRole("button", { name: "Anthropic template" }).click();
  await expect(empty).toBeHidden();
  await expect(page.locator("[data-dialect=anthropic]")).toBeVisible();

  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("x");
  const broken = page.getByRole("region", { name: "What is wrong with the text" });
  await expect(broken).toContainText(/Line \d+/);
  await broken.getByRole("button", { name: "Show the place" }).press("Enter");
  await page.keyboard.press("Delete");
  await expect(broken).toBeHidden();
});

test("the line about the purpose is put away, stays away, and is found under the question mark", async ({
  page,
  playground,
}) => {
  await playground.open();
  const line = page.getByRole("region", { name: "What this is for" });
  await expect(line).toContainText("before you send it");
  await line.getByRole("button", { name: "How to read it" }).click();
  const help = page.getByRole("dialog", { name: "Help" });
  await expect(help).toContainText("A ring is a hit");
  await expectAccessible(page);
  await help.getByRole("tab", { name: "Terms" }).click();
  await help.getByLabel("Search the terms").fill("look-back");
  await expect(help).toContainText("20 content blocks");
  await page.keyboard.press("Escape");

  await line.getByRole("button", { name: "Put this line away" }).press("Enter");
  await expect(line).toBeHidden();
  await expect(page.getByRole("button", { name: "Help" })).toBeFocused();
  await page.reload();
  await playground.ready();
  await expect(line).toBeHidden();
  await page.getByRole("button", { name: "Help" }).click();
  await help.getByRole("button", { name: "Keep this line on the page" }).click();
  await page.keyboard.press("Escape");
  await expect(line).toBeVisible();
  await line.getByRole("button", { name: "Open an example" }).click();
  await expect(page.getByRole("dialog", { name: "Documents" })).toContainText("Examples");
});

test("a marker that is removed leaves the focus on the map, and one that is placed is seen in the text", async ({
  page,
  playground,
}) => {
  await playground.openDocument({
    ...bodyOf(RULES),
    messages: [{ role: "system", content: RULES }, ...bodyOf(RULES).messages],
  });
  const map = page.getByRole("group", { name: /^Map of the requests/ });
  const marker = map.getByRole("slider", { name: /^Marker at / });
  await marker.first().focus();
  await page.keyboard.press("Delete");
  await expect(marker).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("section")?.ariaLabel))
    .toBe("Conversation");

  await playground.problem("no-marker").getByRole("button").nth(1).press("Enter");
  await expect(marker).toHaveCount(1);
  await expect(page.locator("[data-document] .selected-text").first()).toBeInViewport();
});

test("the editor's own menu pastes no command as text either", async ({ page, playground }) => {
  await playground.open();
  await page.evaluate((value) => navigator.clipboard.writeText(value), CLOCK_FIRST);
  // Near its beginning: the middle of a very long line is far to the right.
  await page
    .locator(".view-lines")
    .first()
    .click({ button: "right", position: { x: 40, y: 30 } });
  const paste = page.getByRole("menuitem", { name: "Paste" });
  // The editor's menu takes a click only on what the pointer has come to.
  await paste.hover();
  await paste.click();
  await expect(page.getByRole("region", { name: "Imported" })).toBeVisible();
  await expect(playground.editor).not.toContainText("curl");
  await expect.poll(() => readKept(page)).toContain("Where is my order?");
  expect(await readKept(page)).not.toContain(KEY.slice(3));
});
