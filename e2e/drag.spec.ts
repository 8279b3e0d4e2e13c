/** Dragging over 2,000 messages: it lands where it is dropped; frame times are reported, never asserted. */
import type { Locator, Page, TestInfo } from "@playwright/test";
import { encodeShare } from "../lib/share/codec";
import { DEFAULT_LAYOUT } from "../lib/share/shared-layout";
import type { Playground } from "./support/playground";
import { expect, test } from "./support/test";

const COUNT = 2000;
const PATIENCE = 45_000;

const messagesOf = (page: Page): Locator => page.getByRole("region", { name: "Messages of request 1" });

/** @param marked number of the message that carries a marker */
async function openLong(playground: Playground, marked: number): Promise<void> {
  const { page } = playground;
  const messages = Array.from({ length: COUNT }, (_, at) => ({
    role: at % 2 === 0 ? "user" : "assistant",
    content:
      at === marked
        ? [{ type: "text", text: `Message number ${at}`, cache_control: { type: "ephemeral" } }]
        : `Message number ${at}, with a few words more.`,
  }));
  const text = JSON.stringify({ model: "qwen3-max", messages }, null, 2);
  await page.goto(`/#${await encodeShare({ ...DEFAULT_LAYOUT, text })}`);
  await expect(playground.bill("cost")).toBeVisible({ timeout: PATIENCE });
  await playground.listMessages();
  // So many messages take a busy machine longer than the patience of a single expectation.
  await expect(page.locator("[data-segment='/messages/1']")).toBeVisible({ timeout: PATIENCE });
  await expect(page.locator(".view-lines")).not.toBeEmpty({ timeout: PATIENCE });
}

/** Notes down the time between frames from now on. */
const startFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const frames: number[] = [];
    let last: number | null = null;
    const note = (now: number): void => {
      if (last !== null) frames.push(now - last);
      last = now;
      if (Reflect.get(window, "dragFrames") === frames) requestAnimationFrame(note);
    };
    Reflect.set(window, "dragFrames", frames);
    requestAnimationFrame(note);
  });

async function reportFrames(page: Page, info: TestInfo, what: string): Promise<void> {
  const frames = await page.evaluate((): number[] => {
    const noted: number[] = Reflect.get(window, "dragFrames");
    Reflect.set(window, "dragFrames", null);
    return noted;
  });
  frames.sort((a, b) => a - b);
  const at = (share: number): string => (frames[Math.floor(share * (frames.length - 1))] ?? 0).toFixed(1);
  const description = `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, ${frames.length} frames`;
  info.annotations.push({ type: `frames while dragging ${what}`, description });
  process.stdout.write(`  frames while dragging ${what} over ${COUNT} messages: ${description}\n`);
}

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("It is not on the screen.");
  return { x: box.x + Math.min(20, box.width / 2), y: box.y + box.height / 2 };
}

/** To and fro over the rows by small steps, then to the target. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y, { steps: 60 });
  await page.mouse.move(from.x, from.y + 6, { steps: 60 });
  await page.mouse.move(to.x, to.y, { steps: 60 });
}

test("a marker lands on the message it is dropped on", async ({ page, playground }, info) => {
  test.slow();
  await openLong(playground, 2);
  const marker = messagesOf(page).locator("[data-marker]");
  await expect(marker).toHaveAttribute("data-marker", "/messages/2/content/0/cache_control");
  const target = await centre(page.locator("[data-segment='/messages/8']"));
  const from = await centre(marker);
  await startFrames(page);
  await drag(page, from, target);
  await reportFrames(page, info, "a marker");
  await page.mouse.up();
  await expect(marker).toHaveAttribute("data-marker", "/messages/8/content/0/cache_control");
});

test("a message lands where it is dropped, and no marker moves with it by mistake", async ({
  page,
  playground,
}, info) => {
  test.slow();
  await openLong(playground, 12);
  const row = (at: number): Locator => page.locator(`[data-segment='/messages/${at}']`);
  const from = await centre(row(1));
  const target = await centre(row(9));
  await startFrames(page);
  await drag(page, from, target);
  await reportFrames(page, info, "a message");
  await page.mouse.up();
  await expect(row(9)).toHaveAccessibleName(/Message number 1,/);
  await expect(row(1)).toHaveAccessibleName(/Message number 2,/);
  await expect(messagesOf(page).locator("[data-marker]")).toHaveAttribute(
    "data-marker",
    "/messages/12/content/0/cache_control",
  );
});

test("Escape during a drag leaves everything as it is", async ({ page, playground }) => {
  test.slow();
  await openLong(playground, 2);
  const row = (at: number): Locator => page.locator(`[data-segment='/messages/${at}']`);
  const from = await centre(row(1));
  const target = await centre(row(6));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(target.x, target.y, { steps: 5 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(row(1)).toHaveAccessibleName(/Message number 1,/);
  await expect(row(6)).toHaveAccessibleName(/Message number 6,/);
});

test("held at the lower edge, the list scrolls on under the dragged message", async ({
  page,
  playground,
}) => {
  test.slow();
  await openLong(playground, 2);
  const panel = messagesOf(page);
  const from = await centre(page.locator("[data-segment='/messages/1']"));
  const box = await panel.boundingBox();
  if (!box) throw new Error("The panel is not on the screen.");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, box.y + box.height - 12, { steps: 10 });
  const far = page.locator("[data-segment='/messages/60']");
  await expect(far).toBeAttached();
  await page.mouse.move(from.x, box.y + box.height / 2, { steps: 10 });
  await page.mouse.up();
  await expect(page.getByRole("status").first()).toHaveText(
    /^Message moved to place (?!2,)\d+, assistant\.$/,
  );
  // The list stays where it was scrolled to: back at its top another message stands in the place left.
  await page.mouse.wheel(0, -100_000);
  await expect(page.locator("[data-segment='/messages/1']")).toHaveAccessibleName(/Message number 2$/);
});
