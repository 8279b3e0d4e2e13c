/** A row of the comparison plays the whole page by its own rules, and nothing of another system stays beside it. */
import { expectAccessible } from "./support/axe";
import { Comparison } from "./support/comparison";
import { pick } from "./support/pick";
import { expect, test } from "./support/test";

/** Amounts are shown to four places, each rounded by itself. */
const CENTS = 0.0001;

test("the map, the bill and the table are Anthropic's, said above them, and one click leads back", async ({
  page,
  playground,
}) => {
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  const own = await playground.bill("cost").textContent();
  const asked = Number(/\$([\d.]+)/.exec((await comparison.row("Anthropic").textContent()) ?? "")?.[1]);
  await comparison.play("Anthropic");
  await expect(comparison.banner).toContainText("Played by Anthropic, claude-sonnet-5-5");

  await test.step("the bill is that of the row", async () => {
    await expect(playground.bill("cost")).not.toHaveText(own ?? "");
    const bill = Number((await playground.bill("cost").textContent())?.slice(1));
    expect(Math.abs(bill - asked)).toBeLessThan(CENTS);
  });

  await test.step("the rows say what Anthropic reads, up to its own minimum", async () => {
    await expect(page.locator("[data-row='1']")).toHaveAccessibleName(/hit ([\d,]+); \1 read/);
    await expect(page.getByText("minimum 512")).toBeVisible();
  });

  await test.step("why, and its prices", async () => {
    const row = page.locator("[data-row='1']");
    const [, read] = /hit ([\d,]+);/.exec((await row.getAttribute("aria-label")) ?? "") ?? [];
    await row.click();
    await page.getByRole("tab", { name: "Why", exact: true }).click();
    await expect(page.getByRole("list", { name: "Reasons" })).toContainText(
      `Read ${read} tokens from a live entry.`,
    );
    await expect(page.getByRole("heading", { name: "Break-even" })).toBeHidden();
  });

  await test.step("the table and the time axis play the same", async () => {
    await page.getByRole("radio", { name: "Table" }).click();
    const sum = Number((await page.locator("[data-sum=cost]").textContent())?.slice(1));
    expect(Math.abs(sum - asked)).toBeLessThan(CENTS);
    await expect(comparison.banner).toBeVisible();
    await page.getByRole("radio", { name: "Over time" }).click();
    await expect(comparison.banner).toBeVisible();
  });
  // The text of the request that was clicked comes when it is there: it would arrive between two themes.
  await expect(page.locator(".view-line").nth(5)).toBeVisible();
  await expectAccessible(page);

  await comparison.banner.getByRole("button", { name: "Back to Model Studio" }).click();
  await expect(comparison.banner).toBeHidden();
  await expect(playground.bill("cost")).toHaveText(own ?? "");
});

