/** The map: it is read, walked by keys, worked on, and shows what a change is worth before it is made. */
import { expectAccessible } from "./support/axe";
import {
  amountIn,
  centreOf,
  findStrayRings,
  ghostOf,
  mapOf,
  markerOnMap,
  messagesOf,
  notchOf,
  ringOf,
  waitBefore,
} from "./support/map";
import type { Playground } from "./support/playground";
import { expect, test } from "./support/test";

const LONG = "The cache was warm and the prefix long. ".repeat(200);
const MARKED = { type: "ephemeral" };
const repeat = (gap: number) => ({ mode: "repeat" as const, gap, user: "", reply: "Done." });

/** A marked rule book, a marked question, and requests that wait 30 s, then 400 s. */
const openWaits = (playground: Playground): Promise<void> =>
  playground.openDocument(
    {
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: [{ type: "text", text: LONG, cache_control: MARKED }] },
        { role: "user", content: "Hi" },
      ],
    },
    { scenario: { name: "Waits", duration: 3, reply: "Done.", turns: [repeat(30), repeat(400)] } },
  );

test("a row is a sentence; a ring is a hit on an entry's line; a notch names the words that differ", async ({
  page,
  playground,
}) => {
  await playground.visit();
  await expect(playground.request(1)).toHaveAccessibleName(
    /^Request 1 at 0:00; first write; [\d,]+ written, .* tokens; \$0\.\d+$/,
  );
  await expect(playground.request(2)).toHaveAccessibleName(
    /^Request 2 at 0:15; hit [\d,]+; [\d,]+ read, .*tokens; \$0\.\d+$/,
  );
  await expect(playground.request(6)).toHaveAccessibleName(
    /^Request 6 at 1:00; miss: system changed; .*; missed about [\d,]+ tokens: system changed$/,
  );
  // The first look goes to the first miss.
  await expect(playground.request(6)).toHaveAttribute("aria-pressed", "true");
  for (const number of [2, 3, 4, 5, 7]) await expect(ringOf(page, number)).toBeVisible();
  await expect(mapOf(page).locator("[data-hit]")).toHaveCount(5);
  expect(await findStrayRings(page)).toEqual([]);
  await expect(notchOf(page, 6)).toContainText("differs from request 5 here: “09:30” → “09:31”");
  await expect(notchOf(page, 8)).toContainText("differs from request 7 here: “09:31” → “09:37”");
  await expect(notchOf(page, 2)).toHaveCount(0);
  await expect(mapOf(page)).toContainText("entries expire 6:14");
  await expectAccessible(page);
});

