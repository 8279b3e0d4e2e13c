/** Why a request missed: in plain words, down to the character, with the mend where there is one. */
import type { Page } from "@playwright/test";
import type { Scenario, Turn } from "../lib/timeline/scenario";
import { scenarios } from "../lib/timeline/scenarios";
import { expectAccessible } from "./support/axe";
import { pick } from "./support/pick";
import type { Playground } from "./support/playground";
import { expect, test } from "./support/test";
import { showView } from "./support/views";

const model = "qwen3.7-max";
const marker = { type: "ephemeral" };
const long = "The cache was warm and the prefix long. ".repeat(200);
const system = (text: string) => ({
  role: "system",
  content: [{ type: "text", text, cache_control: marker }],
});
const withClock = (time: string) => ({
  model,
  messages: [
    system(`You answer in one line.\nCurrent time: ${time}\n${long}`),
    { role: "user", content: "Hi" },
  ],
});
const plain = { model, messages: [system(long), { role: "user", content: "Hi" }] };

const repeat = (gap: number): Turn => ({ mode: "repeat", gap, user: "", reply: "Done." });
const recorded = (body: unknown): Turn => ({
  mode: "body",
  gap: 30,
  user: "",
  reply: "Done.",
  body: JSON.stringify(body),
});
const script = (...turns: Turn[]): Scenario => ({ name: "Script", duration: 3, reply: "Done.", turns });
const known = (name: string): Scenario => {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (!found) throw new Error(`There is no scenario ${name}.`);
  return found;
};

const headline = (page: Page) => page.locator("[data-headline]");
const blocks = (page: Page, state: string) =>
  page.getByRole("listbox", { name: "Segments of this request" }).locator(`[data-state=${state}]`);

async function askWhy(playground: Playground, request: number): Promise<void> {
  await playground.request(request).click();
  await playground.openTab("Why");
}

test("a newcomer sees why a prompt with a clock never hits, and mends it", async ({ page, playground }) => {
  await playground.openDocument(withClock("2026-11-21 18:42"));
  await pick(page, "Scenario", "Clock in the system text");
  await askWhy(playground, 4);
  await expect(headline(page)).toHaveText(
    "Request 4 read nothing: the system text differs from request 3 at line 2, column 30",
  );
  await expect(page.getByText("A time or date that changes with every request.")).toBeVisible();
  await expect(page.locator("[data-extra-cost]")).toContainText(/about \$0\.0\d+ more/);
  await expect(page.locator("[data-difference=now]")).not.toBeEmpty();
  await page.getByRole("button", { name: "Move the line behind the last marker" }).click();
  await expect(playground.problem("volatile-before-marker")).toHaveCount(0);
  await expect(headline(page)).toHaveText(/^Request 4: all of [\d,]+ cached tokens read$/);
  await expect(blocks(page, "changed")).toHaveCount(0);
  await playground.undo();
  await playground.openTab("Problems");
  await expect(playground.problem("volatile-before-marker")).toHaveCount(1);
});

