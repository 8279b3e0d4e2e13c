/** Whether pinging through a pause pays: the horizon, and the user's own pauses replayed. */
import { expectAccessible } from "./support/axe";
import { pick } from "./support/pick";
import type { Playground } from "./support/playground";
import { expect, test } from "./support/test";
import { openSheet } from "./support/views";

async function openKeepAlive({ page }: Playground, scenario?: string): Promise<void> {
  if (scenario) {
    await pick(page, "Scenario", scenario);
  }
  await openSheet(page, "Keep-alive");
}

const replay = ({ page }: Playground) => page.getByRole("table", { name: /pings per pause$/ });

test("a long break: the horizon, the pause, and the cheapest number of pings", async ({
  page,
  playground,
}) => {
  await playground.open();
  await openKeepAlive(playground, "Same request after a long break");
  await expect(page.getByText("300 s × (3.125 / 0.25 − 1) = 57 min 30 s: beyond that,")).toBeVisible();
  await expect(page.getByText("This scenario has 1 pause longer than 5 min (7 min).")).toBeVisible();
  await expect(replay(playground).getByRole("row")).toHaveCount(17);
  const marked = replay(playground).getByRole("row").filter({ hasText: "cheapest" });
  await expect(marked).toHaveCount(1);
  await expect(marked.getByRole("rowheader")).toHaveText(/^cheapest 1$/);
  await expect(marked).toContainText(/−\d+(\.\d)?% saves \$/);
  await expect(page.getByText(/^One ping per pause saves \d+(\.\d)?%\.$/)).toBeVisible();
  await expectAccessible(page);
});

test("without a long pause pings do not pay, and it says so", async ({ page, playground }) => {
  await playground.open();
  await openKeepAlive(playground);
  await expect(page.getByText("Pings do not pay here: no pause is longer than 5 min.")).toBeVisible();
  await expect(page.getByText("This scenario has no pause longer than 5 min.")).toBeVisible();
  const marked = replay(playground).getByRole("row").filter({ hasText: "cheapest" });
  await expect(marked.getByRole("rowheader")).toHaveText(/^cheapest 0$/);
  await expect(replay(playground).getByRole("row").last()).toContainText(/\+\d+(\.\d)?% costs \$\S+ more/);

  await test.step("an unknown price is said, not guessed", async () => {
    await pick(page, "Region", "Frankfurt");
    await expect(
      page.getByText("How long a pause pings can pay for is unknown: a price is missing."),
    ).toBeVisible();
    await expect(page.getByText("Costs cannot be compared: no price is known.")).toBeVisible();
  });
});

test("the view is accessible on a phone, and no wider than the screen", async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/#example=multi-turn");
  await openKeepAlive(playground, "Same request after a long break");
  await expect(page.getByText(/^One ping per pause saves /)).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