test("by keys: arrows go from row to row, Enter opens the messages, Escape closes them", async ({
  page,
  playground,
}) => {
  await playground.visit();
  await playground.request(6).focus();
  await page.keyboard.press("ArrowDown");
  await expect(playground.request(7)).toBeFocused();
  await expect(playground.request(7)).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("End");
  await expect(playground.request(8)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(playground.request(1)).toBeFocused();
  await expect(playground.request(1)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect(messagesOf(page, 1)).toBeVisible();
  await expect(playground.request(1)).toHaveAttribute("aria-expanded", "true");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(messagesOf(page, 1)).toBeHidden();
  await expect(playground.request(1)).toBeFocused();

  await test.step("a later request lists its own, which follow from the document", async () => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(messagesOf(page, 2)).toContainText("built from the document and the turns");
    await messagesOf(page, 2)
      .getByRole("button", { name: /^user, / })
      .last()
      .focus();
    await page.keyboard.press("Escape");
    await expect(messagesOf(page, 2)).toBeHidden();
    await expect(playground.request(2)).toBeFocused();
  });
});

test("a marker that is dragged shows what each place costs, and its drop says before and after", async ({
  page,
  playground,
}) => {
  await playground.openWith("example=agent");
  await page.keyboard.press("Escape");
  const bill = playground.bill("cost");
  const before = await amountIn(bill);
  const prices = mapOf(page).locator("[data-prices]");
  const from = await centreOf(markerOnMap(page, 2));
  const left = await centreOf(markerOnMap(page, 0));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(left.x + 20, from.y, { steps: 10 });
  await expect(prices).toContainText(/\$0\.\d+ \([+−][\d.]+%\)/);
  const offered = page.locator("[data-bill=ghost]");
  await expect(offered).toContainText("→ $");
  const after = await amountIn(offered);
  expect(after).not.toBe(before);
  await expect(bill).toHaveText(before);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(prices).toHaveCount(0);
  await expect(bill).toHaveText(before);

  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(left.x + 20, from.y, { steps: 10 });
  await expect(prices).toContainText(after);
  await page.mouse.up();
  await expect(page.getByRole("status").first()).toHaveText(
    `Marker moved. The conversation costs ${after} instead of ${before}.`,
  );
  await expect(bill).toHaveText(after);
  await playground.undo();
  await expect(bill).toHaveText(before);
});

test("a marker moves by arrow keys and Enter, and says what each place costs", async ({
  page,
  playground,
}) => {
  await openWaits(playground);
  const before = await amountIn(playground.bill("cost"));
  const marker = markerOnMap(page);
  await marker.focus();
  await page.keyboard.press("ArrowRight");
  await expect(marker).toHaveAttribute(
    "aria-valuetext",
    /^user, prefix [\d,]+ tokens, the conversation costs \$0\.\d+$/,
  );
  await page.keyboard.press("Escape");
  await expect(marker).toHaveAttribute("aria-valuetext", /takes effect$/);
  await page.keyboard.press("ArrowRight");
  await expect(marker).toHaveAttribute("aria-valuetext", /costs \$/);
  const told = (await marker.getAttribute("aria-valuetext")) ?? "";
  await page.keyboard.press("Enter");
  const after = /\$[\d.]+$/.exec(told)?.[0] ?? "";
  await expect(page.getByRole("status").first()).toHaveText(
    `Marker moved. The conversation costs ${after} instead of ${before}.`,
  );
  await expect(playground.markers.first()).toHaveAccessibleName(/^Marker on user/);
  await expect(markerOnMap(page)).toBeFocused();
});

test("the wait before a request is dragged, stepped and typed, and the row says what becomes of it", async ({
  page,
  playground,
}) => {
  await openWaits(playground);
  const wait = waitBefore(page, 3);
  const row = playground.request(3);
  await expect(row).toHaveAccessibleName(/; miss: expired /);

  const from = await centreOf(wait);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 40, { steps: 8 });
  await expect(row).toHaveAccessibleName(/; hit [\d,]+; /);
  await page.mouse.up();
  await expect(row).toHaveAccessibleName(/; hit [\d,]+; /);
  await playground.undo();
  await expect(wait).toHaveAttribute("aria-valuenow", "400");
  await expect(row).toHaveAccessibleName(/; miss: expired /);

  await row.click();
  await wait.focus();
  await page.keyboard.press("ArrowDown");
  await expect(wait).toHaveAttribute("aria-valuetext", "6 min 25 s");
  await page.keyboard.press("ArrowUp");
  await expect(wait).toHaveAttribute("aria-valuetext", "6 min 40 s");
  await expect(wait).toBeFocused();

  await page.keyboard.press("Enter");
  const field = page.getByLabel("Seconds before request 3");
  await expect(field).toBeFocused();
  await page.keyboard.type("120");
  await page.keyboard.press("Enter");
  await expect(field).toBeHidden();
  await expect(wait).toBeFocused();
  await expect(wait).toHaveAttribute("aria-valuetext", "2 min");
  await expect(row).toHaveAccessibleName(/^Request 3 at 2:30; hit /);
});

test("a mend that is pointed at draws its outcome, and keeps its word", async ({ page, playground }) => {
  await playground.visit();
  const before = await amountIn(playground.bill("cost"));
  const mend = page.getByRole("button", { name: "Move the line into the newest message" });
  const offered = page.locator("[data-bill=ghost]");
  await mend.hover();
  await expect(offered).toHaveText(/^→ \$0\.\d+ \(−[\d.]+%\) with /);
  const after = await amountIn(offered);
  await expect(ghostOf(page, 6)).toBeVisible();
  await expect(ghostOf(page, 2)).toHaveCount(0);
  await expect(playground.bill("cost")).toHaveText(before);
  await page.mouse.move(5, 5);
  await expect(offered).toBeHidden();
  await expect(ghostOf(page, 6)).toHaveCount(0);
  await mend.focus();
  await expect(offered).toContainText(after);
  await page.keyboard.press("Enter");
  await expect(playground.bill("cost")).toHaveText(after);
  await expect(playground.request(6)).toHaveAccessibleName(/; hit [\d,]+; /);
});