test("what is Model Studio's alone says so, or waits", async ({ page, playground }) => {
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  await comparison.play("Kimi");
  await expect(page.getByRole("button", { name: "Options" })).toBeDisabled();
  await page.getByRole("tab", { name: "Problems" }).click();
  await expect(page.getByRole("note")).toHaveText(
    "These problems are judged by Model Studio's rules; the map plays Kimi, kimi-k3.",
  );
  await page.getByRole("tab", { name: "Rules" }).click();
  const rules = page.getByRole("tabpanel", { name: "Rules" });
  await expect(rules).toContainText("Kimi, kimi-k3");
  await expect(rules.getByText("ignored", { exact: true })).toBeVisible();
  for (const tool of ["Placements", "Savings", "Keep-alive", "Run"]) {
    await page
      .getByRole("group", { name: "Tools of the conversation" })
      .getByRole("button", { name: tool, exact: true })
      .click();
    const sheet = page.getByRole("region", { name: tool, exact: true });
    await expect(sheet).toContainText(/by (its|Model Studio's) rules, and the map now plays Kimi\./);
  }
  await page
    .getByRole("region", { name: "Run", exact: true })
    .getByRole("button", { name: "Back to Model Studio" })
    .click();
  await expect(comparison.banner).toBeHidden();
  await expect(page.getByRole("button", { name: "Options" })).toBeEnabled();
});

test("a clock in the system text is a miss on Anthropic, too", async ({ page, playground }) => {
  const comparison = new Comparison(playground);
  await page.goto("/#example=support-agent&sheet=compare");
  await comparison.ready();
  await comparison.play("Anthropic");
  const missed = page.locator("[data-row='5']");
  await expect(missed).toHaveAccessibleName(/miss: system changed/);
  await missed.click();
  await page.getByRole("tab", { name: "Why", exact: true }).click();
  await expect(page.locator("[data-headline]")).toContainText("the system text differs from request 5");
});

test("who plays is undone like any act, and comes along in a link", async ({ page, playground }) => {
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  await comparison.play("DeepSeek");
  await expect(comparison.banner).toContainText("DeepSeek, deepseek-v4-pro");
  const link = await playground.readLink();
  await page.getByRole("button", { name: /^Undo: / }).click();
  await expect(comparison.banner).toBeHidden();
  await playground.openWith(new URL(link).hash.slice(1));
  await expect(comparison.banner).toContainText("DeepSeek, deepseek-v4-pro");
});

test("none against implicit against explicit on two models: three actions, one table", async ({
  playground,
}) => {
  await playground.open();
  await playground.chooseExample("Production agent, three markers");
  const comparison = new Comparison(playground);
  await comparison.open();
  await comparison.ready();
  await pick(comparison.sheet, "Compare with", "qwen3-max");
  const models = ["qwen3.7-max", "qwen3-max"];
  const ways = ["Model Studio, no cache", "Model Studio, implicit at best", "Model Studio, as drawn"];
  for (const [way, name] of ways.entries()) {
    const rows = comparison.row(name);
    await expect(rows).toHaveCount(2);
    for (const [order, model] of models.entries()) {
      await expect(rows.nth(order)).toContainText(model);
      await expect(rows.nth(order)).toContainText(/\$[\d.]+/);
      if (way === 0) await expect(rows.nth(order)).toContainText("0%");
    }
  }
  expect((await comparison.names()).slice(0, 6)).toEqual([
    "model-studio-none",
    "model-studio-implicit",
    "yours",
    "second-model-studio-none",
    "second-model-studio-implicit",
    "second-yours",
  ]);
});

test("what the table is sorted by and narrowed down to is in the address", async ({ page, playground }) => {
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  await comparison.table.getByRole("button", { name: "System", exact: true }).click();
  await comparison.kind("own hardware");
  await expect(page).toHaveURL(/sort=name&kinds=own-hardware/);
  const before = await comparison.names();
  await page.reload();
  await comparison.ready();
  expect(await comparison.names()).toEqual(before);
  await expect(comparison.table.getByRole("columnheader", { name: "System" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
});

test("a host that is paid in euros stands apart, and plays the map in euros", async ({
  page,
  playground,
}) => {
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  await comparison.sheet.getByRole("button", { name: "Add a host of your own" }).click();
  const host = page.getByRole("dialog", { name: "A host of your own" });
  await host.getByRole("button", { name: "Add the host" }).click();
  await pick(host, "Prices in", "Euros");
  await page.keyboard.press("Escape");
  await expect(comparison.table).toContainText("Billed in EUR, compared within this currency only");
  await expect(comparison.row("Your host")).toContainText(/€[\d.]+.*cheapest/s);
  await comparison.play("Your host");
  await expect(playground.bill("cost")).toHaveText(/^€/);
  await expect(playground.bill("without")).toHaveText(/^€/);
});

test("on a phone the banner keeps its way back in sight", async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  await comparison.play("Anthropic");
  await expect(comparison.banner.getByRole("button", { name: "Back to Model Studio" })).toBeInViewport();
});
