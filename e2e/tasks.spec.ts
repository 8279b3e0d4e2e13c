/** What people come for, each from the first act to the last, in no more acts than it may take. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { countActions } from "./support/count-actions";
import { pick, pickerOf } from "./support/pick";
import { expect, test } from "./support/test";
import { openSheet } from "./support/views";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const HANDBOOK = "Follow the handbook of the shop to the letter, and say what you have done. ".repeat(140);
const tools = ["read_file", "run_tests"].map((name) => ({
  type: "function",
  function: { name, description: `Does ${name}.`, parameters: { type: "object", properties: {} } },
}));

/** An agent's requests as its gateway has logged them, each with all that was said before. */
function logAgent(count: number, systemOf: (number: number) => unknown): string {
  const said: unknown[] = [];
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    said.push({ role: "user", content: `Part ${number}: test it and tell me whether it may be released.` });
    const messages = [{ role: "system", content: systemOf(number) }, ...said];
    said.push({
      role: "assistant",
      content: `Part ${number} passes ${number * 7} tests and may be released.`,
    });
    return JSON.stringify({ at: number * 40, body: { model: "qwen3.7-max", tools, messages } });
  }).join("\n");
}

const marked = (text: string) => [{ type: "text", text, cache_control: { type: "ephemeral" } }];

const fillClipboard = (page: Page, text: string): Promise<void> =>
  page.evaluate((value) => navigator.clipboard.writeText(value), text);