test("what is pinned stays beside what becomes of it", async ({ page, playground }) => {
  await openWaits(playground);
  const before = await amountIn(playground.bill("cost"));
  await page.getByRole("button", { name: "Pin", exact: true }).click();
  const pinned = page.locator("[data-bill=baseline]");
  await expect(pinned).toHaveText(`pinned ${before}, now (the same)`);
  await playground.request(3).focus();
  for (let nudges = 0; nudges < 2; nudges++) await page.keyboard.press("Alt+Shift+ArrowLeft");
  await expect(playground.request(3)).toHaveAccessibleName(/; hit /);
  await expect(pinned).toHaveText(new RegExp(`^pinned \\${before}, now \\(−[\\d.]+%\\)$`));
  await expect(mapOf(page).locator('[data-other="baseline 3"]')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Unpin" }).click();
  await expect(pinned).toBeHidden();
  await expect(mapOf(page).locator('[data-other^="baseline"]')).toHaveCount(0);
});

test("the conversation is played, stopped, and gone through by hand", async ({ page, playground }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await playground.visit();
  const sent = page.getByRole("slider", { name: "Requests sent so far" });
  const rings = mapOf(page).locator("[data-hit]");
  await expect(sent).toHaveAttribute("aria-valuetext", "8 of 8");
  await sent.focus();
  await page.keyboard.press("Home");
  await expect(sent).toHaveAttribute("aria-valuetext", "1 of 8");
  await expect(rings).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(sent).toHaveAttribute("aria-valuetext", "3 of 8");
  await expect(rings).toHaveCount(2);

  await page.getByRole("button", { name: "Play the conversation" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Play the conversation" })).toBeVisible();
  await page.getByRole("button", { name: "Play the conversation" }).click();
  await expect(sent).toHaveAttribute("aria-valuetext", "8 of 8");
  await expect(page.getByRole("button", { name: "Play the conversation" })).toBeVisible();
  await expect(rings).toHaveCount(5);
});

test("folding the common beginning gives small messages room", async ({ page, playground }) => {
  await page.goto("/#example=multi-turn");
  await playground.ready();
  const apart = async (): Promise<number> =>
    (await centreOf(ringOf(page, 5))).x - (await centreOf(ringOf(page, 2))).x;
  await expect(ringOf(page, 5)).toBeVisible();
  const before = await apart();
  const fold = page.getByRole("button", { name: "Fold" });
  await fold.click();
  await expect(fold).toHaveAttribute("aria-pressed", "true");
  await expect.poll(apart).toBeGreaterThan(before * 3);
  expect(await findStrayRings(page)).toEqual([]);
  await fold.click();
  await expect.poll(apart).toBeCloseTo(before, 0);
});

test("300 requests scroll, with all of them in a strip beside", async ({ page, playground }) => {
  const turns = Array.from({ length: 299 }, (_, at) => repeat(at === 150 ? 400 : 10));
  const messages = [{ role: "system", content: [{ type: "text", text: LONG, cache_control: MARKED }] }];
  const scenario = { name: "Many", duration: 1, reply: "Done.", turns };
  await playground.openDocument({ model: "qwen3.7-max", messages }, { scenario });
  const strip = page.locator("[data-overview]");
  await expect(strip).toBeVisible();
  await expect(playground.request(300)).toHaveCount(0);
  await playground.request(1).focus();
  await page.keyboard.press("End");
  await expect(playground.request(300)).toBeFocused();
  await expect(playground.request(300)).toBeInViewport();
  await expect(playground.request(1)).toHaveCount(0);
  const box = await strip.boundingBox();
  if (!box) throw new Error("The strip is not on the screen.");
  await strip.click({ position: { x: 10, y: box.height / 2 } });
  await expect(playground.request(152)).toHaveAccessibleName(/; miss: expired /);
  await expect(playground.request(152)).toBeInViewport();
  await expectAccessible(page);
});
