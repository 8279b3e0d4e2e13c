/** A link from an earlier day opens with the rules and prices its author saw, and leads to today's. */
import type { PriceOverride } from "../lib/offers/model";
import { expect, test } from "./support/test";

const document = { model: "qwen3.7-max", messages: [{ role: "user", content: "word ".repeat(5000) }] };
/** Invented: no price of the table is as high. */
const seenPrices: readonly PriceOverride[] = [
  { model: "qwen3.7-max", region: "intl", currency: "USD", maxInputTokens: 1_000_000, input: 50, output: 99 },
];

test("an old link shows the figures of its day until today's are asked for", async ({ page, playground }) => {
  const notice = page.getByRole("region", { name: "Earlier rules" });
  await playground.openDocument(document);
  await expect(notice).toBeHidden();
  await expect(playground.segment("user")).toBeVisible();
  const today = (await playground.bill("cost").textContent()) ?? "";

  await playground.openDocument(document, { rulesAsOf: "2026-06-01", seenPrices });
  await expect(notice).toContainText("This layout uses the rules and prices of 2026-06-01.");
  await expect(notice).toContainText("input 50.00 then, 2.50 now");
  await expect(playground.bill("cost")).not.toHaveText(today);

  await notice.getByRole("button", { name: "Use today's" }).click();
  await expect(notice).toBeHidden();
  await expect(playground.bill("cost")).toHaveText(today);
});
