/** Rows of the map: each opens by itself, the axis goes by keys, recordings show whose request is whose. */
import type { Locator, Page } from "@playwright/test";
import { NEUTRAL_SCENARIO } from "../lib/timeline/scenarios";
import { expectAccessible } from "./support/axe";
import { amountIn, centreOf, mapOf, markerOnMap, messagesOf } from "./support/map";
import { pick, pickerOf } from "./support/pick";
import { expect, test } from "./support/test";

const LONG = "The cache was warm and the prefix long. ".repeat(200);
const marked = (text: string) => [{ type: "text", text, cache_control: { type: "ephemeral" } }];
const said = (role: string, content: unknown) => ({ role, content });
const system = said("system", LONG);
const chat = {
  model: "qwen3.7-max",
  messages: [said("system", marked(LONG)), said("user", marked("Where do I begin?"))],
};
const recorded = (gap: number, lane: string | null, ...messages: readonly unknown[]) => ({
  mode: "body" as const,
  gap,
  user: "",
  reply: "Done.",
  body: JSON.stringify({ model: "qwen3.7-max", messages: [system, ...messages] }),
  ...(lane === null ? {} : { lane }),
});

/**
 * Contrast of words against what they stand on: of a drawing the shape before them.
 * Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
const contrastOf = (words: Locator): Promise<number> =>
  words.evaluate((element) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const drawn = element instanceof SVGElement ? element.previousElementSibling : null;
    const own = getComputedStyle(element);
    const panel = getComputedStyle(document.documentElement).getPropertyValue("--panel");
    const grounds = [panel, drawn ? getComputedStyle(drawn).fill : own.backgroundColor];
    const lightness = (...colours: readonly string[]): number => {
      if (!canvas) return 0;
      for (const colour of colours) {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [low = 0, high = 0] = [
      lightness(...grounds, drawn ? own.fill : own.color),
      lightness(...grounds),
    ].sort((one, other) => one - other);
    return (high + 0.05) / (low + 0.05);
  });

const toDark = async (page: Page): Promise<void> => {
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
};

const disclosureOf = (page: Page, number: number): Locator =>
  mapOf(page).locator(`[data-disclosure="${number - 1}"]`);

test("any row lists its messages by itself, several at once, and the selected one stays", async ({
  page,
  playground,
}) => {
  await playground.visit();
  const selected = playground.request(6);
  await expect(selected).toHaveAttribute("aria-pressed", "true");
  await disclosureOf(page, 3).click();
  await expect(messagesOf(page, 3).getByRole("button", { name: /^system, / })).toBeVisible();
  await expect(playground.request(3)).toHaveAttribute("aria-expanded", "true");
  await expect(playground.request(3)).toBeInViewport();
  await expect(selected).toHaveAttribute("aria-pressed", "true");
  await disclosureOf(page, 5).click();
  await expect(messagesOf(page, 5).getByRole("button", { name: /^system, / })).toBeVisible();
  await expect(messagesOf(page, 3)).toBeVisible();
  // Each has its own words: the later one has more of them.
  const count = (number: number) =>
    messagesOf(page, number)
      .getByRole("button", { name: /^user, / })
      .count();
  expect(await count(5)).toBeGreaterThan(await count(3));
  await expectAccessible(page);
  await messagesOf(page, 3).getByRole("button", { name: "Close" }).click();
  await expect(messagesOf(page, 3)).toBeHidden();
  await expect(messagesOf(page, 5)).toBeVisible();

  await playground.request(5).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(messagesOf(page, 5)).toBeHidden();
  await page.keyboard.press("ArrowRight");
  await expect(messagesOf(page, 5)).toBeVisible();
  await page.keyboard.press(" ");
  await expect(messagesOf(page, 5)).toBeHidden();
  await expect(playground.request(5)).toBeFocused();
});

test("the axis by keys: nearer, along, and all of it again", async ({ page, playground }) => {
  await playground.visit();
  const told = page.getByRole("status").first();
  const fit = page.getByRole("button", { name: "Fit" });
  await playground.request(6).focus();
  await page.keyboard.press("+");
  await expect(told).toHaveText(/^The axis shows 2,\d{3} to 7,\d{3} tokens\.$/);
  await expect(fit).toBeVisible();
  const before = await told.textContent();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(told).toHaveText(/^The axis shows 3,\d{3} to 8,\d{3} tokens\.$/);
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(told).toHaveText(before ?? "");
  // No key of these is one of the rows'.
  await expect(playground.request(6)).toBeFocused();
  await expect(playground.request(6)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("-");
  await expect(told).toHaveText("The axis shows all tokens.");
  await expect(fit).toBeHidden();
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await page.keyboard.press("0");
  await expect(told).toHaveText("The axis shows all tokens.");

  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Help" });
  await help.getByRole("tab", { name: "Keys" }).click();
  await expect(help).toContainText("Zoom the axis in or out; 0 shows all of it");
});

test("the first Tab leads to the map, M to its markers, and they are one stop", async ({
  page,
  playground,
}) => {
  await page.goto("/#example=agent");
  await playground.ready();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("button", { name: "Skip to the map" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(playground.request(1)).toBeFocused();
  await page.keyboard.press("m");
  await expect(markerOnMap(page, 0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(markerOnMap(page, 1)).toBeFocused();
  const stops = mapOf(page).getByRole("slider", { name: /^Marker at / });
  expect(await stops.count()).toBeGreaterThan(1);
  await expect(mapOf(page).locator('[data-marker][tabindex="0"]')).toHaveCount(1);
  await expect(markerOnMap(page, 1)).toHaveAttribute("tabindex", "0");
  await page.keyboard.press("ArrowUp");
  await expect(markerOnMap(page, 0)).toBeFocused();
});

test("a marker of the first row that is moved while markers follow a rule asks by which, and keeps its price", async ({
  page,
  playground,
}) => {
  await playground.openDocument(chat, { scenario: NEUTRAL_SCENARIO });
  await pick(page, "Markers", "System only");
  await expect(pickerOf(page, "Markers")).toContainText("System only");
  const marker = markerOnMap(page);
  await marker.focus();
  await page.keyboard.press("ArrowRight");
  await expect(mapOf(page).locator("[data-prices]")).toContainText(/\$0\.\d+ .*as drawn/);
  await expect(marker).toHaveAttribute("aria-valuetext", /costs \$/);
  const told = /\$[\d.]+$/.exec((await marker.getAttribute("aria-valuetext")) ?? "")?.[0] ?? "";
  await page.keyboard.press("Enter");
  const choice = page.getByRole("dialog", { name: "Rule for the moved marker" });
  await expect(choice).toContainText("The markers follow “System only”.");
  await expect(choice.getByRole("button", { name: /newest/ }).first()).toBeVisible();
  const drawn = choice.getByRole("button", { name: /^here, as drawn/ });
  await expect(drawn).toContainText(told);
  await expect(drawn).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(playground.bill("cost")).toHaveText(told);
  await expect(pickerOf(page, "Markers")).toContainText("As drawn");
  await expect(
    page.getByText("The markers are now as drawn, no longer “System only”.").first(),
  ).toBeVisible();

  await test.step("or goes on by a rule", async () => {
    await playground.undo();
    await expect(pickerOf(page, "Markers")).toContainText("System only");
    await marker.focus();
    await page.keyboard.press("ArrowRight");
    await expect(marker).toHaveAttribute("aria-valuetext", /costs \$/);
    await page.keyboard.press("Enter");
    const rule = choice.getByRole("button", { name: /^newest message/ });
    const cost = await amountIn(rule);
    await rule.click();
    await expect(playground.bill("cost")).toHaveText(cost);
    await expect(pickerOf(page, "Markers")).not.toContainText("As drawn");
  });
});

test("a marker of a recorded request may be moved in that request alone", async ({ page, playground }) => {
  const question = (text: string) => said("user", marked(text));
  const answered = [said("user", "Where do I begin?"), said("assistant", "At the top.")];
  await playground.openDocument(
    { model: "qwen3.7-max", messages: [system, question("Where do I begin?")] },
    {
      scenario: {
        name: "Recorded session",
        duration: 3,
        reply: "At the top.",
        turns: [
          recorded(30, null, ...answered, question("And then?")),
          recorded(30, null, ...answered, question("And at last?")),
        ],
      },
    },
  );
  await playground.request(2).click();
  await expect(playground.request(2)).toHaveAccessibleName(/; hit [\d,]+; /);
  const before = await amountIn(playground.bill("cost"));
  const marker = mapOf(page).getByRole("slider", { name: /^Marker of request 2 at / });
  await marker.focus();
  for (let steps = 0; steps < 2; steps++) await page.keyboard.press("ArrowLeft");
  await expect(marker).toHaveAttribute("aria-valuetext", /tokens, /);
  await page.keyboard.press("Enter");
  const own = page.getByRole("button", { name: /^only in this request, as it was recorded/ });
  const cost = await amountIn(own);
  expect(cost).not.toBe(before);
  await own.click();
  await expect(playground.bill("cost")).toHaveText(cost);
  await expect(pickerOf(page, "Markers")).toContainText("As drawn");
  await playground.undo();
  await expect(playground.bill("cost")).toHaveText(before);
});

test("a recording of several conversations says of each row whose it is", async ({ page, playground }) => {
  const user = said("user", marked("Look at the tests."));
  await playground.openDocument(
    { model: "qwen3.7-max", messages: [system, user] },
    {
      scenario: {
        name: "Recorded session",
        duration: 3,
        reply: "Done.",
        lane: "main",
        turns: [
          recorded(10, "sub-agent 1", said("user", marked("List them."))),
          recorded(10, "main", user, said("assistant", "Done."), said("user", "Thanks.")),
        ],
      },
    },
  );
  await expect(playground.request(1)).toHaveAccessibleName(/^Request 1 at 0:00, main; /);
  await expect(playground.request(2)).toHaveAccessibleName(/^Request 2 at 0:10, sub-agent 1; /);
  const xOf = async (row: number) =>
    (await centreOf(mapOf(page).locator(`[data-lane-of="${row - 1}"] circle`))).x;
  expect(await xOf(3)).toBeCloseTo(await xOf(1), 0);
  expect(Math.abs((await xOf(2)) - (await xOf(1)))).toBeGreaterThan(4);
  await expect(mapOf(page).getByText("sub-agent 1", { exact: true })).toBeVisible();
  await mapOf(page).locator('[data-outcome="1"]').hover();
  await expect(page.locator("#map-card")).toContainText("sub-agent 1");
  await expectAccessible(page);
});

test("in the editor only what parts a request from the one before alarms, and Why shows where its segments are", async ({
  page,
  playground,
}) => {
  await playground.visit();
  await playground.request(2).click();
  const following = page.locator("[data-following]");
  await expect(page.locator("[data-following='2']")).toBeVisible();
  await expect(following.locator(".char-insert, .line-insert").first()).toBeVisible();
  await expect(following.locator(".diff-parted")).toHaveCount(0);
  await playground.request(6).click();
  const parted = following.locator(".diff-parted");
  await expect(parted.first()).toHaveText("31");
  await expect.poll(() => contrastOf(parted.first())).toBeGreaterThan(4.5);
  await expect.poll(() => contrastOf(following.locator(".inline-deleted-text").first())).toBeGreaterThan(4.5);
  await toDark(page);
  await expect(parted.first()).toBeVisible();
  await expect.poll(() => contrastOf(parted.first())).toBeGreaterThan(4.5);
  await expect.poll(() => contrastOf(following.locator(".inline-deleted-text").first())).toBeGreaterThan(4.5);

  await playground.openTab("Why");
  await expect(following.locator(".segment-highlight")).toHaveCount(0);
  await page.getByRole("listbox", { name: "Segments of this request" }).focus();
  await page.keyboard.press("End");
  await expect(following.locator(".segment-highlight").first()).toBeVisible();
  await expect(following.locator(".view-lines").last()).toContainText('"role": "user"');
  await playground.request(6).focus();
  await expect(following.locator(".segment-highlight")).toHaveCount(0);
});

test("what the implicit cache may read is said where it can be read", async ({ page, playground }) => {
  const messages = [system, said("user", "Where do I begin?")];
  await playground.openDocument({ model: "qwen3.7-max", messages }, { scenario: NEUTRAL_SCENARIO });
  const words = mapOf(page).locator("[data-not-promised]").first();
  await expect(words).toHaveText("may be read, not promised");
  await expect.poll(() => contrastOf(words)).toBeGreaterThan(4.5);
  await toDark(page);
  await expect.poll(() => contrastOf(words)).toBeGreaterThan(4.5);
});
