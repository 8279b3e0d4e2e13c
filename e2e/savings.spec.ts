/** What to change in a conversation, ranked by money, previewed, done and taken back. */
import { expectAccessible } from "./support/axe";
import type { Playground } from "./support/playground";
import { expect, test } from "./support/test";

const sheet = ({ page }: Playground) => page.getByRole("region", { name: "Savings", exact: true });
const ranked = (playground: Playground) => sheet(playground).getByRole("region", { name: "Ranked by money" });
const row = (playground: Playground, title: string) =>
  ranked(playground).getByRole("listitem").filter({ hasText: title });

/** What is replayed takes its time where a machine is busy. */
const REPLAYED = { timeout: 60_000 };

test.setTimeout(240_000);

async function openSavings(playground: Playground): Promise<void> {
  const { page } = playground;
  await page.goto("/#example=tool-agent");
  await playground.ready();
  await page.getByRole("button", { name: "Savings", exact: true }).click();
  await expect(sheet(playground).getByText(/measures replayed on this conversation/)).toBeVisible(REPLAYED);
}

/** Dollars of a text such as −$28.29. */
const dollars = (text: string): number => Number(/\$([\d.,]+)/.exec(text)?.[1]?.replaceAll(",", ""));

test("a stranger reaches −71 % on the agent's example: place the markers, move the clock, keep the tools in order", async ({
  page,
  playground,
}) => {
  await openSavings(playground);
  const before = await playground.bill("cost").textContent();
  const headline = sheet(playground).getByRole("region", { name: "Best for the cache" });
  await expect(headline.locator("[data-headline]")).toHaveText(/^−71(\.0)?%$/, REPLAYED);
  await expect(headline.getByRole("listitem")).toHaveText([
    "1. Move changing text behind what stays the same",
    "2. Write tools and their keys in one fixed order",
    "3. Place the markers where they cost the least",
  ]);
  await expectAccessible(page);

  await test.step("chosen, the parts sum to the whole, in every order", async () => {
    await headline.getByRole("button", { name: "Choose these" }).click();
    const together = sheet(playground).getByRole("region", { name: "Chosen together" });
    await expect(together).toContainText(/3 measures together: −71(\.0)?%/, REPLAYED);
    const parts = together.getByRole("list", { name: "Parts of the saving" }).getByRole("listitem");
    await expect(parts).toHaveCount(4);
    for (const order of ["Any order", "Caching first", "Payload first"]) {
      await together.getByText(order, { exact: true }).click();
      const amounts = (await parts.allTextContents()).map(dollars);
      // Rounded to cents each: four of them may be two cents off.
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(235.19, 1);
    }
    await expectAccessible(page);
    await together.getByRole("button", { name: /^Leave out: Write tools/ }).click();
    await expect(together).toContainText("2 measures together", REPLAYED);
    await together.getByRole("button", { name: /^Leave out: Move changing/ }).click();
    await together.getByRole("button", { name: /^Leave out: Place/ }).click();
  });

  await test.step("done as one act, and one undo takes it back", async () => {
    await headline.getByRole("button", { name: "Do all 3" }).focus();
    await expect(page.locator("[data-bill=ghost]")).toContainText("$0.06825");
    await headline.getByRole("button", { name: "Do all 3" }).click();
    await expect(playground.bill("cost")).toHaveText("$0.06825");
    await expect(row(playground, "Move changing text behind")).toHaveCount(0, REPLAYED);
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
  await expect(measure).toContainText(/−\d+\.\d%/);
  await expect(measure).toContainText("words move");
  await expect(measure).toContainText("documented, 2026-05-25");
  await expect(measure).toContainText("Risk: ");
  await measure.getByRole("button", { name: /^Preview/ }).focus();
  const ghost = page.locator("[data-bill=ghost]");
  await expect(ghost).toContainText(/\$0\.\d+/);
  const drawn = /\$0\.\d+/.exec((await ghost.textContent()) ?? "")?.[0] ?? "";
  await measure.getByRole("button", { name: /^Do it/ }).click();
  await expect(playground.bill("cost")).toHaveText(drawn);
  await expect(page.locator("[data-bill=ghost]")).toHaveCount(0);
});

test("of several ways to do one thing only one is chosen, and what does not apply says why", async ({
  playground,
}) => {
  await openSavings(playground);
  const few = sheet(playground).getByRole("checkbox", { name: "Offer a few fixed tools" });
  await few.check();
  await sheet(playground)
    .getByRole("checkbox", { name: "Offer only the relevant tools in each turn" })
    .check();
  await expect(few).not.toBeChecked();
  await sheet(playground)
    .getByText(/measures that do not apply here/)
    .click();
  await expect(
    sheet(playground).getByText("No pause is longer than the life of an entry (5 min)."),
  ).toBeVisible();
});

test("the ways to offer tools are side by side, and the dial plays one of them anew", async ({
  page,
  playground,
}) => {
  await openSavings(playground);
  const tools = sheet(playground).getByRole("region", { name: "Tools, each way" });
  await expect(tools).toContainText("3 of the 8 tools offered are called", REPLAYED);
  await expect(sheet(playground).getByText(/other systems priced in USD/)).toBeVisible(REPLAYED);
  await expectAccessible(page);
  const kept = tools.locator("[data-way=kept]");
  const relevant = tools.locator("[data-way=relevant]");
  await expect(kept).toContainText("kept for 1 more turn", REPLAYED);
  const dial = tools.getByRole("textbox", { name: "Turns for which a tool stays after its last call" });
  await dial.fill("0");
  await expect(kept).toContainText("kept for 0 more turns", REPLAYED);
  // Without a bonus it is the way of the relevant few.
  const cells = (row: typeof kept) => row.getByRole("cell").allTextContents();
  expect((await cells(kept)).slice(0, 8)).toEqual((await cells(relevant)).slice(0, 8));
  await dial.fill("7");
  await expect(kept).toContainText("kept for 7 more turns", REPLAYED);
  const cost = dollars((await tools.locator("[data-way=all]").textContent()) ?? "");
  await tools.getByRole("button", { name: "Do it: All, always in one order" }).click();
  await expect
    .poll(async () => dollars((await playground.bill("cost").textContent()) ?? ""))
    .toBeCloseTo(cost / 1000, 4);
});

test("another system is named with its price, without a deed: Compare has its row", async ({
  page,
  playground,
}) => {
  await openSavings(playground);
  const other = sheet(playground).getByRole("region", { name: "Another system" });
  await expect(other).toContainText(/the cheapest of \d+ other systems priced in USD/, REPLAYED);
  await expect(other).toContainText("there is no “Do it”");
  await expect(other.getByRole("button", { name: /^Do it/ })).toHaveCount(0);
  await other.getByRole("button", { name: "Open Compare" }).click();
  await expect(page.getByRole("region", { name: "Compare", exact: true })).toBeVisible();
});

test("when a compression pays is told turn by turn, and why a gateway injects nothing", async ({
  playground,
}) => {
  await openSavings(playground);
  const compress = row(playground, "Compress old messages once");
  await expect(compress).toContainText("up to the last marker");
  await compress.getByText(/^When it pays: \d of \d turns tried/).click();
  const turns = compress.getByRole("list", { name: "What it would cost at each turn" }).getByRole("listitem");
  await expect(turns.first()).toContainText("before 2");
  await sheet(playground)
    .getByText(/measures that do not apply here/)
    .click();
  await expect(
    sheet(playground).getByText(/which a gateway leaves alone\. Without them it would inject/),
  ).toBeVisible();
});

test("whoever has only usage numbers sees what the cache and left-out tokens saved, counted once", async ({
  page,
  playground,
}) => {
  await openSavings(playground);
  await sheet(playground).getByText("I have only usage numbers").click();
  const usage = sheet(playground).getByLabel("Usage, as answers give it", { exact: false });
  await usage.fill('{"prompt_tokens": ');
  await expect(sheet(playground).getByText("This is not JSON", { exact: false })).toBeVisible();
  await usage.fill(
    '{"input_tokens": 1000000, "cache_read_input_tokens": 9000000, "cache_creation_input_tokens": 0, "output_tokens": 5}',
  );
  await expect(sheet(playground).getByText("1 usage object summed")).toBeVisible();
  await sheet(playground).getByRole("textbox", { name: "Left out, tokens" }).fill("10000000");
  const saved = sheet(playground).getByRole("region", { name: "What was saved" });
  const parts = saved.getByRole("list", { name: "Parts of what was saved" }).getByRole("listitem");
  // 20 M at 2.5 = 50; 1 M at 2.5 and 9 M at 0.25 are paid: 4.75, and as much is what the cache leaves to the others.
  await expect(saved).toContainText("$50.00 → $4.75");
  await expect(parts).toHaveText([
    /By the cache−\$40\.50/,
    /By left-out tokens−\$4\.75/,
    /Still paid for input\$4\.75/,
  ]);
  await saved.getByText("Fewer tokens first").click();
  await expect(parts.nth(1)).toContainText("−$25.00");
  await expectAccessible(page);
});

test("an example shows what twenty calls with one prompt cost with a cache", async ({ playground }) => {
  await openSavings(playground);
  await sheet(playground).getByText("I have only usage numbers").click();
  await sheet(playground).getByRole("button", { name: "Example: 20 calls with 8,000 tokens each" }).click();
  await expect(sheet(playground).getByRole("region", { name: "What was saved" })).toContainText(
    "−84.3% $0.480 → $0.076",
  );
});
