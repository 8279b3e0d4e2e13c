/** The request leaves the page as code: one of eight forms, single or as a conversation, to copy or to download. */
import { readFile } from "node:fs/promises";
import { expectAccessibleAt } from "./support/axe";
import { pick, pickerOf } from "./support/pick";
import { expect, test } from "./support/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const ephemeral = { type: "ephemeral" };
const document = {
  model: "qwen3.7-max",
  enable_thinking: false,
  messages: [
    {
      role: "system",
      content: [{ type: "text", text: 'Be "brief" & don\'t $(run).', cache_control: ephemeral }],
    },
    { role: "user", content: "Hello" },
  ],
};

test("the request as it stands, copied", async ({ page, playground }) => {
  await playground.openDocument(document);
  await page.getByRole("button", { name: "Code", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "The request as code" });
  await expect(pickerOf(dialog, "Form")).toContainText("Python, OpenAI SDK");
  await pick(dialog, "Form", "curl");
  const code = dialog.getByRole("region", { name: "Code" });
  await expect(code).toContainText("https://dashscope-intl.aliyuncs.com/compatible-mode/v1");
  await dialog.getByRole("button", { name: "Copy code" }).click();
  await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const body = /<<'JSON'\n([\s\S]*)\nJSON\n$/.exec(copied)?.[1] ?? "";
  expect(JSON.parse(body)).toEqual(document);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Code", exact: true })).toBeFocused();
});

test("a conversation with its placement, for a workspace in Frankfurt, as a file", async ({
  page,
  playground,
}) => {
  await playground.open();
  await pick(page, "Region", "Frankfurt");
  await page.getByRole("button", { name: "Code", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "The request as code" });
  await dialog.getByRole("radio", { name: "Conversation" }).check();
  await pick(dialog, "Form", "TypeScript, Anthropic SDK");
  await expect(pickerOf(dialog, "Endpoint")).toContainText("Frankfurt");
  await expect(dialog.getByRole("list", { name: "Notes" })).toContainText(
    "converted to the Anthropic dialect",
  );
  await expect(dialog.getByRole("list", { name: "Notes" })).toContainText("YOUR-WORKSPACE-ID");
  await dialog.getByRole("textbox", { name: "Workspace id" }).fill("llm-abc123");
  await expect(dialog.getByRole("list", { name: "Notes" })).not.toContainText("YOUR-WORKSPACE-ID");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download request-anthropic.ts" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("request-anthropic.ts");
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain("https://llm-abc123.eu-central-1.maas.aliyuncs.com/apps/anthropic");
  expect(text).toContain("function placeMarkers(");
  expect(text).toContain("env.DASHSCOPE_API_KEY");
});

test("a document that is no request says why there is no code", async ({ page, playground }) => {
  await playground.openDocument(document);
  await playground.paste('{"messages": ');
  await page.getByRole("button", { name: "Code", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "The request as code" });
  await expect(dialog.getByRole("list", { name: "Notes" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Copy code" })).toBeDisabled();
});

test("accessible and no wider than the screen", async ({ page, playground }) => {
  await playground.openDocument(document);
  await page.getByRole("button", { name: "Code", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "The request as code" });
  await dialog.getByRole("radio", { name: "Conversation" }).check();
  await expect(dialog.getByRole("region", { name: "Code" })).toContainText("place_markers");
  for (const width of [1280, 390, 320]) {
    await expectAccessibleAt(page, [width]);
    expect(await dialog.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true);
  }
});
