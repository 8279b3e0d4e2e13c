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

/** The row of a turn by what it is called: "Request 2", "Requests 2 to 11". */
const turn = (page: Page, name: string): Locator => page.getByRole("listitem", { name, exact: true });

/** Goes to work in a turn: its controls show. */
async function work(page: Page, name: string): Promise<Locator> {
  const row = turn(page, name);
  await row.getByRole("button", { name }).first().click();
  return row;
}

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
  const third = await work(page, "Request 3");
  await expect(third).toContainText(/[\d,]+ read/);
  await page.getByLabel("Gap before request 3, seconds").fill("400");
  await expect(third).toContainText("6 min 40 s");
  await expect(third).not.toContainText(" read");
  await playground.openTab("Why");
  await expect(page.getByRole("tabpanel", { name: "Why" })).toContainText("expired");
  await expect(pickerOf(page, "Scenario")).toContainText("(edited)");
});

test("the script reads as a conversation, and controls show where one works", async ({
  page,
  playground,
}) => {
  await playground.open();
  await choose(page, "Agent, three tool rounds");
  await edit(page);
  const agent = turn(page, "Requests 2 to 5");
  await expect(agent).toContainText("3 tool rounds");
  await expect(agent).toContainText("45 s later, the next message is sent, with 3 tool rounds.");
  await expect(agent).toContainText(/User\d+ tokens/);
  await expect(agent).toContainText(/Tools[\d,]+ tokens.*gives [\d,]+ tokens of filler/);
  await expect(agent).toContainText(/Model\d+ tokens/);
  const gap = page.getByLabel("Gap before requests 2 to 5, seconds");
  await expect(gap).toHaveCount(0);
  await work(page, "Requests 2 to 5");
  await expect(gap).toHaveValue("45");

  await test.step("a turn selects its request, and a request its turn", async () => {
    await expect(agent.getByRole("button", { pressed: true, name: /^Requests 2 to 5/ })).toBeVisible();
    await playground.openTab("Why");
    await expect(page.getByRole("tabpanel", { name: "Why" })).toContainText("Request 2");
    await chart(page);
    await playground.request(6).click();
    await edit(page);
    await expect(page.getByLabel("Gap before request 6, seconds")).toBeVisible();
    await expect(gap).toHaveCount(0);
  });
});

test("what needs tools is not offered without them", async ({ page, playground }) => {
  await playground.open();
  await choose(page, "Three follow-up turns");
  await edit(page);
  const second = await work(page, "Request 2");
  await second.getByRole("button", { name: "Add change" }).click();
  await expect(page.getByRole("menuitem", { name: "Clock in system text" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Shuffle tools" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Add turn", exact: true }).click();
  await expect(page.getByRole("menuitem", { name: "Next user message" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Tool rounds" })).toHaveCount(0);
  await page.keyboard.press("Escape");
});

test("tools shuffled before a turn: its request says that the tools changed", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.choosePreset("Function calling");
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
  await chart(page);
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

test("turns are moved, duplicated, put between others and removed with the keyboard", async ({
  page,
  playground,
}) => {
  await playground.open();
  await choose(page, "Three follow-up turns");
  await edit(page);
  const textOf = (number: number): Locator =>
    page.getByLabel(`User text of request ${number}`, { exact: true });
  await textOf(2).fill("First of all.");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(textOf(3)).toHaveValue("First of all.");
  await expect(textOf(3)).toBeFocused();
  await page.getByRole("button", { name: "Actions for request 3" }).press("Enter");
  await page.getByRole("menuitem", { name: "Duplicate" }).press("Enter");
  await expect(textOf(4)).toHaveValue("First of all.");
  await expect(turn(page, "Request 5")).toBeVisible();
  await page.getByRole("button", { name: "Add a turn after request 2" }).press("Enter");
  await page.getByRole("menuitem", { name: "Keep-alive pings" }).press("Enter");
  await expect(turn(page, "Requests 3 to 6")).toContainText("4 pings");
  await page.getByRole("button", { name: "Actions for requests 3 to 6" }).press("Enter");
  await page.getByRole("menuitem", { name: "Remove" }).press("Enter");
  await expect(turn(page, "Requests 3 to 6")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Actions for request 3" })).toBeFocused();
});

test("a turn is dragged by its handle to where it is to stand", async ({ page, playground }) => {
  await playground.open();
  await choose(page, "Three follow-up turns");
  await edit(page);
  const textOf = (number: number): Locator =>
    page.getByLabel(`User text of request ${number}`, { exact: true });
  const moved = await textOf(3).inputValue();
  const from = await turn(page, "Request 3").locator("[data-handle]").boundingBox();
  const to = await turn(page, "Request 2").boundingBox();
  if (!from || !to) throw new Error("The rows are not on the screen.");
  await page.mouse.move(from.x + 4, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 4, to.y + 30, { steps: 5 });
  await page.mouse.move(from.x + 4, to.y + 6, { steps: 3 });
  await page.mouse.up();
  await expect(textOf(2)).toHaveValue(moved);
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
  await turn(page, "Request 2").hover();
  const last = turn(page, "Request 601");
  await expect(async () => {
    await page.mouse.wheel(0, 100_000);
    await expect(last).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(last).toHaveAttribute("aria-posinset", "601");
  await expect(last).toHaveAttribute("aria-setsize", "601");
  await expect(last).toContainText(/[\d,]+ read/);
  expect(await page.getByRole("listitem", { name: /^Request \d+$/ }).count()).toBeLessThan(60);

  await work(page, "Request 601");
  const gap = page.getByLabel("Gap before request 601, seconds");
  await gap.fill("400");
  await expect(last).toContainText("6 min 40 s");
  await expect(last).not.toContainText(" read");

  // Where one works stays, however far one looks away.
  await last.getByRole("button", { name: "Thinking", exact: true }).click();
  await gap.focus();
  await turn(page, "Request 601").hover();
  await expect(async () => {
    await page.mouse.wheel(0, -100_000);
    await expect(turn(page, "Request 2")).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(gap).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("20");
  await expect(last).toContainText(/[\d,]+ read/);

  await page.getByRole("button", { name: "Add turn", exact: true }).click();
  await page.getByRole("menuitem", { name: "Same request again" }).click();
  await expect(turn(page, "Request 602")).toBeInViewport();
  await expect(page.getByLabel("Gap before request 602, seconds")).toBeVisible();
  await expect(page.getByLabel("Thinking before the reply to request 601")).toBeVisible();
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
  await expect(how).toContainText("as time goes on");
  await expectAccessible(page);
  await pick(page, "How “2026-11-21 09:30:12” changes", "never");
  await expect(turn(page, "Request 2")).toContainText(/[1-9][\d,]* read/);
});
