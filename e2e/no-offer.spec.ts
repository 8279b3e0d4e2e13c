/** Where a model has no explicit cache, the page says so in the same sentence wherever requests leave it. */
import { readField } from "../lib/import/fixtures/read-field";
import { expectAccessibleAt } from "./support/axe";
import { pick } from "./support/pick";
import { expect, test } from "./support/test";
import { openSheet } from "./support/views";

const NONE =
  "qwen3.7-flash has no explicit cache in Singapore, so markers write no entries; it is offered in Beijing.";
const document = {
  model: "qwen3.7-flash",
  messages: [
    {
      role: "system",
      content: [
        { type: "text", text: "Answer from the manual. ".repeat(400), cache_control: { type: "ephemeral" } },
      ],
    },
    { role: "user", content: "Hello" },
  ],
};

test("problems, code, runs and placements say it, and another region takes it back", async ({
  page,
  playground,
}) => {
  await playground.openDocument(document);
  await expect(playground.problem("explicit-not-offered")).toContainText(NONE);

  await page.getByRole("button", { name: "Code", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "The request as code" });
  await expect(dialog.getByRole("list", { name: "Notes" })).toContainText(NONE);
  await pick(dialog, "Endpoint", "Beijing");
  await expect(dialog.getByText(NONE)).toHaveCount(0);
  await page.keyboard.press("Escape");

  await openSheet(page, "Run");
  await expect(page.getByRole("note").filter({ hasText: NONE })).toHaveCount(0);
  await pick(page, "Send to", "Singapore");
  await expect(page.getByRole("note").filter({ hasText: NONE })).toBeVisible();
  await expectAccessibleAt(page, [390]);
  await page.setViewportSize({ width: 1440, height: 900 });

  await openSheet(page, "Placements");
  await expect(page.getByRole("note").filter({ hasText: NONE })).toBeVisible();
  await pick(page, "Region", "Beijing");
  await expect(page.getByText(NONE)).toHaveCount(0);
});

test("a request without a marker breaks even as the entry would that a marker makes", async ({
  page,
  playground,
}) => {
  await playground.openDocument({ model: "qwen3.7-max", messages: [{ role: "user", content: "Hello" }] });
  await playground.openTab("Why");
  await expect(
    page.getByText(/^Implicit reads, at \$0\.5000 per million tokens, need no write\. At explicit rates/),
  ).toBeVisible();
  await expect(page.getByText("(3.125 − 2.5) ÷ (2.5 − 0.25) = 0.28")).toBeVisible();
});

test("a batch file of bare bodies has no marker that counts", async ({ page, playground }) => {
  await playground.open();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByLabel("Text to import").fill(readField("15-bare-bodies.jsonl"));
  await page.getByRole("button", { name: "Read", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Import" });
  await expect(dialog).toContainText("A batch file with 3 requests.");
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
  await expect(playground.request(3)).toHaveAccessibleName(/; no marker; [\d,]+ uncached tokens;/);
  await expect(playground.markers.first()).toHaveAccessibleName(/ignored by the service/);
});
