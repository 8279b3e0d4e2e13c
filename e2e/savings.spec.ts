/** What to change in a conversation, ranked by money, previewed, done and taken back. */
import { expectAccessible } from "./support/axe";
import type { Playground } from "./support/playground";
import { expect, test } from "./support/test";

const sheet = ({ page }: Playground) => page.getByRole("region", { name: "Savings", exact: true });
const ranked = (playground: Playground) => sheet(playground).getByRole("region", { name: "Ranked by money" });
const row = (playground: Playground, title: string) =>
  ranked(playground).getByRole("listitem").filter({ hasText: title });

async function openSavings(playground: Playground): Promise<void> {
  const { page } = playground;
  await page.goto("/#example=tool-agent");
  await playground.ready();
  await page.getByRole("button", { name: "Savings", exact: true }).click();
  await expect(sheet(playground).getByText(/measures replayed on this conversation/)).toBeVisible();
}

test("a stranger finds what the clock and the shuffled tools cost together, and mends both at once", async ({
  page,
  playground,
}) => {
  await openSavings(playground);
  const before = await playground.bill("cost").textContent();
  await sheet(playground).getByRole("button", { name: "Choose all that change no words" }).click();
  const together = sheet(playground).getByRole("region", { name: "Chosen together" });
  await expect(together).toContainText("2 measures together: −51.4%");

  await test.step("the parts sum to the whole, in every order", async () => {
    const parts = together.getByRole("list", { name: "Parts of the saving" }).getByRole("listitem");
    await expect(parts).toHaveText([
      /Move changing text behind what stays the same−\$28\.29/,
      /Write tools and their keys in one fixed order−\$12\.33/,
      /Still paid\$38\.45/,
    ]);
    await together.getByText("Caching first").click();
    await expect(parts.nth(1)).toContainText("−$24.54");
    await expect(together).toContainText("then what fewer words save on top");
  });
  await expectAccessible(page);

  await test.step("done as one act, and one undo takes it back", async () => {
    await together.getByRole("button", { name: "Do all chosen" }).click();
    await expect(playground.bill("cost")).toHaveText("$0.03845");
    await expect(row(playground, "Move changing text behind")).toHaveCount(0);
    await page
      .getByRole("button", { name: /^Undo: / })
      .first()
      .click();
    await expect(playground.bill("cost")).toHaveText(before ?? "");
  });
});

test("a measure is drawn on the map before it is done, and costs what was said", async ({
  page,
  playground,
}) => {
  await openSavings(playground);
  const measure = row(playground, "Move changing text behind what stays the same");
  await expect(measure).toContainText("−20.3%");
  await expect(measure).toContainText("documented, 2026-05-25");
  await expect(measure).toContainText("Risk: ");
  await measure.getByRole("button", { name: /^Preview/ }).focus();
  await expect(page.locator("[data-bill=ghost]")).toContainText("$0.06299");
  await measure.getByRole("button", { name: /^Do it/ }).click();
  await expect(playground.bill("cost")).toHaveText("$0.06299");
  await expect(page.locator("[data-bill=ghost]")).toHaveCount(0);
});

test("of several ways to do one thing only one is chosen, and what does not apply says why", async ({
  playground,
}) => {
  await openSavings(playground);
  const few = sheet(playground).getByRole("checkbox", { name: "Offer a stable few tools" });
  await few.check();
  await sheet(playground)
    .getByRole("checkbox", { name: "Offer only the relevant tools in each turn" })
    .check();
  await expect(few).not.toBeChecked();
  await sheet(playground)
    .getByText(/measures that do not apply here/)
    .click();
  await expect(
    sheet(playground).getByText("No pause is longer than the 5 min that entries live."),
  ).toBeVisible();
});
