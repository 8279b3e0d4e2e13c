/** Counts what somebody does to a page: each press of the pointer and each key, without the keys that are held beside it. */
import type { Page } from "@playwright/test";

const HELD = ["Control", "Meta", "Shift", "Alt"];

/** From now on, until the page is left. @returns reads how many there were */
export async function countActions(page: Page): Promise<() => Promise<number>> {
  await page.evaluate((held) => {
    const note = (event: Event): void => {
      if (event instanceof KeyboardEvent && held.includes(event.key)) return;
      Reflect.set(window, "actionsDone", Reflect.get(window, "actionsDone") + 1);
    };
    Reflect.set(window, "actionsDone", 0);
    window.addEventListener("pointerdown", note, { capture: true });
    window.addEventListener("keydown", note, { capture: true });
  }, HELD);
  return () => page.evaluate((): number => Reflect.get(window, "actionsDone"));
}
