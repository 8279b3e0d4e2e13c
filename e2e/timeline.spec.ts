/** The timeline: gaps are dragged, the moment of expiry is in sight, and everything can be taken away as a file. */
import { readFile } from "node:fs/promises";
import { pick } from "./support/pick";
import { expect, test } from "./support/test";

test("dragging a request past five minutes shows the cliff, and then the miss", async ({
  page,
  playground,
}) => {
  await playground.open();
  await expect(playground.request(2)).toHaveAccessibleName(/8,739 read/);
  const handle = await playground.request(2).locator("text", { hasText: /^2$/ }).boundingBox();
  if (!handle) throw new Error("Request 2 is not on the screen.");
  const y = handle.y + handle.height / 2;
  await page.mouse.move(handle.x + handle.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(handle.x + 60, y, { steps: 4 });
  await expect(page.locator("[data-cliff]")).toContainText("entries end at 5:00");
  const axis = await page.locator("[data-cliff] line").boundingBox();
  if (!axis) throw new Error("The cliff is not drawn.");
  await page.mouse.move(axis.x + 40, y, { steps: 8 });
  await page.mouse.up();
  await expect(page.locator("[data-cliff]")).toHaveCount(0);
  await expect(playground.request(2)).toHaveAccessibleName(/: 0 read, 8,890 written/);
  await playground.request(2).click();
  await playground.openTab("Why");
  await expect(page.getByRole("tabpanel")).toContainText("expired");
});

test("the chart as it opens: taken away, pointed at, zoomed, and changed by keyboard", async ({
  page,
  playground,
}) => {
  await playground.open();
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
    await playground.segment("system").hover();
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

test("ten requests at once stand side by side, and each pays for what it writes", async ({
  page,
  playground,
}) => {
  await playground.open();
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
  await playground.open();
  const before = await playground.bill("cost").textContent();
  await page.getByRole("button", { name: "Options" }).click();
  await page.getByLabel(/^Price of read, input up to/).fill("0.01");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(playground.bill("cost")).not.toHaveText(before ?? "");
  const cheaper = await playground.bill("cost").textContent();
  const link = await playground.readLink();
  await page.goto("about:blank");
  await page.goto(link);
  await playground.ready();
  await expect(playground.bill("cost")).toHaveText(cheaper ?? "");
  await page.getByRole("button", { name: /Options/ }).click();
  await page.getByRole("button", { name: "Back to the price table" }).click();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(playground.bill("cost")).toHaveText(before ?? "");
});

test("without markers the bill names the range the implicit cache leaves", async ({ page, playground }) => {
  await playground.open();
  await pick(page, "Markers", "No markers");
  await expect(playground.markers).toHaveCount(0);
  await expect(page.locator("[data-bill=at-best]")).toBeVisible();
  await page.getByRole("button", { name: "Options" }).click();
  await page.getByRole("radio", { name: "Always" }).click();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.locator("[data-bill=at-best]")).toHaveCount(0);
  await expect(playground.request(2)).toHaveAccessibleName(/8,704 read/);
});
