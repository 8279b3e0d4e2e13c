/** A long conversation on the map: far more requests than fit on the screen. */
import { mapOf } from "./support/map";
import { expect, test } from "./support/test";

test("a key brings the selected request back in sight after the map was scrolled away from it", async ({
  page,
  playground,
}) => {
  await playground.openDocument(
    {
      model: "qwen3.7-max",
      messages: [{ role: "user", content: "The rules of the house. ".repeat(400) }],
    },
    {
      scenario: {
        name: "A long day",
        duration: 3,
        reply: "Done.",
        turns: Array.from({ length: 200 }, () => ({ mode: "repeat", gap: 30, user: "", reply: "Done." })),
      },
    },
  );
  await playground.request(2).focus();
  await page.keyboard.press("Home");
  await expect(playground.request(1)).toBeFocused();
  await mapOf(page).hover();
  await expect(async () => {
    await page.mouse.wheel(0, 100_000);
    await expect(playground.request(201)).toBeInViewport({ timeout: 500 });
  }).toPass();
  await playground.request(201).focus();
  await page.keyboard.press("Home");
  await expect(playground.request(1)).toBeFocused();
  await expect(playground.request(1)).toBeInViewport();
});
