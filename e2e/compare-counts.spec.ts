/** What each system's tokens are counted with, and how sure that is: vocabularies come when they are needed. */
import { Comparison } from "./support/comparison";
import { expect, test } from "./support/test";

/** A conversation of text alone. */
const TEXT_ONLY = {
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: "You answer questions about orders. ".repeat(200) },
    { role: "user", content: "Where is my order?" },
  ],
};

test("text is counted exactly with a service's own vocabulary, which is loaded with the comparison", async ({
  page,
  playground,
}) => {
  const loaded: string[] = [];
  page.on("request", (request) => {
    const [, name] = /\/vocabulary\/(\w+)\./.exec(request.url()) ?? [];
    if (name) loaded.push(name);
  });
  await playground.openDocument(TEXT_ONLY);
  expect(new Set(loaded)).toEqual(new Set(["qwen3"]));
  const comparison = new Comparison(playground);
  await comparison.open();
  await comparison.ready();
  expect(new Set(loaded)).toEqual(new Set(["qwen3", "o200k_base", "deepseek_v3"]));
  for (const name of ["OpenAI", "OpenAI before 5.6"]) {
    await expect(comparison.row(name)).toContainText("exact with o200k_base");
  }
  await expect(comparison.row("DeepSeek")).toContainText("exact with deepseek_v3");
  await expect(comparison.row("Kimi")).toContainText("estimate ±25% with qwen3");
});

test.describe("a vocabulary that cannot be loaded", () => {
  test.use({ allowedErrors: [/404.*o200k_base/] });

  test("leaves its services estimated with another", async ({ page, playground }) => {
    await page.route(/\/vocabulary\/o200k_base/, (route) => route.fulfill({ status: 404, body: "" }));
    await playground.openDocument(TEXT_ONLY);
    const comparison = new Comparison(playground);
    await comparison.open();
    await comparison.ready();
    await expect(comparison.row("OpenAI")).toContainText("estimate ±25% with qwen3");
    await expect(comparison.row("DeepSeek")).toContainText("exact with deepseek_v3");
  });
});
