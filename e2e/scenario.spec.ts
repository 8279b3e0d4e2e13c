/** The scenario is edited turn by turn, and what an edit does is seen at once. */
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { pick, pickerOf } from "./support/pick";
import { expect, test } from "./support/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

async function edit(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Edit" }).check();
  await expect(page.getByRole("list", { name: "Turns of the scenario" })).toBeVisible();
}

async function chart(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Chart" }).check();
}

const turn = (page: Page, number: number): Locator =>
  page.getByRole("listitem", { name: `Turn ${number}`, exact: true });

async function choose(page: Page, scenario: string): Promise<void> {
  await pick(page, "Scenario", scenario);
}

test("a gap longer than five minutes lets the entry expire, and the row and Why say so", async ({
  page,
  playground,
}) => {
  await playground.open();
  await choose(page, "Three follow-up turns");
  await edit(page);
  await expect(turn(page, 2)).toContainText(/[\d,]+ read/);
  await page.getByLabel("Gap before turn 2, seconds").fill("400");
  await expect(turn(page, 2)).toContainText("6 min 40 s");
  await expect(turn(page, 2)).not.toContainText(" read");
  await playground.openTab("Why");
  await expect(page.getByRole("tabpanel", { name: "Why" })).toContainText("expired");
  await expect(pickerOf(page, "Scenario")).toContainText("(edited)");
});

test("tools shuffled before a turn: its request says that the tools changed", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.choosePreset("Function calling");
  await edit(page);
  await turn(page, 1).getByRole("button", { name: "Add event" }).click();
  await page.getByRole("menuitem", { name: "Shuffle tools" }).click();
  await expect(turn(page, 1)).toContainText("tools shuffled");
  await expect(turn(page, 1)).not.toContainText(" read");
  await turn(page, 1)
    .getByRole("button", { name: /^Turn 1:/ })
    .click();
  await playground.openTab("Why");
  await expect(page.getByRole("tabpanel", { name: "Why" })).toContainText(/tools/i);
  await turn(page, 1).getByRole("button", { name: "Remove: tools shuffled, turn 1" }).click();
  await expect(turn(page, 1)).toContainText(/[\d,]+ read/);
});

test("ten copies at once are ten requests, and a link carries them", async ({
  page,
  playground,
  browser,
}) => {
  await playground.open();
  await choose(page, "One request");
  await edit(page);
  await page.getByRole("button", { name: "Add turn" }).click();
  await page.getByRole("menuitem", { name: "Next user message" }).click();
  await page.getByLabel("Copies at once, turn 1").fill("10");
  await expect(turn(page, 1)).toContainText("request 2 to 11");
  await chart(page);
  await expect(
    page.getByRole("button", { name: /^Request \d+ at .*copy \d+ of 10|^Request 2 at / }),
  ).toHaveCount(10);
  const link = await playground.readLink();
  const other = await browser.newContext();
  const visitor = await other.newPage();
  await visitor.goto(link);
  await edit(visitor);
  await expect(visitor.getByLabel("Copies at once, turn 1")).toHaveValue("10");
  await other.close();
});

test("turns are moved, duplicated and removed with the keyboard", async ({ page, playground }) => {
  await playground.open();
  await choose(page, "Three follow-up turns");
  await edit(page);
  await page.getByLabel("User text of turn 1", { exact: true }).fill("First of all.");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByLabel("User text of turn 2", { exact: true })).toHaveValue("First of all.");
  await expect(page.getByLabel("User text of turn 2", { exact: true })).toBeFocused();
  await page.getByRole("button", { name: "Actions for turn 2" }).press("Enter");
  await page.getByRole("menuitem", { name: "Duplicate" }).press("Enter");
  await expect(page.getByLabel("User text of turn 3", { exact: true })).toHaveValue("First of all.");
  await page.getByRole("button", { name: "Actions for turn 3" }).press("Enter");
  await page.getByRole("menuitem", { name: "Remove" }).press("Enter");
  await expect(turn(page, 4)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Actions for turn 3" })).toBeFocused();
});

