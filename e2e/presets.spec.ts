/** The four presets begin with the published figures of the best-practice guide. */
import { pick } from "./support/pick";
import { expect, test } from "./support/test";
import { showView } from "./support/views";

const presets = [
  {
    title: "Multi-turn conversation",
    turns: ["8,739 written", "8,739 read, 151 written", "8,890 read, 101 written"],
  },
  { title: "Production agent, three markers", turns: ["7,659 written", "7,659 read, 73 written"] },
  {
    title: "Batch processing",
    turns: ["10,353 written", ...Array<string>(4).fill("10,353 read")],
  },
  { title: "Function calling", turns: ["1,995 written", "1,995 read"] },
] as const;

test("a first visit shows a played conversation with reads, without doing anything", async ({
  page,
  playground,
}) => {
  await playground.open();
  await expect(playground.request(2)).toHaveAccessibleName(/8,739 read, 151 written/);
  await expect(playground.segment("system")).toBeVisible();
  await expect(playground.markers).toHaveCount(1);
  await expect(playground.bill("saving")).toHaveText(/^−\d/);
  await expect(page.locator(".token-hint").first()).toContainText("tok");

  await test.step("the table shows every figure, and its sum is the bill", async () => {
    await showView(page, "Table");
    const rows = page.getByRole("table", { name: /Requests of the scenario/ }).getByRole("row");
    await expect(rows).toHaveCount(7);
    await expect(rows.nth(2)).toContainText("8,739");
    const cost = Number((await playground.bill("cost").textContent())?.slice(1));
    const sum = Number((await page.locator("[data-sum=cost]").textContent())?.slice(1));
    expect(Math.abs(sum - cost)).toBeLessThan(0.0001);
  });
});

test("read and written are the guide's figures", async ({ page, playground }) => {
  await playground.open();
  for (const { title, turns } of presets) {
    await test.step(title, async () => {
      await playground.chooseExample(title);
      for (const [index, figures] of turns.entries()) {
        await expect(playground.request(index + 1)).toHaveAccessibleName(
          new RegExp(`; ${figures}, ([\\d,]+ uncached, )?[\\d,]+ completion tokens;`),
        );
      }
      await expect(playground.request(5)).toBeVisible();
      await expect(playground.request(6)).toHaveCount(0);
      await playground.openTab("Problems");
      await expect(page.getByText("No problems found")).toBeVisible();
    });
  }
});

test("a gap of more than five minutes makes the entry expire, and the reason says so", async ({
  page,
  playground,
}) => {
  await playground.open();
  await showView(page, "Table");
  await page.getByLabel("Gap before request 2, seconds").fill("301");
  const second = page
    .getByRole("table", { name: /Requests of the scenario/ })
    .getByRole("row")
    .nth(2);
  await expect(second.getByRole("cell").nth(3)).toHaveText("0");
  await second.getByRole("button", { name: "2", exact: true }).click();
  await playground.openTab("Why");
  await expect(page.getByRole("tabpanel", { name: "Why" })).toContainText("expired");
});

test("another region bills in its own currency and prices, and an unknown price stays unknown", async ({
  page,
  playground,
}) => {
  await playground.open();
  await expect(playground.bill("cost")).toContainText("$");
  await pick(page, "Region", "Beijing");
  await expect(playground.bill("cost")).toContainText("¥");
  await pick(page, "Region", "Frankfurt");
  await expect(playground.bill("cost")).toHaveText("cost unknown");
  await playground.openTab("Rules");
  await expect(page.getByText("No price is known for this model in this region")).toBeVisible();
});
