/** An endpoint is audited: each way of behaving gets its verdict, with its cost said before and its evidence after. */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectAccessibleAt } from "./support/axe";
import { answerByEmulator } from "./support/emulated-service";
import { pick } from "./support/pick";
import { expect, test } from "./support/test";

const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
const status = (page: Page): Locator => page.getByRole("status").filter({ hasText: /calls answered/ });
const evidence = (page: Page): Locator => page.getByRole("list", { name: "Evidence" });

async function openAudit(page: Page): Promise<void> {
  await page.goto("/audit");
  await expect(page.getByText(/26 calls, one after the other:.* About \$/)).toBeVisible();
}

async function runAudit(page: Page): Promise<void> {
  await button(page, "Audit").click();
  await expect(status(page)).toHaveText("Done: 26 of 26 calls answered.", { timeout: 90_000 });
}

// Times are measured: audits side by side would disturb each other.
test.describe("what the emulator does", () => {
  test.describe.configure({ mode: "serial" });
  // Every other verdict is tried in `judge-audit.test.ts`, and what leads to it in `emulator.test.ts`. How sure one is
  // depends on how evenly this machine answers.
  for (const [behaviour, verdict, words, widths = []] of [
    ["Caches, and says so", /this endpoint caches, and says so\.$/i, /15 of 15 warm calls read/, [1440, 390]],
    [
      "Caches, and reports zeros",
      /this endpoint caches, but its usage does not say so\.$/i,
      /Warm calls are faster than cold ones/,
    ],
  ] as const) {
    test(`${behaviour}: is found out`, async ({ page }) => {
      await openAudit(page);
      await pick(page, "Behaviour", behaviour);
      await runAudit(page);
      await expect(page.getByRole("heading", { level: 2 })).toHaveText(verdict);
      await expect(evidence(page)).toContainText(words);
      await expectAccessibleAt(page, widths);
    });
  }
});

test("an audit without markers is kept as files", async ({ page }) => {
  await openAudit(page);
  await page.getByRole("radio", { name: "Anthropic" }).check();
  await page.getByRole("radio", { name: "Without" }).check();
  await runAudit(page);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(/this endpoint caches, and says so\.$/i);
  for (const [name, file] of [
    ["Export JSON", "audit.json"],
    ["Export report", "audit.md"],
  ] as const) {
    const coming = page.waitForEvent("download");
    await button(page, name).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(file);
    expect(await readFile(await download.path(), "utf8")).toContain("of 15 warm calls");
  }
});

test("the service is asked through the relay, with a key that is kept nowhere", async ({ page }) => {
  const asked = await answerByEmulator(page);
  await openAudit(page);
  await pick(page, "Endpoint", "Singapore");
  await page.getByLabel("API key").fill("sk-sp-plan");
  await expect(page.getByText(/for coding tools only/)).toBeVisible();
  await expect(button(page, "Audit")).toBeDisabled();
  await page.getByLabel("API key").fill("sk-audit-secret");
  await button(page, "Audit").click();
  await expect(page.getByRole("rowheader", { name: /^4 / })).toBeVisible();
  await button(page, "Cancel").click();
  await expect(status(page)).toHaveText(/^Cancelled: /);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(
    "These calls cannot tell whether this endpoint caches.",
  );
  expect(asked[0]).toMatchObject({
    "x-relay-endpoint": "intl-openai",
    authorization: "Bearer sk-audit-secret",
  });
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(kept).not.toContain("sk-audit-secret");
});

test("a ceiling stops it before the call that could pass it", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => request.url().includes("/emulator/") && sent.push(request.url()));
  await openAudit(page);
  await page.getByLabel("Ceiling").fill("0.00001");
  await button(page, "Audit").click();
  await expect(page.getByRole("alert").filter({ hasText: "would pass the ceiling" })).toBeVisible();
  expect(sent).toEqual([]);
  await page.getByLabel("Ceiling").fill("5");
  await button(page, "Resume").click();
  await expect(page.getByRole("rowheader", { name: /^3 / })).toBeVisible();
  await button(page, "Cancel").click();
  await expect(status(page)).toHaveText(/^Cancelled: /);
});

test("a reload in mid-flight is seen, and what may have been billed is counted", async ({ page }) => {
  let sent = 0;
  await page.route("**/emulator/**", async (route) => {
    sent += 1;
    if (sent !== 3) await route.continue();
  });
  await openAudit(page);
  await page.getByRole("radio", { name: "Anthropic" }).check();
  await button(page, "Audit").click();
  await expect(status(page)).toHaveText("2 of 26 calls answered.");
  await expect.poll(() => sent).toBe(3);
  await page.reload();
  await expect(page.getByRole("alert").filter({ hasText: "Call 3 was sent" })).toContainText(
    /up to [\d.]+ USD/,
  );
  await expect(page.getByText(/may have been billed besides: up to \$/)).toBeVisible();
  await expect(page.getByRole("radio", { name: "Anthropic" })).toBeChecked();
  await expect(button(page, "Resume")).toHaveCount(0);
  await button(page, "Start pair 1 again with new prompts").click();
  await expect(page.getByRole("rowheader", { name: /^4 / })).toBeVisible();
  await button(page, "Cancel").click();
  await expect(status(page)).toHaveText(/^Cancelled: /);
});
