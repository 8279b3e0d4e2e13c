/** What takes several steps, walked in Chinese to its end: no English sentence is met on the way, nothing is glued. */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { newAgentKey, playAgentLoop } from "./support/agent";
import { listBadSigns } from "./support/chinese-signs";
import { listEnglish } from "./support/english-left";
import { expect, test } from "./support/test";
import { openSheet } from "./support/views";

test.use({ locale: "zh-CN" });
test.setTimeout(240_000);

/** What is replayed takes its time where a machine is busy. */
const REPLAYED = { timeout: 60_000 };

async function expectChinese(page: Page, where: string, own: readonly string[] = []): Promise<void> {
  expect.soft(await listEnglish(page, own), where).toEqual([]);
  expect.soft(await listBadSigns(page), where).toEqual([]);
}

const button = (scope: Page | Locator, name: string): Locator =>
  scope.getByRole("button", { name, exact: true });

test("a run to its end", async ({ page, playground, words: { t }, words }) => {
  await page.goto("/#example=multi-turn");
  await playground.ready();
  await openSheet(page, "Run", words);
  await button(page.getByRole("region", { name: t("map.sheetRun"), exact: true }), t("run.start")).click();
  await expect(page.locator("[data-run-request='5']")).toContainText(t("run.asPredicted"));
  await expectChinese(page, "run");
});

test("an audit’s verdict", async ({ page, words: { t } }) => {
  await page.goto("/audit");
  await button(page, t("audit.start")).click();
  await expect(page.locator("[data-audit-call='26']")).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole("heading", { level: 2 })).toContainText(/\p{Script=Han}/u);
  await expectChinese(page, "audit");
});

test("a recorded session, request by request", async ({ page, words: { t } }) => {
  await page.goto("/record");
  await button(page, t("record.start")).click();
  const [, base = ""] =
    /ANTHROPIC_BASE_URL=(\S+)/.exec(
      (await page.getByText("ANTHROPIC_BASE_URL=").first().textContent()) ?? "",
    ) ?? [];
  await expectChinese(page, "waiting");
  await playAgentLoop({ base, key: newAgentKey() });
  await expect(page.locator("[data-exchange='20']")).toHaveAttribute("data-reason", /./, REPLAYED);
  for (const number of [1, 5, 7, 8, 12, 15, 18, 20]) {
    await page.locator(`[data-bar="${number}"]`).click();
    await expect(page.locator(`[data-details="${number}"]`)).toBeVisible();
    await expectChinese(page, `request ${number}`);
  }
});

test("turns and what can be added to them", async ({ page, playground, words: { t }, words }) => {
  await page.goto("/#example=tool-agent");
  await playground.ready();
  await openSheet(page, "Edit turns", words);
  const second = page
    .getByRole("list", { name: t("scenario.turns") })
    .getByRole("listitem")
    .nth(1);
  const called = (await second.getAttribute("aria-label")) ?? "";
  await second.getByRole("button", { name: called }).first().click();
  await expectChinese(page, "turn");
  for (const name of [t("scenario.addChange"), t("scenario.addTurn")]) {
    await button(page, name).first().click();
    await expect(page.getByRole("menuitem").nth(3)).toBeVisible();
    const count = await page.getByRole("menuitem").count();
    await expectChinese(page, name);
    await page.keyboard.press("Escape");
    for (let at = 0; at < count; at++) {
      await button(page, name).first().click();
      const item = page.getByRole("menuitem").nth(at);
      const what = await item.textContent();
      if ((await item.getAttribute("aria-disabled")) === "true") await page.keyboard.press("Escape");
      else await item.click();
      await expect(page.getByRole("menu")).toHaveCount(0);
      await expectChinese(page, `added ${what}`);
    }
  }
});

