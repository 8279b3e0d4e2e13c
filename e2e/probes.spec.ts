/** Questions are asked of an emulator that plays chosen answers: it is found out, also across a reload, and a liar is not believed. */
import type { Locator, Page } from "@playwright/test";
import { expectAccessibleAt } from "./support/axe";
import { answerByEmulator } from "./support/emulated-service";
import { pick } from "./support/pick";
import { expect, test } from "./support/test";

const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
const card = (page: Page, title: string): Locator => page.getByRole("article", { name: title });
const verdict = (page: Page, title: string): Locator => card(page, title).locator("[data-verdict]");
const status = (page: Page): Locator => page.getByRole("status").filter({ hasText: /calls have ended/ });
const plays = (page: Page, title: string, answer: string): Locator =>
  card(page, title).getByRole("radio", { name: `What the emulator plays: ${answer}` });

/** What the emulator computes takes its time where a machine is busy. */
const ASKED = { timeout: 90_000 };

const TOOL = "A marker on a tool";
const STRING = "String against array";

async function choose(page: Page, titles: readonly string[]): Promise<void> {
  await page.goto("/probes");
  await button(page, "None").click();
  await expect(page.getByText("Choose at least one question.")).toBeVisible();
  await expect(button(page, "Ask")).toBeDisabled();
  for (const title of titles) await card(page, title).getByRole("checkbox").check();
}

test("two cheap questions, one answered as documented and one not", async ({ page }) => {
  await choose(page, [TOOL, STRING]);
  await expect(page.locator("[data-estimate]")).toContainText(
    /2 questions, 24 calls, side by side: at most \$0\.1/,
  );
  await expect(plays(page, TOOL, "Nothing.")).toBeChecked();
  await plays(page, TOOL, "It takes effect at the end of the system turn").check();
  await button(page, "Ask").click();
  await expect(status(page)).toHaveText("Done: 24 of 24 calls have ended.", ASKED);
  await expect(verdict(page, TOOL)).toContainText("Settled");
  await expect(verdict(page, TOOL)).toContainText(
    "It takes effect at the end of the system turn, which holds the tools. (differs from the documentation)",
  );
  await expect(verdict(page, TOOL)).toContainText("The documentation says: Nothing.");
  await expect(verdict(page, STRING)).toContainText("Yes. (as documented)");
  await expect(page.locator("[data-verdict]")).toHaveCount(2);

  await card(page, TOOL).getByText("What came back").click();
  const warm = card(page, TOOL).getByRole("row", { name: /^warm 1 / });
  await expect(warm).toContainText(/1,\d{3}/);
  await card(page, TOOL).getByText("Raw usage").click();
  await expect(card(page, TOOL).getByText(/"prompt_tokens":1\d{3}/)).toBeVisible();

  await card(page, STRING).getByText("Requests it sends").click();
  await card(page, STRING).getByRole("button", { name: "Body of string" }).click();
  await expect(card(page, STRING).getByText(/"role": "assistant"/)).toBeVisible();
  await expectAccessibleAt(page, [1440, 390]);
});

test("an emulator that lies is not believed", async ({ page }) => {
  await choose(page, [TOOL]);
  await pick(page, "The emulator", "Reports reads, but keeps nothing");
  await button(page, "Ask").click();
  await expect(verdict(page, TOOL)).toContainText("Cannot tell", ASKED);
  await expect(verdict(page, TOOL)).toContainText("A control did not hold");
});

test("what was begun goes on after a reload, and its lost call is asked anew", async ({ page }) => {
  let asked = 0;
  // The third call never comes back.
  await page.route("**/emulator/**", (route) => (++asked === 3 ? undefined : route.continue()));
  await choose(page, [TOOL]);
  await plays(page, TOOL, "It takes effect at the end of the system turn").check();
  await button(page, "Ask").click();
  await expect(verdict(page, TOOL)).toContainText("Under way");
  await expect.poll(() => asked).toBeGreaterThan(2);
  await expect(page.getByLabel("Model", { exact: true })).toBeDisabled();

  const warned = page.waitForEvent("dialog");
  const reloaded = page.reload();
  const dialog = await warned;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await reloaded;
  await page.unroute("**/emulator/**");
  await expect(status(page)).toHaveText(/^Paused: /);
  await expect(verdict(page, TOOL)).toContainText("Stands still");
  await button(page, "Resume").click();
  await expect(status(page)).toHaveText(/^Done: /, ASKED);
  await expect(verdict(page, TOOL)).toContainText("It takes effect at the end of the system turn");
  await expect(verdict(page, TOOL)).toContainText(/set aside: the page was left\./);
});

