/** The validator finds what the service would ignore, shows its evidence, and mends it. */
import { pick } from "./support/pick";
import { expect, test } from "./support/test";

const marker = { type: "ephemeral" };
const long = "The cache was warm and the prefix long. ".repeat(200);
const part = (text: string, marked = true) => ({
  type: "text",
  text,
  ...(marked ? { cache_control: marker } : {}),
});
const model = "qwen3.7-max";

const cases = [
  {
    rule: "marker-on-string-content",
    body: { model, messages: [{ role: "user", content: long, cache_control: marker }] },
  },
  {
    rule: "too-many-markers",
    body: {
      model,
      messages: Array.from({ length: 5 }, (_, at) => ({ role: "user", content: [part(`${at} ${long}`)] })),
    },
  },
  { rule: "below-minimum", body: { model, messages: [{ role: "user", content: [part("short")] }] } },
  {
    rule: "several-markers-in-message",
    body: { model, messages: [{ role: "user", content: [part(long), part("and more")] }] },
  },
  {
    rule: "merged-system",
    body: {
      model,
      messages: [
        { role: "system", content: [part(long)] },
        { role: "system", content: [part("more rules")] },
        { role: "user", content: "Hi" },
      ],
    },
  },
  {
    rule: "tools-marker-ignored",
    body: {
      model,
      tools: [{ type: "function", function: { name: "now", parameters: {} }, cache_control: marker }],
      messages: [{ role: "user", content: [part(long)] }],
    },
  },
  {
    rule: "volatile-before-marker",
    body: {
      model,
      messages: [
        { role: "system", content: [part(`You are terse.\nCurrent time: 2026-11-21 18:42\n${long}`)] },
        { role: "user", content: "Hi" },
      ],
    },
  },
] as const;

for (const { rule, body } of cases) {
  test(`${rule}: shown with evidence and source, and its fix removes it`, async ({ playground }) => {
    await playground.openDocument(body);
    await playground.openTab("Problems");
    const problem = playground.problem(rule).first();
    await expect(problem).toBeVisible();
    const source = problem.getByRole("link").last();
    await expect(source).toHaveAttribute("href", /^https:\/\//);
    await expect(source).toContainText(/documented|observed|inferred/);
    const before = await playground.problem(rule).count();
    const message = (await problem.locator("p").textContent()) ?? "";
    await problem.getByRole("button").nth(1).click();
    await expect(playground.problem(rule)).toHaveCount(before - 1);
    await expect(playground.problem(rule).filter({ hasText: message })).toHaveCount(0);
  });
}

test("explicit-not-offered: the region is named", async ({ playground, page }) => {
  await playground.openDocument({ model, messages: [{ role: "user", content: [part(long)] }] });
  await pick(page, "Region", "Frankfurt");
  await playground.openTab("Problems");
  await expect(playground.problem("explicit-not-offered")).toContainText("Frankfurt");
});

test("a problem underlines its place, and a fix can be undone in one step", async ({ page, playground }) => {
  await playground.openDocument(cases[2].body);
  await playground.openTab("Problems");
  await expect(page.locator(".squiggly-warning, .squiggly-error").first()).toBeAttached();
  await playground.problem("below-minimum").getByRole("button").nth(1).click();
  await expect(playground.markers).toHaveCount(0);
  await playground.undo();
  await expect(playground.markers).toHaveCount(1);
});

test("all safe fixes at once are one step to undo, and no word changes", async ({ page, playground }) => {
  await playground.openDocument({
    model,
    tools: [{ type: "function", function: { name: "now", parameters: {} }, cache_control: marker }],
    messages: [
      { role: "system", content: long, cache_control: marker },
      { role: "user", content: [part("Hi"), part("there")] },
    ],
  });
  const problems = page.getByRole("list", { name: "Problems" }).getByRole("listitem");
  await expect(problems.nth(2)).toBeVisible();
  const before = await problems.count();
  await page.getByRole("button", { name: "Fix all safe problems" }).click();
  await expect(page.getByText("No problems found.")).toBeVisible();
  await expect(page.getByRole("status").first()).toHaveText(/problems fixed: only markers have changed/);
  await playground.undo();
  await expect(problems).toHaveCount(before);
});

test("a rule that is switched off stays off in a shared link, and comes back", async ({
  page,
  playground,
}) => {
  await playground.openDocument({ model, messages: [{ role: "user", content: [part("short")] }] });
  await page.getByRole("button", { name: "switch off below-minimum" }).click();
  await expect(playground.problem("below-minimum")).toHaveCount(0);
  const link = await playground.readLink();
  await page.goto("about:blank");
  await page.goto(link);
  await playground.ready();
  await expect(page.getByRole("button", { name: "below-minimum: switch on again" })).toBeVisible();
  await expect(playground.problem("below-minimum")).toHaveCount(0);
  await page.getByRole("button", { name: "below-minimum: switch on again" }).click();
  await expect(playground.problem("below-minimum")).toHaveCount(1);
});
