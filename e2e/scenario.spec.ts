/** The scenario is edited turn by turn, and what an edit does is seen at once. */
import { expectAccessible } from "./support/axe";
import { pick, pickerOf } from "./support/pick";
import { expect, test } from "./support/test";
import { backToMap, choose, edit, turn, work } from "./support/turns";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a gap longer than five minutes lets the entry expire, and the row and Why say so", async ({
  page,
  playground,
}) => {
  await playground.open();
  await choose(page, "Three follow-up turns");
  await edit(page);
  const third = await work(page, "Request 3");
  await expect(third).toContainText(/[\d,]+ read/);
  await page.getByLabel("Gap before request 3, seconds").fill("400");
  await expect(third).toContainText("6 min 40 s");
  await expect(third).not.toContainText(" read");
  await playground.openTab("Why");
  await expect(page.getByRole("tabpanel", { name: "Why" })).toContainText("expired");
  await expect(pickerOf(page, "Scenario")).toContainText("(edited)");
});

test("tools shuffled before a turn: its request says that the tools changed", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.chooseExample("Function calling");
  await edit(page);
  const row = page.getByRole("listitem", { name: /^Requests? 2/ });
  await row.getByRole("button", { name: /^Requests? 2/ }).click();
  await row.getByRole("button", { name: "Add change" }).click();
  await page.getByRole("menuitem", { name: "Shuffle tools" }).click();
  await expect(row).toContainText("tools shuffled");
  await playground.openTab("Why");
  await expect(page.getByRole("tabpanel", { name: "Why" })).toContainText(/tools/i);
  await row.getByRole("button", { name: /^Remove: tools shuffled/ }).click();
  await expect(row).not.toContainText("tools shuffled");
  await expect(row).toContainText(/[\d,]+ read/);
});

test("ten copies at once are ten requests, and a link carries them", async ({
  page,
  playground,
  browser,
}) => {
  await playground.open();
  await choose(page, "One request");
  await edit(page);
  await page.getByRole("button", { name: "Add turn", exact: true }).click();
  await page.getByRole("menuitem", { name: "Next user message" }).click();
  await work(page, "Request 2");
  await page.getByLabel("Copies at once, request 2").fill("10");
  await expect(turn(page, "Requests 2 to 11")).toBeVisible();
  await backToMap(page);
  await expect(
    page.getByRole("button", { name: /^Request \d+ at .*copy \d+ of 10|^Request 2 at / }),
  ).toHaveCount(10);
  const link = await playground.readLink();
  const other = await browser.newContext();
  const visitor = await other.newPage();
  await visitor.goto(link);
  await edit(visitor);
  await work(visitor, "Requests 2 to 11");
  await expect(visitor.getByLabel("Copies at once, requests 2 to 11")).toHaveValue("10");
  await other.close();
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
  await work(page, "Request 2");
  await expect(page.getByLabel("Gap before request 2, seconds")).toHaveValue("20");
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`an agent's turns are accessible at ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto("/#example=function-calling");
    await expect(pickerOf(page, "Scenario")).toBeVisible();
    await choose(page, "Agent, three tool rounds");
    await edit(page);
    const agent = await work(page, "Requests 2 to 5");
    await agent.getByRole("button", { name: "Tools and thinking" }).click();
    await expect(page.getByLabel("Tool of call 1, round 1, requests 2 to 5")).toBeVisible();
    const next = await work(page, "Request 6");
    await next.getByRole("button", { name: "Add change" }).click();
    await page.getByRole("menuitem", { name: "Switch model" }).click();
    await expect(next).toContainText("model becomes");
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
  await expect(turn(page, "Request 2")).not.toContainText(/[1-9][\d,]* read/);
  const how = pickerOf(page, "How “2026-11-21 09:30:12” changes");
  await expect(how).toContainText("by the minute");
  await expectAccessible(page);
  await pick(page, "How “2026-11-21 09:30:12” changes", "never");
  await expect(turn(page, "Request 2")).toContainText(/[1-9][\d,]* read/);
});