test("a recorded session becomes the document and its turns", async ({ page, playground }) => {
  await playground.open();
  await edit(page);
  await page.getByRole("button", { name: "Import session" }).click();
  const lines = [
    { at: 0, body: { model: "qwen3.7-max", messages: [{ role: "user", content: "First question" }] } },
    { id: "no request" },
    { at: 20, body: { model: "qwen3.7-max", messages: [{ role: "user", content: "Second question" }] } },
  ];
  await page.getByLabel("Text to import").fill(lines.map((line) => JSON.stringify(line)).join("\n"));
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText("2 requests");
  await expect(page.getByRole("dialog")).toContainText("Line 2");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(playground.editor).toContainText("First question");
  await expect(page.getByLabel("Gap before turn 1, seconds")).toHaveValue("20");
});

test("of 600 turns the last is reached by scrolling, and its gap is changed there", async ({
  page,
  playground,
}) => {
  const text = "The rules of the house. ".repeat(400);
  const cached = { type: "text", text, cache_control: { type: "ephemeral" } };
  await playground.openDocument(
    { model: "qwen3.7-max", messages: [{ role: "user", content: [cached] }] },
    {
      scenario: {
        name: "A long day",
        duration: 3,
        reply: "Done.",
        turns: Array.from({ length: 600 }, () => ({ mode: "repeat", gap: 30, user: "", reply: "Done." })),
      },
    },
  );
  await edit(page);
  await turn(page, 1).hover();
  await expect(async () => {
    await page.mouse.wheel(0, 100_000);
    await expect(turn(page, 600)).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(turn(page, 600)).toHaveAttribute("aria-posinset", "601");
  await expect(turn(page, 600)).toHaveAttribute("aria-setsize", "601");
  await expect(turn(page, 600)).toContainText(/[\d,]+ read/);
  expect(await page.getByRole("listitem", { name: /^Turn \d+$/ }).count()).toBeLessThan(60);

  const gap = page.getByLabel("Gap before turn 600, seconds");
  await gap.fill("400");
  await expect(turn(page, 600)).toContainText("6 min 40 s");
  await expect(turn(page, 600)).not.toContainText(" read");

  // Where one works stays, however far one looks away.
  await turn(page, 600).getByRole("button", { name: "tools, thinking" }).click();
  await gap.focus();
  await expect(async () => {
    await page.mouse.wheel(0, -100_000);
    await expect(turn(page, 1)).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(gap).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("20");
  await expect(turn(page, 600)).toContainText(/[\d,]+ read/);

  await page.getByRole("button", { name: "Add turn" }).click();
  await page.getByRole("menuitem", { name: "Same request again" }).click();
  await expect(page.getByLabel("Gap before turn 601, seconds")).toBeFocused();
  await expect(turn(page, 601)).toBeInViewport();
  await expect(page.getByLabel("Thinking before the reply to turn 600")).toBeVisible();
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`an agent's turns are accessible at ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto("/");
    await expect(pickerOf(page, "Scenario")).toBeVisible();
    await choose(page, "Agent, three tool rounds");
    await edit(page);
    await turn(page, 1).getByRole("button", { name: "3 tool rounds", exact: true }).click();
    await turn(page, 2).getByRole("button", { name: "Add event" }).click();
    await page.getByRole("menuitem", { name: "Switch model" }).click();
    await expect(turn(page, 2)).toContainText("model becomes");
    await expectAccessible(page);
  });
}

test("a clock before the marker misses in every request, behind it or switched off it reads", async ({
  page,
  playground,
}) => {
  const document = {
    model: "qwen3.7-max",
    messages: [
      {
        role: "system",
        content: [
          {
            type: "text",
            text: `Current time: 2026-11-21 09:30:12\n${"Answer in the words of the manual and name the page. ".repeat(300)}`,
            cache_control: { type: "ephemeral" },
          },
        ],
      },
      { role: "user", content: "How do I reset the device?" },
    ],
  };
  await playground.openDocument(document);
  await choose(page, "Same request, five times");
  await edit(page);
  await expect(turn(page, 1)).not.toContainText(/[1-9][\d,]* read/);
  const how = pickerOf(page, "How “2026-11-21 09:30:12” changes");
  await expect(how).toContainText("as time goes on");
  await expectAccessible(page);
  await pick(page, "How “2026-11-21 09:30:12” changes", "never");
  await expect(turn(page, 1)).toContainText(/[1-9][\d,]* read/);
});
