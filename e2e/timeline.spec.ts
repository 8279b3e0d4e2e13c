/** The timeline: gaps are dragged, the moment of expiry is in sight, and everything can be taken away as a file. */
import { readFile } from "node:fs/promises";
import { pick } from "./support/pick";
import type { Playground } from "./support/playground";
import { expect, test } from "./support/test";
import { showView } from "./support/views";

/** The plainest example, its requests over time. */
async function openChart(playground: Playground): Promise<void> {
  await playground.open();
  await showView(playground.page, "Over time");
}

test("dragging a request past five minutes shows the cliff, and then the miss", async ({
  page,
  playground,
}) => {
  await openChart(playground);
  await expect(playground.request(2)).toHaveAccessibleName(/8,739 read/);
  const bar = await playground.request(2).locator("[data-stack]").boundingBox();
  if (!bar) throw new Error("Request 2 is not on the screen.");
  const y = bar.y + bar.height / 2;
  await page.mouse.move(bar.x + bar.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(bar.x + 60, y, { steps: 4 });
  await expect(page.locator("[data-cliff]")).toContainText("entries expire at 5:00");
  const axis = await page.locator("[data-cliff] line").boundingBox();
  if (!axis) throw new Error("The cliff is not drawn.");
  await page.mouse.move(axis.x + 40, y, { steps: 8 });
  await page.mouse.up();
  await expect(page.locator("[data-cliff]")).toHaveCount(0);
  await expect(playground.request(2)).toHaveAccessibleName(/: 0 read, 8,890 written/);
  // The request that was looked at before stays selected: a drag is no click.
  await expect(playground.request(1)).toHaveAttribute("aria-pressed", "true");
  await playground.request(2).click();
  await playground.openTab("Why");
  await expect(page.getByRole("tabpanel")).toContainText("expired");
});

test("the chart as it opens: taken away, pointed at, zoomed, and changed by keyboard", async ({
  page,
  playground,
}) => {
  await openChart(playground);
  await test.step("figures and chart can be taken away", async () => {
    const take = async (name: string): Promise<Buffer> => {
      await page.getByRole("button", { name: "Download" }).click();
      const coming = page.waitForEvent("download");
      await page.getByRole("menuitem", { name }).click();
      return readFile(await (await coming).path());
    };
    const csv = (await take("Figures (CSV)")).toString();
    expect(csv.split("\r\n")).toHaveLength(7);
    expect(csv).toContain(",8739,151,");
    const svg = (await take("Chart (SVG)")).toString();
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).not.toContain("var(--");
    const png = await take("Chart (PNG)");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.length).toBeGreaterThan(5_000);
  });

  await test.step("a segment under the pointer is outlined in every request that holds it", async () => {
    const outlines = page.locator('svg [data-request] rect[stroke="var(--ink)"]');
    await expect(outlines).toHaveCount(0);
    await playground.request(2).click();
    await playground.openTab("Why");
    const strip = page.getByRole("listbox", { name: "Segments of this request" });
    await strip.getByRole("option", { name: /system/ }).hover();
    await expect(outlines).toHaveCount(5);
  });

  await test.step("zooming in makes the axis longer, fitting makes it short again", async () => {
    const chart = page.getByRole("group", { name: "Timeline of requests" });
    const width = async (): Promise<number> => (await chart.boundingBox())?.width ?? 0;
    const before = await width();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await expect.poll(width).toBeGreaterThan(before * 2);
    await page.getByRole("button", { name: /fit the whole timeline/ }).click();
    await expect.poll(width).toBe(before);
  });

  await test.step("by keyboard: Alt and an arrow sends a request earlier or later", async () => {
    await expect(playground.request(2)).toHaveAccessibleName(/^Request 2 at 0:50/);
    await playground.request(2).focus();
    await page.keyboard.press("Alt+ArrowRight");
    await expect(playground.request(2)).toHaveAccessibleName(/^Request 2 at 1:00/);
    await page.keyboard.press("Alt+Shift+ArrowRight");
    await expect(playground.request(2)).toHaveAccessibleName(/^Request 2 at 2:00/);
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(playground.request(2)).toHaveAccessibleName(/^Request 2 at 1:50/);
  });
});

test("pointing at a request tells all of it, Escape puts that away, and the arrow keys go on", async ({
  page,
  playground,
}) => {
  await openChart(playground);
  const card = page.getByRole("tooltip");
  await playground.request(2).locator("[data-stack]").hover();
  await expect(card).toContainText("Request 2 · 0:50 · 50 s later");
  await expect(card).toContainText("Read 8,739 tokens from the entry that request 1 wrote");
  await expect(card.getByRole("row", { name: /^read/ })).toContainText("8,739");
  const box = {
    card: await card.boundingBox(),
    bar: await playground.request(2).locator("[data-stack]").boundingBox(),
  };
  if (!box.card || !box.bar) throw new Error("There is no card beside the bar.");
  const isApart =
    box.card.x >= box.bar.x + box.bar.width ||
    box.card.x + box.card.width <= box.bar.x ||
    box.card.y >= box.bar.y + box.bar.height ||
    box.card.y + box.card.height <= box.bar.y;
  expect(isApart).toBe(true);
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);

  await playground.request(1).focus();
  await page.keyboard.press("ArrowRight");
  await expect(playground.request(2)).toBeFocused();
  await expect(playground.request(2)).toHaveAttribute("aria-pressed", "true");
  await expect(playground.request(2)).toHaveAccessibleDescription(/Read 8,739 tokens/);
  await page.keyboard.press("End");
  await expect(playground.request(5)).toBeFocused();
});

