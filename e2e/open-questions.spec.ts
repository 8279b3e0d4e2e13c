/** What the documentation leaves open can be played otherwise: in Rules, with map and bill following, in links, and taken back. */
import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/test";

const LONG = "The quick brown fox jumps over the lazy dog. ".repeat(200);
const marker = { type: "ephemeral" };
/** Five markers, of which four count. */
const DOCUMENT = {
  model: "qwen3-max",
  messages: [
    { role: "system", content: [{ type: "text", text: LONG, cache_control: marker }] },
    ...["One", "Two", "Three", "Four"].map((text, index) => ({
      role: index % 2 === 0 ? "user" : "assistant",
      content: [{ type: "text", text, cache_control: marker }],
    })),
    { role: "user", content: "Five" },
  ],
};

const QUESTION = "What becomes of more than four markers?";

test("another answer to an open question is chosen in Rules, plays, travels in the link and is taken back", async ({
  page,
  playground,
}) => {
  await playground.openDocument(DOCUMENT);
  await playground.openTab("Rules");
  const question = page.locator('[data-question="extra-markers"]');
  await expect(question).toContainText("The last four count.");
  await expect(question).toContainText("As documented");
  const notice = page.locator('[data-readings="otherwise"]');
  await expect(notice).toHaveCount(0);

  await question.getByRole("combobox", { name: QUESTION }).click();
  await page.getByRole("option", { name: "The first four count." }).click();
  await expect(question.locator('[data-ground="chosen"]')).toBeVisible();
  await expect(notice).toContainText(`${QUESTION} The first four count.`);
  await expectAccessible(page);

  await playground.openTab("Problems");
  await expect(playground.problem("too-many-markers")).toContainText("only the first 4 count");

  await page.keyboard.press("Control+z");
  await expect(notice).toHaveCount(0);
  await expect(playground.problem("too-many-markers")).toContainText("only the last 4 count");
  await page.keyboard.press("Control+Shift+z");
  await expect(notice).toBeVisible();

  const link = await playground.readLink();
  await page.goto("about:blank");
  await page.goto(link);
  await expect(notice).toContainText("The first four count.");
  await page.getByRole("button", { name: "Play as documented" }).click();
  await expect(notice).toHaveCount(0);
});

test("what was observed is played, said, and deleted", async ({ page, playground }) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem("kept")) return;
    sessionStorage.setItem("kept", "yes");
    localStorage.setItem(
      "findings",
      JSON.stringify({
        "qwen3-max": {
          "extra-markers": {
            reading: "first-four",
            endpoint: "dashscope-intl.aliyuncs.com",
            region: "intl",
            date: "2026-11-29T08:30:00.000Z",
          },
        },
      }),
    );
  });
  await playground.openDocument(DOCUMENT);
  await playground.openTab("Rules");
  const question = page.locator('[data-question="extra-markers"]');
  await expect(question.locator('[data-differs="extra-markers"]')).toContainText(
    "The documentation says: The last four count.",
  );
  await expect(question.locator('[data-ground="observed"]')).toContainText("dashscope-intl.aliyuncs.com");
  await expect(page.locator('[data-readings="otherwise"]')).toContainText("The first four count.");
  await page.getByRole("button", { name: "Delete: qwen3-max" }).click();
  await expect(page.locator('[data-readings="otherwise"]')).toHaveCount(0);
  await expect(question.locator('[data-ground="documented"]')).toBeVisible();
});
