/** Every miss has a name, a place and a mend: marked wherever requests are shown, counted, and one click away. */
import { expectAccessible } from "./support/axe";
import { pickerOf } from "./support/pick";
import { expect, test } from "./support/test";
import { showView } from "./support/views";

const long = "The cache was warm and the prefix long. ".repeat(200);
const marker = { type: "ephemeral" };
const plain = {
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: [{ type: "text", text: long, cache_control: marker }] },
    { role: "user", content: "Hi" },
  ],
};
const repeat = (gap: number) => ({ mode: "repeat" as const, gap, user: "", reply: "Done." });
const scenario = {
  name: "Script",
  duration: 3,
  reply: "Done.",
  turns: [repeat(30), repeat(400), repeat(30), repeat(400)],
};

test("late requests are marked, counted and found", async ({ page, playground }) => {
  await playground.openDocument(plain, { scenario });
  const button = page.getByRole("button", { name: "2 misses" });
  await button.click();
  await expect(playground.request(3)).toHaveAttribute("aria-pressed", "true");
  await expect(playground.request(3)).toHaveAccessibleName(/; missed [\d,]+ tokens: expired$/);
  await expect(playground.request(2)).not.toHaveAccessibleName(/miss/);
  await button.click();
  await expect(playground.request(5)).toHaveAttribute("aria-pressed", "true");
  await button.click();
  await expect(playground.request(3)).toHaveAttribute("aria-pressed", "true");

  await playground.openTab("Problems");
  const cause = page.locator("[data-cause=expired]");
  await expect(cause).toContainText(
    /expired · 2 requests paid again for [\d,]+ tokens, \$0\.\d+ more than reads/,
  );
  await expect(cause).toContainText(
    "If the entry is worth it, send a request before it expires (after five minutes",
  );
  await expectAccessible(page);
  await cause.getByRole("button", { name: "Why request 5" }).click();
  await expect(page.locator("[data-headline]")).toHaveText("Request 5 read nothing: the entry had expired");

  await showView(page, "Table");
  await expect(page.locator("tbody [data-miss]")).toHaveCount(2);
});

test("a name behind a gateway's prefix is played as the model meant, and the page says so", async ({
  page,
  playground,
}) => {
  await playground.openDocument({ ...plain, model: "dashscope/qwen3.6-plus" });
  await playground.openTab("Problems");
  await expect(playground.problem("model-by-another-name")).toContainText(
    "dashscope/qwen3.6-plus means qwen3.6-plus and is played as that",
  );
  await expect(pickerOf(page, "Model")).toContainText("dashscope/qwen3.6-plus (= qwen3.6-plus)");
  await expect(playground.bill("cost")).toHaveText(/^\$0\.\d+$/);
  await page.getByRole("button", { name: "Write qwen3.6-plus" }).click();
  await expect(playground.problem("model-by-another-name")).toHaveCount(0);
});