test("the axis reaches the end of the entries, and money has a strip of its own", async ({
  page,
  playground,
}) => {
  await openChart(playground);
  const chart = page.getByRole("group", { name: "Timeline of requests" });
  await expect(chart.locator("[data-entries-end]")).toHaveText("entries expire at 8:45");
  const cost = (await playground.bill("cost").textContent()) ?? "";
  await expect(chart.locator("[data-money-line=laid]")).toHaveText(`this layout ${cost}`);
  await expect(chart.locator("[data-money-line=implicit]")).toContainText("may happen, not promised");
  await pick(page, "Region", "Frankfurt");
  await expect(chart).toContainText("No price is known for qwen3.7-max in this region.");
});

test("while the request cannot be read, the figures of the last one are dimmed and say so", async ({
  page,
  playground,
}) => {
  await openChart(playground);
  await expect(page.locator("[data-stale]")).toHaveCount(0);
  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("?");
  await expect(page.locator("[data-stale]")).toBeVisible();
  await expect(page.getByText("The request cannot be read as it stands")).toBeVisible();
  await showView(page, "Table");
  await expect(page.locator("[data-stale]")).toContainText("8,739");
  await playground.undo();
  await expect(page.locator("[data-stale]")).toHaveCount(0);
});

test("the table says money for one conversation or a thousand, and goes to the request clicked", async ({
  page,
  playground,
}) => {
  await openChart(playground);
  await showView(page, "Table");
  const sum = page.locator("[data-sum=cost]");
  const one = Number((await sum.textContent())?.slice(1));
  await page.getByRole("switch", { name: "per 1,000 conversations" }).click();
  await expect.poll(async () => Number((await sum.textContent())?.slice(1)) / one).toBeCloseTo(1000, -1);
  const row = page
    .getByRole("table", { name: /Requests of the scenario/ })
    .getByRole("row")
    .nth(3);
  await row.getByText("read", { exact: true }).click();
  await expect(row).toHaveAttribute("aria-current", "true");
  await page.getByRole("button", { name: "10 seconds more before request 2" }).click();
  await expect(page.getByLabel("Gap before request 2, seconds")).toHaveValue("60");
});

test("pings are slim, hollow and named", async ({ page, playground }) => {
  await openChart(playground);
  await pick(page, "Scenario", "Pings over a coffee break");
  await expect(playground.request(3)).toContainText("ping");
  const widthOf = async (request: number): Promise<number> =>
    (await playground.request(request).locator("[data-stack]").boundingBox())?.width ?? 0;
  expect(await widthOf(3)).toBeLessThan(await widthOf(2));
});

test("ten requests at once stand side by side, and each pays for what it writes", async ({
  page,
  playground,
}) => {
  await openChart(playground);
  await pick(page, "Scenario", "Ten workers at once");
  await expect(playground.request(12)).toBeVisible();
  const places = await Promise.all(
    Array.from(
      { length: 10 },
      async (_, index) => (await playground.request(index + 2).boundingBox())?.x ?? 0,
    ),
  );
  expect(new Set(places).size).toBe(10);
});

test("prices of one's own change the bill and travel with the link", async ({ page, playground }) => {
  await openChart(playground);
  const before = await playground.bill("cost").textContent();
  await page.getByRole("button", { name: "Options" }).click();
  await page.getByLabel(/^Price of read, input up to/).fill("0.01");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(playground.bill("cost")).not.toHaveText(before ?? "");
  const cheaper = await playground.bill("cost").textContent();
  const link = await playground.readLink();
  await page.goto("about:blank");
  await page.goto(link);
  await playground.ready();
  await expect(playground.bill("cost")).toHaveText(cheaper ?? "");
  await page.getByRole("button", { name: /Options/ }).click();
  await page.getByRole("button", { name: "Back to the price table" }).click();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(playground.bill("cost")).toHaveText(before ?? "");
});

test("without markers the bill names the range the implicit cache leaves", async ({ page, playground }) => {
  await playground.open();
  await pick(page, "Markers", "No markers");
  await expect(playground.markers).toHaveCount(0);
  await expect(page.getByText("No cache entries: no marker takes effect.")).toBeVisible();
  await expect(page.locator("[data-bill=at-best]")).toBeVisible();
  await page.getByRole("button", { name: "Options" }).click();
  await page.getByRole("radio", { name: "Always" }).click();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page.locator("[data-bill=at-best]")).toHaveCount(0);
  await expect(playground.request(2)).toHaveAccessibleName(/8,704 read/);
});
