/** Lessons: look, guess, see the answer, fix it in the real page; every step has an address, in two languages. */
import type { Page } from "@playwright/test";
import { LADDER } from "../lib/lessons/ladder";
import { LANGUAGE_NAMES, type Language } from "../lib/words/languages";
import { expectAccessible } from "./support/axe";
import { listEnglish } from "./support/english-left";
import { expect, test } from "./support/test";

const lessons = await Promise.all(LADDER.map(({ load }) => load()));

const strip = (page: Page) => page.locator("[data-step]");
const heading = (page: Page) => strip(page).getByRole("heading", { level: 2 });

/** The step is there, and its figures have been played. */
const expectStep = async (page: Page, id: string): Promise<void> => {
  await expect(strip(page)).toHaveAttribute("data-step", id);
  await expect(strip(page)).toHaveAttribute("data-ready", "true");
};

const row = (page: Page, number: number) => page.locator(`[data-lesson-stage] [data-request="${number}"]`);

test("the list has every lesson with its picture, for everyone or on a path, and remembers what was done", async ({
  page,
}) => {
  await page.goto("/learn");
  await expect(page.locator("[data-lesson-entry]")).toHaveCount(LADDER.length);
  await expect(page.getByRole("img", { name: /read from the cache$/ })).toHaveCount(LADDER.length);
  await page.getByRole("radio", { name: "Agent builders" }).click();
  await expect(page).toHaveURL(/\/learn\?path=agents$/);
  await expect(page.locator("[data-lesson-entry]").first()).toHaveAttribute("data-lesson-entry", "clock");
  await page.locator("[data-lesson-entry=clock]").click();
  await expect(page).toHaveURL(/\/learn\/clock\?path=agents$/);
  await expectStep(page, "see");
  await page.goto("/learn/clock/4?path=agents");
  await page.getByRole("button", { name: "Show me" }).click();
  await expect(page.locator("[data-reached]")).toHaveAttribute("data-reached", "true");
  await page.getByRole("link", { name: "All lessons" }).click();
  await expect(page.locator("[data-lesson-entry=clock]")).toContainText("done");
  await expect(page.getByText(/^1 of \d+ done$/)).toBeVisible();
  await page.getByRole("button", { name: "Forget my progress" }).click();
  await expect(page.locator("[data-lesson-entry=clock]")).not.toContainText("done");
  await expectAccessible(page);
});

test("a lesson by keyboard alone: guess, answer, fix, and the engine says that it is done", async ({
  page,
}) => {
  await page.goto("/learn/clock");
  await expectStep(page, "see");
  await page.keyboard.press("PageDown");
  await expectStep(page, "predict");
  await expect(row(page, 2)).toHaveAccessibleName(/covered until you have guessed/);
  await expect(page.getByText("$", { exact: false }).and(page.locator("[data-bill]"))).toHaveCount(0);
  await page.getByRole("radio", { name: /^All of it/ }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expectStep(page, "reveal");
  await expect(heading(page)).toHaveText("It reads 0 tokens");
  await expect(heading(page)).toBeFocused();
  await expect(page.locator("[data-verdict]")).toHaveAttribute("data-verdict", "wrong");
  await expect(page.locator("[data-verdict]")).toContainText("Your guess: All of it");
  await expect(row(page, 2)).toHaveAccessibleName(/miss: system changed/);
  await page.keyboard.press("PageDown");
  await expectStep(page, "mend");
  await page.getByRole("button", { name: "Show me" }).press("Enter");
  await expect(page.locator("[data-reached]")).toHaveAttribute("data-reached", "true");
  await expect(page.locator("[data-reached]")).toContainText("Done: 3 requests read the manual");
  await expect(row(page, 2)).toHaveAccessibleName(/; hit [\d,]+; /);
  await page.keyboard.press("PageDown");
  await expectStep(page, "after");
  await expect(heading(page)).toHaveText(/^\$[\d.]+ before, \$[\d.]+ after$/);
  await expectAccessible(page);
});

test("a lesson is done however its goal is reached, and starting over takes everything back", async ({
  page,
}) => {
  await page.goto("/learn/clock/4");
  await expectStep(page, "mend");
  await expect(page.getByRole("button", { name: "Start over" })).toBeDisabled();
  await page.getByRole("button", { name: "Why", exact: true }).click();
  await page.getByRole("tab", { name: /^Problems/ }).click();
  await page
    .locator("[data-rule=volatile-before-marker]")
    .getByRole("button", { name: /^Move / })
    .click();
  await expect(page.locator("[data-reached]")).toHaveAttribute("data-reached", "true");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(row(page, 2)).toHaveAccessibleName(/miss: system changed/);
  await expect(page.locator("[data-reached]")).toHaveAttribute("data-reached", "false");
});

test("a chip taken in its middle falls where the pointer is", async ({ page }) => {
  await page.goto("/learn/clock/4");
  await expectStep(page, "mend");
  const chip = page.locator("[data-lesson-stage] [data-changing]").first();
  const marker = page.locator("[data-lesson-stage] [data-marker]").first();
  const [from, to] = [await chip.boundingBox(), await marker.boundingBox()];
  if (!from || !to) throw new Error("The chip or the marker is not drawn.");
  // Its label stands above the line that shows where the words are.
  const height = from.y + 7;
  await page.mouse.move(from.x + from.width / 2, height);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2 + 20, height, { steps: 8 });
  await page.mouse.up();
  await expect(page.locator("[data-reached]")).toHaveAttribute("data-reached", "true");
});

