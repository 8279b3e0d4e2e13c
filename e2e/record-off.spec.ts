/** The page of a server on which nothing can be recorded. */
import { expect, test } from "./support/test";

test("where recording is off, the page says how it can be allowed", async ({ page }) => {
  await page.route("/api/record", (route) =>
    route.fulfill({
      json: { on: false, sentence: "Recording is off: set PLAYGROUND_RECORD=on.", hours: 24, targets: [] },
    }),
  );
  await page.goto("/record");
  await expect(page.getByRole("heading", { name: "Recording is switched off here" })).toBeVisible();
  await expect(page.getByText("set PLAYGROUND_RECORD=on")).toBeVisible();
});
