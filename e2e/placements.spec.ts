/** Placements are compared on the user's own scenario, and the best one is a click away. */

import { decodeShare } from "../lib/share/codec";
import { ENGLISH } from "../lib/words/plain-words";
import { expectAccessible } from "./support/axe";
import { pick, pickerOf } from "./support/pick";
import type { Playground } from "./support/playground";
import { expect, test } from "./support/test";
import { openSheet } from "./support/views";

class Placements {
  readonly playground: Playground;

  constructor(playground: Playground) {
    this.playground = playground;
  }

  async open(): Promise<void> {
    await openSheet(this.playground.page, "Placements");
  }

  get table() {
    return this.playground.page.getByRole("table", { name: /^Placements on this scenario/ });
  }

  row(name: string) {
    return this.table.getByRole("row").filter({ hasText: name }).first();
  }

  get cheapest() {
    return this.playground.page.getByRole("region", { name: "Cheapest placement" });
  }

  /** Shows all placements that cost the same as the one that stands for them. */
  async unfold(name: string): Promise<void> {
    await this.table.getByRole("button", { name, expanded: false }).click();
  }

  /** The search is over, and nothing of an earlier state is shown. */
  async ready(): Promise<void> {
    await expect(this.table).toBeVisible();
    await expect(this.playground.page.getByText(/^Best (of all|found among) /)).toBeVisible();
  }
}

async function readText(playground: Playground): Promise<string> {
  const decoded = await decodeShare(new URL(await playground.readLink()).hash);
  if (!decoded.ok) throw new Error(ENGLISH.say(decoded.reason));
  return decoded.value.text;
}

test("the cheapest markers for an agent: one winner with its reason, yours with the difference, ties in one row", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.chooseExample("Production agent, three markers");
  const placements = new Placements(playground);
  await placements.open();
  await placements.ready();
  await expect(placements.table.getByText("cheapest", { exact: true })).toHaveCount(1);
  await expect(placements.table.getByText("yours", { exact: true })).not.toHaveCount(0);
  await expect(placements.cheapest).toContainText(
    /costs the least: [\d.]+% below the cost without a cache.*It (reads|writes) [\d,]+ tokens? .* the next( best)?\./,
  );
  // The ranking shows only what differs.
  expect(await placements.table.getByRole("row").count()).toBeLessThan(16);
  await expect(placements.row("No markers")).toContainText(/\+[\d.]+% \+\$\S+/);

  await test.step("where a placement comes from is one click away", async () => {
    const folds = placements.table.getByRole("button", { expanded: false });
    while ((await folds.count()) > 0) await folds.first().click();
    const row = placements.row("Qwen Code");
    await expect(row.locator("a[href='https://github.com/QwenLM/qwen-code']")).toHaveText(
      /^observed on the wire/,
    );
    await expect(row).toContainText("It also marks the last tool, which Model Studio ignores.");
    await expect(row).toContainText("agent");
  });

  await test.step("the implicit cache is shown for comparison, not promised", async () => {
    const row = placements.row("Implicit at best");
    await expect(row).toContainText("not promised");
    await expect(row.getByRole("button")).toHaveCount(0);
  });
  await expectAccessible(page);
});

test("one request alone: no markers are cheaper, and the page says so", async ({ page, playground }) => {
  await playground.open();
  await pick(page, "Scenario", "One request");
  const placements = new Placements(playground);
  await placements.open();
  await placements.ready();
  await expect(placements.cheapest).toContainText("Cheapest: No markers");
  await expect(placements.cheapest).toContainText("Without markers it is cheaper: ");
  await expect(placements.table.getByRole("row").nth(1)).toContainText("No markers");
});

test("none, implicit and explicit on two models: one table", async ({ page, playground }) => {
  await playground.open();
  const placements = new Placements(playground);
  await placements.open();
  await pick(page, "Compare with", "qwen-plus");
  await expect(placements.table.getByRole("columnheader", { name: "Cost on qwen3.7-max" })).toBeVisible();
  await expect(placements.table.getByRole("columnheader", { name: "Cost on qwen-plus" })).toBeVisible();
  for (const name of ["No markers", "Implicit at best", "System only"]) {
    await expect(placements.row(name).getByRole("cell").nth(1)).toHaveText(/\$0\.\d+/);
    await expect(placements.row(name).getByRole("cell").nth(3)).toHaveText(/^\$0\.\d+/);
  }
  await expectAccessible(page);
  await pick(page, "Compare with", "no other model");
  await expect(placements.table.getByRole("columnheader", { name: /^Cost on/ })).toHaveCount(0);
});

test("a placement that is used keeps its name, in the picker, in the table and in a link", async ({
  page,
  playground,
  browser,
}) => {
  await playground.open();
  const placements = new Placements(playground);
  await placements.open();
  await placements.ready();
  await placements.unfold("Last message");
  await placements.table.getByRole("button", { name: "Use: Claude Code", exact: true }).click();
  await expect(playground.markers).toHaveCount(2);
  await expect(pickerOf(page, "Markers")).toContainText("Claude Code");
  const inUse = placements.table.getByRole("button", { name: "In use: Claude Code" });
  await expect(inUse.first()).toBeDisabled();
  await placements.ready();
  await expect(placements.table.getByRole("rowheader", { name: /yours/ })).toContainText("Claude Code");
  expect((await readText(playground)).match(/"cache_control"/g)).toHaveLength(2);

  const link = await playground.readLink();
  const other = await browser.newContext();
  const visitor = await other.newPage();
  await visitor.goto(link);
  await expect(pickerOf(visitor, "Markers")).toContainText("Claude Code");
  await other.close();
});

test("Use it takes the cheapest one, and the bill is what the table said", async ({ playground }) => {
  await playground.open();
  await playground.chooseExample("Production agent, three markers");
  const placements = new Placements(playground);
  await placements.open();
  await placements.ready();
  await placements.cheapest.getByRole("button", { name: /^(Use it|In use)/ }).click({ force: true });
  await expect(placements.cheapest.getByRole("button", { name: "In use" })).toBeDisabled();
  await placements.ready();
  await expect(placements.cheapest).toContainText("Cheapest: yours");
  await expect(playground.bill("cost")).toHaveText(
    (await placements.cheapest.getByText(/^[$¥]/).first().textContent()) ?? "",
  );
});

test("a long search can be cancelled and started again", async ({ page, playground }) => {
  const long = "The cache was warm and the prefix long. ".repeat(150);
  await playground.openDocument(
    {
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: long },
        { role: "user", content: "Begin." },
      ],
    },
    {
      scenario: {
        name: "Two hundred requests",
        duration: 2,
        reply: "Begun.",
        turns: [{ mode: "append", gap: 30, user: "Go on with step {n}.", reply: "Done.", times: 199 }],
      },
    },
  );
  const placements = new Placements(playground);
  await placements.open();
  const cancel = page.getByRole("button", { name: "Cancel", exact: true });
  await expect(cancel.or(placements.table)).toBeVisible();
  // Pressed at once where it is still there: a search may be over before anybody can stop it.
  await cancel.evaluateAll((buttons) => {
    for (const button of buttons) (button as HTMLButtonElement).click();
  });
  const again = page.getByRole("button", { name: "Start again" });
  await expect(again.or(placements.table)).toBeVisible();
  await again.evaluateAll((buttons) => {
    for (const button of buttons) (button as HTMLButtonElement).click();
  });
  await placements.ready();
  await expect(cancel).toHaveCount(0);
});

test("the view is accessible on a phone, and no wider than the screen", async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  const placements = new Placements(playground);
  await placements.open();
  await placements.ready();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