test("recorded requests with a clock: the very characters, and both texts side by side", async ({
  page,
  playground,
}) => {
  await playground.openDocument(withClock("2026-11-21 18:42"), {
    scenario: script(recorded(withClock("2026-11-21 18:43")), recorded(withClock("2026-11-21 18:42"))),
  });
  await askWhy(playground, 2);
  await expect(headline(page)).toHaveText(
    "Request 2 read nothing: the system text differs from request 1 at line 2, column 30",
  );
  await expect(page.locator("[data-difference=before]")).toHaveText(/^2/);
  await expect(page.locator("[data-difference=now]")).toHaveText(/^3/);
  await expect(page.getByText("A time or date that changes with every request.")).toBeVisible();

  await page.getByRole("button", { name: "Compare side by side" }).click();
  const dialog = page.getByRole("dialog", { name: "Request 1 and request 2, side by side" });
  await expect(dialog.getByText("Current time").first()).toBeVisible();
  await expect(dialog.locator(".char-insert").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await playground.request(3).click();
  await expect(headline(page)).toHaveText(/all of [\d,]+ cached tokens read/);
  await pick(page, "against", "request 1");
  await expect(page.getByText("Every segment that both have is identical.")).toBeVisible();
});

const history = (answer: string) => ({
  model,
  messages: [
    { role: "system", content: long },
    { role: "user", content: "Hi" },
    { role: "assistant", content: answer },
    { role: "user", content: [{ type: "text", text: "Go on.", cache_control: marker }] },
  ],
});
const tool = (name: string) => ({
  type: "function",
  function: { name, description: `Reads the ${name}.`, parameters: { type: "object", properties: {} } },
});
const tools = ["clock", "diary", "ledger", "map"].map(tool);

const cases = [
  {
    name: "edited history",
    document: history("Hello, dear reader."),
    scenario: script(recorded(history("Hello, dear friend."))),
    request: 2,
    says: /Request 2 read nothing: message 3 \(assistant\) differs from request 1 at line 1, column \d+/,
    code: "messages_changed",
    strip: { same: 2, changed: 1, behind: 1 },
  },
  {
    name: "tools shuffled",
    document: { ...plain, tools },
    scenario: known("Tools shuffled half-way"),
    request: 4,
    says: /Request 4 read nothing: the tools differ from request 3 at line \d+, column \d+/,
    code: "tools_changed",
    strip: { same: 0, changed: 1 },
  },
  {
    name: "expired",
    document: plain,
    scenario: script(repeat(301)),
    request: 2,
    says: /Request 2 read nothing: the entry had expired/,
    code: "expired",
    strip: { same: 2, changed: 0 },
  },
  {
    name: "parallel",
    document: plain,
    scenario: script(repeat(1)),
    request: 2,
    says: /Request 2 read nothing: the entry was still being written/,
    code: "not_yet_written",
    strip: { same: 2, changed: 0 },
  },
  {
    name: "model switched",
    document: plain,
    scenario: known("Model switched half-way"),
    request: 4,
    says: /Request 4 read nothing: it went to another model/,
    code: "model_changed",
    strip: { changed: 0 },
  },
] as const;

for (const { name, document, scenario, request, says, code, strip } of cases) {
  test(`${name}: its reason and its strip`, async ({ page, playground }) => {
    await playground.openDocument(document, { scenario });
    await askWhy(playground, request);
    await expect(headline(page)).toHaveText(says);
    await expect(page.getByRole("list", { name: "Reasons" })).toContainText(code);
    for (const [state, count] of Object.entries(strip)) {
      await expect(blocks(page, state)).toHaveCount(count);
    }
  });
}

test("the strip is walked with arrow keys, and points at its segments elsewhere", async ({
  page,
  playground,
}) => {
  await playground.openDocument(plain, { scenario: known("Three follow-up turns") });
  await askWhy(playground, 2);
  await showView(page, "Over time");
  const strip = page.getByRole("listbox", { name: "Segments of this request" });
  await strip.focus();
  await page.keyboard.press("End");
  await expect(strip.getByRole("option").last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  await expect(strip.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  // The same text is outlined in every request that has it.
  const outlines = page
    .getByRole("group", { name: "Timeline of requests" })
    .locator('[data-request] rect[stroke="var(--ink)"]');
  await expect(outlines).toHaveCount(4);
  await page.keyboard.press("End");
  await expect(outlines).toHaveCount(3);
});

test("the first request has nothing to compare with, and its reason leads to its place", async ({
  page,
  playground,
}) => {
  await playground.openDocument(plain);
  await playground.openTab("Why");
  await expect(page.getByText("there is nothing to compare it with")).toBeVisible();
  await page.getByRole("button", { name: "Show first write" }).click();
  await expect(playground.editor.locator("textarea, .native-edit-context").first()).toBeFocused();
});

test("on a phone the reason fits and is accessible, the window with both texts too", async ({
  page,
  playground,
}) => {
  const scenario = script(recorded(withClock("2026-11-21 18:43")));
  await playground.openDocument(withClock("2026-11-21 18:42"), { scenario });
  await askWhy(playground, 2);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("tablist", { name: "Panels" }).getByRole("tab", { name: "Why" }).click();
  await expect(headline(page)).toContainText("line 2, column 30");
  await expect(blocks(page, "changed")).toHaveCount(1);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Compare side by side" }).click();
  await expect(page.getByRole("dialog").locator(".char-insert").first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