test("the service is asked through the relay, with keys that are kept nowhere", async ({ page }) => {
  const asked = await answerByEmulator(page);
  await choose(page, ["Tokens by kind of text"]);
  await pick(page, "Endpoint", "Singapore");
  await page.getByLabel("API key", { exact: true }).fill("sk-probe-secret");
  await expect(page.getByText(/billed to the keys’ account/)).toBeVisible();
  await pick(page, "Second key", "another key");
  await expect(page.getByText("Enter the second key, or choose none.")).toBeVisible();
  await page.getByLabel("Second API key").fill("sk-probe-other");
  await card(page, "Shared within an account").getByRole("checkbox").check();
  await page.getByLabel("Ceiling").fill("0.0001");
  await button(page, "Ask").click();
  await expect(page.getByRole("alert").filter({ hasText: "could pass the ceiling" })).toBeVisible();
  expect(asked).toEqual([]);
  await page.getByLabel("Ceiling").fill("5");
  await button(page, "Resume").click();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(asked[0]).toMatchObject({
    "x-relay-endpoint": "intl-openai",
    authorization: "Bearer sk-probe-secret",
  });
  await button(page, "Pause").click();
  await expect(status(page)).toHaveText(/^Paused: /);
  await button(page, "Cancel").click();
  await expect(status(page)).toHaveText(/^Cancelled: /);
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(kept).toContain("probe-run");
  expect(kept).not.toContain("sk-probe-secret");
  expect(kept).not.toContain("sk-probe-other");
});

test("a host that the server's operator has listed is asked as any other", async ({ page }) => {
  const gate = { name: "gate.example", region: null, plan: "operator", baseUrl: "https://gate.example" };
  const listed = ["openai", "anthropic"].map((dialect) => ({
    ...gate,
    dialect,
    id: `operator/gate.example/${dialect}`,
  }));
  const asked = await answerByEmulator(page, listed);
  await choose(page, [TOOL]);
  await pick(page, "Endpoint", "gate.example");
  await page.getByLabel("API key", { exact: true }).fill("sk-probe-secret");
  await button(page, "Ask").click();
  await expect(status(page)).toHaveText(/^Done: /, ASKED);
  expect(new Set(asked.map((headers) => headers["x-relay-endpoint"]))).toEqual(
    new Set(["operator/gate.example/openai"]),
  );
  await expect(verdict(page, TOOL)).toContainText("Settled");
});

test("a report is kept, loaded again, and its findings are used", async ({ page }) => {
  await choose(page, [TOOL]);
  await plays(page, TOOL, "It takes effect at the end of the system turn").check();
  await button(page, "Ask").click();
  await expect(status(page)).toHaveText(/^Done: /, ASKED);
  const files: string[] = [];
  for (const [name, file] of [
    ["Report (Markdown)", "probes.md"],
    ["Report (JSON)", "probes.json"],
  ] as const) {
    const coming = page.waitForEvent("download");
    await button(page, name).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(file);
    files.push(await download.path());
  }
  await page.evaluate(() => sessionStorage.clear());
  await page.goto("about:blank");
  await page.goto("/probes");
  await expect(button(page, "Report (JSON)")).toHaveCount(0);
  const input = page.locator("input[type=file]");
  await input.setInputFiles({ name: "notes.md", mimeType: "text/markdown", buffer: Buffer.from("# Notes") });
  await expect(page.getByText(/^That is no probe report/)).toBeVisible();
  for (const path of files) {
    await input.setInputFiles(path);
    await expect(page.getByText(/one question is settled\.$/)).toBeVisible();
  }
  const loaded = page.getByRole("region", { name: "Findings of the report" });
  const finding = loaded.locator("[data-loaded=tool-marker]");
  await expect(finding).toContainText("A marker on a tool");
  await expect(finding).toContainText(/qwen3\.7-max · .* · Singapore · 20\d\d-\d\d-\d\d/);
  await expect(finding).toContainText("(differs from the documentation)");
  await expect(finding).toContainText("The documentation says: Nothing.");
  await expectAccessibleAt(page, [1440, 390]);
  await loaded.getByRole("button", { name: "Leave out 2 A marker on a tool" }).click();
  await expect(loaded.getByRole("heading", { name: "Findings of the report" })).toBeFocused();
  await expect(loaded).toContainText("None is left");
  await expect(button(page, "Use this finding")).toHaveCount(0);
  await input.setInputFiles(files[0] ?? "");
  await button(page, "Use this finding").click();
  await expect(page.getByText(/^One finding is kept in this browser/)).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).toContain("system-end");

  await page.getByRole("link", { name: /its tab Rules lists and deletes them/ }).click();
  await expect(page.getByRole("tab", { name: "Rules", selected: true })).toBeVisible();
});
