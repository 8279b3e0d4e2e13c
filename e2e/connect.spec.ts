/** Connect your tool: the settings follow the choice, can be copied and linked to, and the traps are told. */
import { expectAccessibleAt } from "./support/axe";
import { pick } from "./support/pick";
import { expect, test } from "./support/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a reader of the header's menu finds it, picks a tool and copies its settings", async ({
  page,
  playground,
}) => {
  await playground.open();
  await page.getByRole("button", { name: "Tools" }).click();
  await page.getByRole("menuitem", { name: "Connect your tool" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Connect your tool" })).toBeVisible();
  await expect(page.getByLabel("~/.claude/settings.json", { exact: true })).toContainText(
    "https://dashscope-intl.aliyuncs.com/apps/anthropic",
  );
  await expect(page.locator("[data-fold]")).toHaveText(/3 sent → 2 effective/);
  await expect(page.getByText("x-anthropic-billing-header")).toBeVisible();

  await pick(page, "Tool", "OpenCode");
  await pick(page, "Plan", "Coding Plan");
  await pick(page, "Region", "Beijing, Coding Plan");
  const settings = page.getByLabel("~/.config/opencode/opencode.json", { exact: true });
  await expect(settings).toContainText("https://coding.dashscope.aliyuncs.com/apps/anthropic/v1");
  await page.getByRole("button", { name: /^Copy ~\/\.config/ }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ model: "model-studio/qwen3.7-max" });

  const address = page.url();
  await page.goto("/rules");
  await page.goto(address);
  await expect(settings).toContainText("coding.dashscope.aliyuncs.com");
});

test("Codex marks nothing, and its settings ask for the session cache", async ({ page }) => {
  await page.goto("/connect?tool=codex");
  const settings = page.getByLabel("~/.codex/config.toml", { exact: true });
  await expect(settings).toContainText('http_headers = { "x-dashscope-session-cache" = "enable" }');
  await expect(page.getByText("No marker is sent: a header asks for the session cache")).toBeVisible();
  await pick(page, "Tool", "Cline");
  await expect(page.getByText("With these settings no marker is sent")).toBeVisible();
});

test("an older model keeps the markers of parts", async ({ page }) => {
  await page.goto("/connect?tool=claude-code");
  await pick(page, "Model", "qwen3-max");
  await expect(page.locator("[data-fold]")).toHaveText(/3 sent → 3 effective/);
});

test("a model without the explicit cache in the region says that markers have no effect", async ({
  page,
}) => {
  await page.goto("/connect?tool=claude-code");
  await pick(page, "Model", "kimi-k3");
  await expect(page.locator("[data-offer]")).toContainText("Markers have no effect with kimi-k3 here");
  await expect(page.locator("[data-fold]")).toHaveText(/3 sent → 0 effective/);
});

test("the way through a recording fills in its address", async ({ page }) => {
  await page.goto("/connect?tool=qwen-code");
  await page.getByText("Recorded", { exact: true }).click();
  await page.getByRole("button", { name: "Make a recording" }).click();
  await expect(page.getByLabel("~/.qwen/settings.json", { exact: true })).toContainText(
    /localhost:\d+\/record\/[\w-]{20,}\/compatible-mode\/v1/,
  );
  await expect(page.getByLabel("terminal", { exact: true })).toContainText("DASHSCOPE_PROXY_BASE_URL");
  await expect(page.getByRole("link", { name: "watch it here" })).toBeVisible();
});

test("keys of a plan are not recorded", async ({ page }) => {
  await page.goto("/connect?host=coding-plan-intl&route=record");
  await expect(page.getByText(/for coding tools only/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Make a recording" })).toHaveCount(0);
});

test("is accessible, wide and narrow", async ({ page }) => {
  await page.goto("/connect?tool=openclaw");
  await expect(page.getByLabel("~/.openclaw/openclaw.json", { exact: true })).toBeVisible();
  await expectAccessibleAt(page, [1280, 390]);
});
