/** Placements are compared on the user's own scenario, and the best one is a click away. */
import { decodeShare } from "../lib/share/codec";
import { expectAccessible } from "./support/axe";
import { pick, pickerOf } from "./support/pick";
import type { Playground } from "./support/playground";
import { expect, test } from "./support/test";

class Placements {
  readonly playground: Playground;

  constructor(playground: Playground) {
    this.playground = playground;
  }

  async open(): Promise<void> {
    await this.playground.page.getByRole("radio", { name: "Placements" }).click();
  }

  get table() {
    return this.playground.page.getByRole("table", { name: /^Placements on this scenario/ });
  }

  row(name: string) {
    return this.table.getByRole("row").filter({ hasText: name }).first();
  }

  get best() {
    return this.playground.page.getByRole("region", { name: "Best placement" });
  }

  /** The search is over, and nothing of an earlier state is shown. */
  async ready(): Promise<void> {
    await expect(this.table).toBeVisible();
    await expect(this.playground.page.getByText(/^Best (of all|found among) /)).toBeVisible();
  }
}

async function readText(playground: Playground): Promise<string> {
  const decoded = await decodeShare(new URL(await playground.readLink()).hash);
  if (!decoded.ok) throw new Error(decoded.reason);
  return decoded.value.text;
}

test("a conversation: the best placement is named, its markers explained, and the last message leads", async ({
  page,
  playground,
}) => {
  await playground.open();
  const placements = new Placements(playground);
  await placements.open();
  await placements.ready();
  await expect(page.getByText(/ costs the least: \d+ % below the cost without a cache\.$/)).toBeVisible();
  await expect(placements.best).toContainText(/Pays for itself from request \d+\. It saves \$/);
  const first = placements.table.getByRole("row").nth(1);
  await expect(first.getByRole("cell").first()).toHaveText("1");
  await expect(placements.row("Last message").getByRole("cell").first()).toHaveText(/^[123]$/);
  await expect(placements.row("Last message")).toContainText(/−\d+(\.\d)?% saves \$/);
  await expect(placements.row("Claude Code")).toContainText("agent");

  await test.step("where a placement comes from is one click away", async () => {
    const row = placements.row("Qwen Code");
    await row.getByText("Evidence").click();
    await expect(row.locator("a[href='https://github.com/QwenLM/qwen-code']")).toHaveText(
      /^observed on the wire/,
    );
    await expect(row).toContainText("It also marks the last tool, which Model Studio ignores.");
  });

  await test.step("the implicit cache is shown for comparison, not promised and not ranked", async () => {
    const row = placements.row("Implicit at best");
    await expect(row).toContainText("not promised");
    await expect(row.getByRole("cell").first()).toHaveText("–");
    await expect(row.getByRole("button")).toHaveCount(0);
  });

  await expectAccessible(page);

  await test.step("another scenario is compared anew: for one request no markers are cheaper", async () => {
    await pick(page, "Scenario", "One request");
    await expect(page.getByText(/^Without markers it is cheaper: /)).toBeVisible();
    await placements.ready();
    await expect(placements.best).toContainText("No markers");
    await expect(placements.table.getByRole("row").nth(1)).toContainText("No markers");
    await expect(placements.row("System only")).toContainText(/\+\d+(\.\d)?% costs \$\S+ more/);
    await expectAccessible(page);
  });
});

test("Use writes the markers into the document and decides for the requests that follow", async ({
  page,
  playground,
}) => {
  await playground.open();
  const before = await readText(playground);
  const placements = new Placements(playground);
  await placements.open();
  await placements.table.getByRole("button", { name: "Use: System + last message" }).click();
  await expect(playground.markers).toHaveCount(2);
  await expect(pickerOf(page, "Markers")).toContainText("System + last message");
  const inUse = placements.table.getByRole("button", { name: "In use: System + last message" });
  await expect(inUse).toBeDisabled();
  await expect(inUse).toBeFocused();
  expect(await readText(playground)).not.toBe(before);
  await playground.undo();
  await expect(playground.markers).toHaveCount(1);
  expect(await readText(playground)).toBe(before);
});

test("Use it takes the best one", async ({ playground }) => {
  await playground.open();
  await playground.choosePreset("Production agent, three markers");
  const placements = new Placements(playground);
  await placements.open();
  await placements.ready();
  await placements.best.getByRole("button", { name: "Use it" }).click();
  await expect(placements.best.getByRole("button", { name: "In use" })).toBeDisabled();
  await placements.ready();
  await expect(playground.bill("cost")).toHaveText(
    (await placements.best.getByText(/^[$¥]/).first().textContent()) ?? "",
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
