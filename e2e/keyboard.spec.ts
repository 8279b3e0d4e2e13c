/** Everything can be done with the keyboard alone, and the page says with which keys. */
import { expectAccessible } from "./support/axe";
import type { Playground } from "./support/playground";
import { expect, test } from "./support/test";

const long = "The cache was warm and the prefix long. ".repeat(200);

/** Presses Tab until the element is focused, as somebody without a mouse would; Ctrl+M leads out of the editor. */
async function tabTo(playground: Playground, locator: ReturnType<Playground["segment"]>): Promise<void> {
  let released = false;
  for (let presses = 0; presses < 120; presses++) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    const inEditor = await playground.page.evaluate(
      () => document.activeElement?.closest(".monaco-editor") !== null,
    );
    if (inEditor && !released) {
      await playground.page.keyboard.press("Control+M");
      released = true;
    }
    await playground.page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there.");
}

test("open, place a marker, move it, fix a problem, take it back", async ({ page, playground }) => {
  await playground.openDocument({
    model: "qwen3.7-max",
    messages: [
      { role: "system", content: long },
      { role: "user", content: "Hi", cache_control: { type: "ephemeral" } },
    ],
  });
  await expect(playground.markers).toHaveCount(0);

  await tabTo(playground, playground.segment("user"));
  await page.keyboard.press("m");
  await expect(playground.markers).toHaveCount(1);
  await expect(playground.markers.first()).toHaveAccessibleName(/^Marker on user/);

  await tabTo(playground, playground.markers.first());
  await page.keyboard.press("Alt+ArrowUp");
  await expect(playground.markers.first()).toHaveAccessibleName(/^Marker on system/);
  await expect(playground.markers.first()).toBeFocused();

  const problem = playground.problem("marker-on-string-content");
  await expect(problem).toHaveCount(1);
  const fix = problem.getByRole("button").nth(1);
  await tabTo(playground, fix);
  await page.keyboard.press("Enter");
  await expect(problem).toHaveCount(0);

  await expect(page.getByRole("tab", { name: /^Problems/ })).toBeFocused();
  await expect(page.getByRole("tab", { name: /^Problems/ })).toHaveAttribute("aria-selected", "true");
  const before = await playground.markers.count();
  await playground.editor.locator("textarea, [role=textbox]").first().focus();
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(problem).toHaveCount(1);
  expect(await playground.markers.count()).toBeLessThanOrEqual(before);
});

test("in the editor, Ctrl+. offers the fix for the problem at the cursor", async ({ page, playground }) => {
  await playground.openDocument({
    model: "qwen3.7-max",
    messages: [{ role: "user", content: long, cache_control: { type: "ephemeral" } }],
  });
  const problem = playground.problem("marker-on-string-content");
  await problem.getByRole("button", { name: /^line / }).press("Enter");
  await page.keyboard.press("ControlOrMeta+.");
  await expect(page.locator(".action-widget").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(problem).toHaveCount(0);
});

test("a question mark opens the help with its list of keys, Escape closes it; in the editor it is a character", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.request(1).focus();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Help" });
  await help.getByRole("tab", { name: "Keys" }).click();
  await expect(help).toContainText("Place a marker on the message");
  await expect(help).toContainText("Select the previous or next request");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await playground.editor.click();
  await page.keyboard.press("?");
  await expect(help).toBeHidden();
});