test("a comparison, and the request taken along to several services", async ({ page, words: { t, say } }) => {
  await page.goto("/#example=agent&sheet=compare");
  const sheet = page.getByRole("region", { name: t("map.sheetCompare"), exact: true });
  await expect(sheet.locator("tr[data-system]").nth(9)).toBeVisible(REPLAYED);
  await expectChinese(page, "compare");
  for (const id of ["anthropic", "openai", "gemini", "amazon-bedrock", "deepseek"]) {
    await page
      .locator(`tr[data-system="${id}"]`)
      .getByRole("button", { name: new RegExp(say({ key: "compare.takeAlongTo", values: { name: ".+" } })) })
      .click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectChinese(page, `taken along to ${id}`);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
});

/** What the first requests of these recordings ask: a document is called by it. */
const ASKED = [
  "Why does the checkout test fail?",
  "Which fern grows in shade?",
  "Test the basket.",
  "What is this?",
];

for (const name of [
  "session.har",
  "session-bad.har",
  "commands.sh",
  "commands-bad.sh",
  "requests-bad.jsonl",
  "claude-code.jsonl",
  "qwen-code-chat.jsonl",
  "opencode.json",
  "usage-list.json",
  "usage-bad.json",
  "dashscope.json",
]) {
  test(`an import of ${name}`, async ({ page, words: { t } }) => {
    await page.goto("/");
    await button(page, t("header.import")).click();
    await page
      .getByLabel(t("importing.textToImport"))
      .fill(readFileSync(`lib/import/fixtures/${name}`, "utf8"));
    await button(page.getByRole("dialog"), t("importing.read")).click();
    const dialog = page.getByRole("dialog", { name: t("importing.import") });
    await expect(dialog.locator("[data-focus=preview], [role=alert]").first()).toBeVisible();
    await expectChinese(page, name);
    const open = button(page, t("importing.open"));
    if (!(await open.isVisible())) return;
    await open.click();
    await expect(dialog).toBeHidden();
    await expectChinese(page, `${name} opened`, ASKED);
  });
}

test("what to change first, and whose part of the saving is what", async ({
  page,
  playground,
  words: { t },
  words,
}) => {
  await page.goto("/#example=tool-agent");
  await playground.ready();
  await openSheet(page, "Savings", words);
  await button(page, t("savings.chooseThese")).click(REPLAYED);
  await expect(page.locator("[data-together]")).toBeVisible(REPLAYED);
  for (const summary of await page.locator("summary").all()) await summary.click();
  await expectChinese(page, "savings");
});

test("the sheet of layers", async ({ page, playground, words }) => {
  await page.goto("/#example=agent");
  await playground.ready();
  await openSheet(page, "Layers", words);
  await expectChinese(page, "layers");
});

test("what the API refuses is said in Chinese", async ({ request }) => {
  const body = { messages: [{ role: "user", content: "Hello" }] };
  for (const [path, data] of [
    ["analyze", {}],
    ["analyze", { body, model: 5 }],
    ["analyze", { body, region: "mars" }],
    ["analyze", "no JSON"],
    ["simulate", { requests: [{ at: "soon", body }] }],
    ["simulate", { system: "nobody", requests: [{ at: 0, body }] }],
    ["compare", { requests: [] }],
    ["compare", { on: [{ system: "nobody" }], requests: [{ at: 0, body }] }],
    ["compare", { on: [{ system: "anthropic", options: { colour: "red" } }], requests: [{ at: 0, body }] }],
  ] as const) {
    const answer = await request.post(`/api/v1/${path}`, {
      headers: { "accept-language": "zh", "content-type": "application/json" },
      data: typeof data === "string" ? Buffer.from(data) : data,
    });
    expect.soft(answer.status(), JSON.stringify(data)).toBe(400);
    const { error } = (await answer.json()) as { error: { message: string } };
    expect.soft(error.message, JSON.stringify(data)).toMatch(/\p{Script=Han}/u);
    expect.soft(error.message, JSON.stringify(data)).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
  }
});
