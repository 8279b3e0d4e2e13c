/** The turns of a scenario are a conversation to read, and a list to move about in. */
import type { Locator } from "@playwright/test";
import { expect, test } from "./support/test";
import { backToMap, choose, edit, turn, work } from "./support/turns";

test("the script reads as a conversation, and controls show where one works", async ({
  page,
  playground,
}) => {
  await playground.openWith("example=function-calling");
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
    await backToMap(page);
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
  const handle = turn(page, "Request 3").locator("[data-handle]");
  await handle.dragTo(turn(page, "Request 2").getByRole("button", { name: "Request 2", exact: true }));
  await expect(textOf(2)).toHaveValue(moved);
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
  await expect(page.getByRole("textbox", { name: "Reply to request 602" })).toBeFocused();
  await expect(page.getByLabel("Gap before request 602, seconds")).toBeVisible();
  await expect(page.getByLabel("Thinking before the reply to request 601")).toBeVisible();
});
