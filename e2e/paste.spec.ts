/** Any request body can be pasted: it is recognised, measured, and a broken one loses nothing. */
import { encodeShare } from "../lib/share/codec";
import { DEFAULT_LAYOUT } from "../lib/share/shared-layout";
import { pickerOf } from "./support/pick";
import { expect, test } from "./support/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const openai = {
  model: "qwen3-max",
  messages: [
    { role: "system", content: "You are terse." },
    { role: "user", content: "Hello" },
  ],
};

test("an OpenAI-compatible body: dialect, tokens and prefix of every segment", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.paste(JSON.stringify(openai, null, 2));
  await expect(page.locator("[data-dialect=openai]")).toBeVisible();
  await expect(page.locator("[data-tokens]")).toHaveText("18");
  await expect(playground.segment("system")).toHaveAccessibleName(/^system, 8 tokens, prefix 8/);
  await expect(playground.segment("user")).toHaveAccessibleName(/^user, 6 tokens, prefix 14/);
  await expect(playground.document("Untitled")).toBeVisible();
  await expect(pickerOf(page, "Scenario")).toContainText("Three follow-up questions, 60 s apart");
});

test("an Anthropic-compatible body", async ({ page, playground }) => {
  await playground.open();
  await playground.paste(
    JSON.stringify({
      model: "qwen3.7-max",
      max_tokens: 100,
      system: [{ type: "text", text: "You are terse.", cache_control: { type: "ephemeral" } }],
      messages: [{ role: "user", content: [{ type: "text", text: "Hello" }] }],
    }),
  );
  await expect(page.locator("[data-dialect=anthropic]")).toBeVisible();
  await expect(playground.markers).toHaveCount(1);
});

test("a bare message array", async ({ page, playground }) => {
  await playground.open();
  await playground.paste(JSON.stringify(openai.messages));
  await expect(page.locator("[data-dialect=openai]")).toContainText("bare messages");
});

test("a cut text keeps the last good analysis and says what is wrong and where", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.paste('{"model": "qwen3.7-max", "messages": [{"role": "user", ');
  await expect(playground.problem("json-invalid").first()).toContainText(/Line 1/);
  await expect(playground.request(2)).toHaveAccessibleName(/8,739 read/);
  await expect(page.getByText("The figures are those of the last good text.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Conversation" })).toContainText("last good text");
  await playground.undo();
  await expect(page.getByText("last good text")).toHaveCount(0);
});

test("typing never loses a letter, also in a large document", async ({ page, playground }) => {
  await playground.openDocument({
    model: "qwen3.7-max",
    messages: Array.from({ length: 120 }, (_, at) => ({
      role: at % 2 === 0 ? "user" : "assistant",
      content: `${at} ${"The cache was warm. ".repeat(60)}`,
    })),
  });
  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("// every letter of this line must arrive, in order");
  await page.keyboard.press("Enter");
  await expect(page.locator(".view-lines")).toContainText(
    "// every letter of this line must arrive, in order",
  );
});

test("a request on one line is put into lines by Format, and nothing it says changes", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.paste(JSON.stringify(openai));
  await expect(page.locator("[data-tokens]")).toHaveText("18");
  await page.getByRole("button", { name: "format" }).click();
  await expect(page.locator(".view-line").nth(1)).toContainText('"model"');
  await expect(page.locator("[data-tokens]")).toHaveText("18");
});

test("an emptied document keeps the last good figures and says what to do", async ({ page, playground }) => {
  await playground.open();
  await playground.editor.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await playground.openTab("Problems");
  await expect(playground.problem("json-invalid")).toContainText("the text is empty; paste a request body");
  await expect(playground.request(2)).toHaveAccessibleName(/8,739 read/);
});

test("a text nested without end is refused in words", async ({ playground }) => {
  await playground.open();
  await playground.paste("[".repeat(3000));
  await playground.openTab("Problems");
  await expect(playground.problem("json-invalid")).toContainText("nested deeper than 512 levels");
});

test("a link to a text that is no request says so, and figures come with the first good text", async ({
  page,
  playground,
}) => {
  await page.goto(`/#${await encodeShare({ ...DEFAULT_LAYOUT, text: "{ not yet" })}`);
  await expect(page.getByText("This text is not a request yet: see Problems.")).toBeVisible();
  await expect(playground.editor).toBeVisible();
  await playground.paste(JSON.stringify(openai));
  await expect(page.locator("[data-tokens]")).toHaveText("18");
});
