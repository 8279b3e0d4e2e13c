/** Accessibility of a page as axe sees it: WCAG 2.0 to 2.2, levels A and AA. */
import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The themes differ in colours alone: these rules are all that the second one can break. */
const OF_COLOURS = axe.getRules(TAGS).filter(({ tags }) => tags.includes("cat.color"));

type Rules = Extract<axe.RunOptions["runOnly"], object>;

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Fails with each rule that is violated in the theme shown, its first element and axe's advice. */
export async function expectAccessibleAsShown(
  page: Page,
  rules: Rules = { type: "tag", values: TAGS },
): Promise<void> {
  // Where one page gives way to another, the title comes a moment later.
  await expect(page).toHaveTitle(/./);
  // Evaluated rather than added as a script: the page's policy would block that.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (runOnly): Promise<readonly Violation[]> => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    // The guards around an open popup pass the focus on at once: nobody ever stands on one.
    const context = { include: [["html"]], exclude: [["[data-base-ui-focus-guard]"]] };
    return (await runner.run(context, { runOnly, resultTypes: ["violations"] })).violations;
  }, rules);
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}, ${nodes.length} times: ${help}\n${nodes[0]?.html}\n${nodes[0]?.failureSummary ?? ""}`,
  );
  expect(found).toEqual([]);
}

/** The colours of the dark theme, then all of the light one, which stays: on a page that follows the system's theme. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    // Colours that fade into the other theme's would be judged half-way.
    await page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const fading = document.getAnimations().filter((each) => each instanceof CSSTransition);
      await Promise.allSettled(fading.map(({ finished }) => finished));
    });
    const ofColours: Rules = { type: "rule", values: OF_COLOURS.map(({ ruleId }) => ruleId) };
    await expectAccessibleAsShown(page, colorScheme === "dark" ? ofColours : undefined);
  }
}

/** The same at each width, on one page; nothing is wider than the screen. The last width stays. */
export async function expectAccessibleAt(page: Page, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}
