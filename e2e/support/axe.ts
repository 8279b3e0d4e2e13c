/** Accessibility of a page as axe sees it: WCAG 2.0 to 2.2, levels A and AA. */
import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Fails with each rule that is violated, its first element and axe's advice. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated rather than added as a script: the page's policy would block that.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (values): Promise<readonly Violation[]> => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    return (await runner.run({ runOnly: { type: "tag", values } })).violations;
  }, TAGS);
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}, ${nodes.length} times: ${help}\n${nodes[0]?.html}\n${nodes[0]?.failureSummary ?? ""}`,
  );
  expect(found).toEqual([]);
}