test("a curl command that begins with the time and has no marker: one click, and it is read from the cache", async ({
  page,
  playground,
}) => {
  await playground.visit();
  const system = `Current time: 2026-11-29 09:30:12. ${HANDBOOK}`;
  const messages = [
    { role: "system", content: system },
    { role: "user", content: "Where is my order?" },
  ];
  await fillClipboard(
    page,
    `curl https://dashscope-intl.aliyuncs.com/compatible-mode/v1/chat/completions -d '${JSON.stringify({ model: "qwen3.7-max", messages })}'`,
  );
  const actions = await countActions(page);
  await page.keyboard.press("ControlOrMeta+V");
  await expect(playground.request(2)).toHaveAccessibleName(/; no marker; /);
  await expect(playground.request(2)).toHaveAttribute("aria-pressed", "true");
  const hint = page.locator("[data-hint=no-marker]");
  await expect(hint).toContainText(/\$0\.\d+ → \$0\.\d+ \(−\d/);
  const promised = /→ (\$[\d.]+)/.exec((await hint.textContent()) ?? "")?.[1] ?? "";
  await hint.getByRole("button", { name: /^Move “2026-11-29 09:30:12”.* Add / }).click();
  expect(await actions()).toBeLessThanOrEqual(3);

  for (const number of [2, 3, 4]) {
    await expect(playground.request(number)).toHaveAccessibleName(/; hit [\d,]+; /);
  }
  await expect(playground.bill("cost")).toHaveText(promised);
  await expect(hint).toHaveCount(0);
  await playground.undo();
  await expect(playground.request(2)).toHaveAccessibleName(/; no marker; /);
});

test("the cheapest markers for ten requests of an agent: one winner, used at once", async ({
  page,
  playground,
}) => {
  await playground.visit();
  await fillClipboard(
    page,
    logAgent(10, () => HANDBOOK),
  );
  const actions = await countActions(page);
  await page.keyboard.press("ControlOrMeta+V");
  await expect(playground.request(10)).toHaveAccessibleName(/; no marker; /);
  const before = (await playground.bill("cost").textContent()) ?? "";
  await openSheet(page, "Placements");
  const table = page.getByRole("table", { name: /^Placements on this scenario/ });
  await expect(table.getByText("cheapest", { exact: true })).toHaveCount(1);
  const winner = page.getByRole("region", { name: "Cheapest placement" });
  await expect(winner).toContainText(/costs the least: [\d.]+% below the cost without a cache/);
  const cost = (await winner.getByText(/^[$¥]/).first().textContent()) ?? "";
  await winner.getByRole("button", { name: /^Use it/ }).click();
  expect(await actions()).toBeLessThanOrEqual(4);

  await expect(playground.bill("cost")).toHaveText(cost);
  expect(cost).not.toBe(before);
  for (const number of [2, 6, 10]) {
    await expect(playground.request(number)).toHaveAccessibleName(/; hit [\d,]+; /);
  }
});

test("the cheapest markers for ten turns that go on from one request of one's own", async ({
  page,
  playground,
}) => {
  await playground.visit();
  const messages = [
    { role: "system", content: HANDBOOK },
    { role: "user", content: "May the release go out?" },
  ];
  await fillClipboard(page, JSON.stringify({ model: "qwen3.7-max", tools, messages }));
  const actions = await countActions(page);
  await page.keyboard.press("ControlOrMeta+V");
  await page.getByRole("button", { name: "Play ten turns" }).click();
  // Each turn after the first asks twice: before its tool was called and after.
  await expect(pickerOf(page, "Scenario")).toContainText("Ten agent turns");
  await openSheet(page, "Placements");
  const table = page.getByRole("table", { name: /^Placements on this scenario/ });
  await expect(table.getByText("cheapest", { exact: true })).toHaveCount(1);
  const winner = page.getByRole("region", { name: "Cheapest placement" });
  const cost = (await winner.getByText(/^[$¥]/).first().textContent()) ?? "";
  await winner.getByRole("button", { name: /^Use it/ }).click();
  expect(await actions()).toBeLessThanOrEqual(4);
  await expect(playground.bill("cost")).toHaveText(cost);
});

test("a layout is shared without its words, and its receiver is told what it is", async ({
  page,
  playground,
  browser,
  baseURL,
}) => {
  await playground.openDocument({
    model: "qwen3.7-max",
    messages: [
      { role: "system", content: marked(HANDBOOK) },
      { role: "user", content: "Where is the harbour?" },
    ],
  });
  const cost = (await playground.bill("cost").textContent()) ?? "";
  const actions = await countActions(page);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("switch", { name: "Shape only: no word leaves" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await actions()).toBeLessThanOrEqual(3);

  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await browser.newContext({ baseURL });
  const receiver = await other.newPage();
  await receiver.goto(link);
  const banner = receiver.getByRole("region", { name: "Shared layout" });
  await expect(banner).toContainText("Its words are not included");
  await expect(receiver.locator("[data-bill=cost]")).toHaveText(cost);
  await expect(receiver.locator(".view-lines")).not.toBeEmpty({ timeout: 20_000 });
  for (const word of ["handbook", "harbour"]) {
    await expect(receiver.locator("body")).not.toContainText(word);
  }
  await expectAccessible(receiver);
  await other.close();
});

test("why request 7 of a log missed: its very words, and what the miss cost", async ({
  page,
  playground,
}) => {
  await playground.visit();
  await fillClipboard(
    page,
    logAgent(8, (number) => marked(`Build ${number === 7 ? 4712 : 4711}. ${HANDBOOK}`)),
  );
  const actions = await countActions(page);
  await page.keyboard.press("ControlOrMeta+V");
  const seventh = playground.request(7);
  await expect(seventh).toHaveAccessibleName(/; miss: system changed; /);
  await seventh.click();
  await playground.openTab("Why");
  expect(await actions()).toBeLessThanOrEqual(3);

  await expect(page.locator("[data-headline]")).toHaveText(
    /^Request 7 read nothing: the system text differs from request 6 at line 1, column \d+$/,
  );
  await expect(page.locator("[data-difference=before]")).toHaveText("1");
  await expect(page.locator("[data-difference=now]")).toHaveText("2");
  await expect(page.locator("[data-extra-cost]")).toContainText(/about \$0\.0\d+ more/);
});

test("without a marker, implicit and explicit, on two models, from one table", async ({
  page,
  playground,
}) => {
  await playground.visit();
  const actions = await countActions(page);
  await openSheet(page, "Placements");
  await pick(page, "Compare with", "qwen-plus");
  const table = page.getByRole("table", { name: /^Placements on this scenario/ });
  for (const model of ["qwen3.7-max", "qwen-plus"]) {
    await expect(table.getByRole("columnheader", { name: `Cost on ${model}` })).toBeVisible();
  }
  for (const name of ["No markers", "Implicit at best", "System only"]) {
    const cells = table.getByRole("row").filter({ hasText: name }).first().getByRole("cell");
    await expect(cells.nth(1)).toHaveText(/\$\d\.\d+/);
    await expect(cells.nth(3)).toHaveText(/\$\d\.\d+/);
  }
  expect(await actions()).toBeLessThanOrEqual(4);
});

test("the opening page teaches by itself why a clock stands behind the marker", async ({
  page,
  playground,
}) => {
  await playground.visit();
  const missed = playground.request(6);
  await expect(missed).toHaveAttribute("aria-pressed", "true");
  await expect(missed).toHaveAccessibleName(/; miss: system changed; /);
  await expect(playground.request(5)).toHaveAccessibleName(/; hit [\d,]+; /);
  // All of the lesson is on the first screen.
  const lesson = page.getByText("It stands before the marker, so each new value makes another prefix.");
  const mend = page.getByRole("button", { name: "Move the line into the newest message" });
  for (const part of [missed, page.locator("[data-headline]"), lesson, mend]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
  await expect(page.locator("[data-headline]")).toHaveText(
    /^Request 6 read nothing: the system text differs from request 5/,
  );
  const before = Number((await playground.bill("cost").textContent())?.slice(1));
  const actions = await countActions(page);

  await mend.click();
  expect(await actions()).toBe(1);
  await expect(missed).toHaveAccessibleName(/; hit [\d,]+; /);
  await expect(page.locator("[data-headline]")).toHaveText(/^Request 6: all of [\d,]+ cached tokens read$/);
  expect(Number((await playground.bill("cost").textContent())?.slice(1))).toBeLessThan(before);

  // By the key it goes back, and by the keyboard it is done again.
  await playground.undo();
  await expect(missed).toHaveAccessibleName(/; miss: system changed; /);
  await mend.press("Enter");
  await expect(missed).toHaveAccessibleName(/; hit [\d,]+; /);
});