test("every step opens at its address, and the browser's Back leads to the step before", async ({ page }) => {
  await page.goto("/learn/clock/5");
  await expectStep(page, "after");
  // After the fix the scene is fixed, even for whoever comes by a link.
  await expect(row(page, 2)).toHaveAccessibleName(/; hit [\d,]+; /);
  await page.getByRole("link", { name: /^Step 2 of 5/ }).click();
  await expectStep(page, "predict");
  await expect(row(page, 2)).toHaveAccessibleName(/covered/);
  await page.goBack();
  await expectStep(page, "after");
});

test.describe("an address that names no lesson", () => {
  test.use({ allowedErrors: [/status of 404/] });

  test("says so", async ({ page }) => {
    await page.goto("/learn/no-such-lesson");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test("from a problem into the lesson that explains it, and back to one's own work untouched", async ({
  page,
  playground,
}) => {
  await page.goto("/#example=support-agent&request=5&tab=problems");
  await expect(playground.request(5)).toHaveAttribute("aria-pressed", "true");
  const cost = await playground.bill("cost").textContent();
  await page.locator("[data-rule=volatile-before-marker] [data-why-lesson]").click();
  await expect(page).toHaveURL(/\/learn\/clock\/3$/);
  await expectStep(page, "reveal");
  await page.getByRole("link", { name: "Back to your work" }).click();
  await expect(playground.request(5)).toHaveAttribute("aria-pressed", "true");
  await expect(playground.bill("cost")).toHaveText(cost ?? "");
});

test("an address for the class, as text and as a QR code", async ({ page }) => {
  await page.goto("/learn/clock/2?path=teachers");
  await page.getByRole("button", { name: "Class link" }).click();
  const dialog = page.getByRole("dialog", { name: "Class link" });
  await expect(dialog.getByRole("textbox")).toHaveValue(/\/learn\/clock\/2\?path=teachers$/);
  await expect(dialog.getByRole("img", { name: "QR code of this address" })).toBeVisible();
});

test("a handout has the question on its first page and the answer on its second", async ({ page }) => {
  await page.goto("/learn/clock?mode=print");
  const pages = page.locator("[data-handout=true] article");
  await expect(pages).toHaveCount(2);
  await expect(pages.first()).toContainText("How much of the manual does request 2 read");
  await expect(pages.first()).not.toContainText("It reads 0 tokens");
  await expect(pages.first().locator("[data-request='2']")).toHaveAccessibleName(/covered/);
  await expect(pages.last()).toContainText("It reads 0 tokens");
  await expect(pages.last().locator("[data-request='2']")).toHaveAccessibleName(/miss: system changed/);
  // The figures after the fix are those of the fixed scene.
  const [before, after] = (await pages.last().textContent())?.match(/\$[\d.]+(?= before| after)/g) ?? [];
  expect(Number(after?.slice(1))).toBeLessThan(Number(before?.slice(1)));
  await expectAccessible(page);
});

// English is played step by step in `ladder.test.ts`, and by the tests above.
test.describe("in every other language", () => {
  for (const language of (Object.keys(LANGUAGE_NAMES) as Language[]).filter((each) => each !== "en")) {
    test(`each step of each lesson plays in ${language}`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.goto(`/learn/${lessons[0]?.id}?lang=${language}`);
      for (const [place, { id, steps, text }] of lessons.entries()) {
        for (const [index, step] of steps.entries()) {
          await expectStep(page, step.id);
          await expect(page).toHaveURL(
            new RegExp(`/learn/${id}${index === 0 ? "" : `/${index + 1}`}([?]|$)`),
          );
          const plain = (text[language].steps[step.id]?.heading ?? "").split(/[{<]/)[0] ?? "";
          await expect(heading(page)).toContainText(plain.trim());
          await expect(strip(page)).not.toContainText("…");
          if (language === "zh") expect.soft(await listEnglish(page), `${id}, ${step.id}`).toEqual([]);
          if (index < steps.length - 1) await page.keyboard.press("PageDown");
        }
        if (place < lessons.length - 1) await strip(page).locator("footer a").click();
      }
    });
  }
});
