/** The map of the requests, in the words of whoever reads it and works on it. */
import { expect, type Locator, type Page } from "@playwright/test";

export const mapOf = (page: Page): Locator => page.getByRole("group", { name: /^Map of the requests/ });

/** A marker of the document below its row, from the left. */
export const markerOnMap = (page: Page, nth = 0): Locator =>
  mapOf(page)
    .getByRole("slider", { name: /^Marker at / })
    .nth(nth);

/** The chip between a request and the one before it. */
export const waitBefore = (page: Page, number: number): Locator =>
  mapOf(page).getByRole("spinbutton", { name: `Wait before request ${number}` });

/** What is drawn for the eye alone: the row's sentence says the same. */
export const ringOf = (page: Page, number: number): Locator =>
  mapOf(page).locator(`[data-hit="${number - 1}"]`);
export const notchOf = (page: Page, number: number): Locator =>
  mapOf(page).locator(`[data-notch="${number - 1}"]`);
export const ghostOf = (page: Page, number: number): Locator =>
  mapOf(page).locator(`[data-other="ghost ${number}"]`);

export const messagesOf = (page: Page, number: number): Locator =>
  page.getByRole("region", { name: `Messages of request ${number}` });

/** The middle of what is on the screen. */
export async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("It is not on the screen.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Requests whose ring lies on no line of an entry that comes down from a row above. */
export const findStrayRings = (page: Page): Promise<string[]> =>
  mapOf(page).evaluate((map) => {
    const lines = [...map.querySelectorAll("[data-entry] line")].map((line) => line.getBoundingClientRect());
    const stray = [...map.querySelectorAll("[data-hit]")].filter((ring) => {
      const box = ring.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return !lines.some((line) => Math.abs(line.x - x) < 1.5 && line.top < y - 10 && line.bottom >= y - 1);
    });
    return stray.map((ring) => ring.getAttribute("data-hit") ?? "");
  });

/** The amount that a text names first, e.g. "$0.1056". */
export async function amountIn(locator: Locator): Promise<string> {
  await expect(locator).toContainText(/\$[\d.,]+/);
  return /\$[\d.,]*\d/.exec((await locator.textContent()) ?? "")?.[0] ?? "";
}
