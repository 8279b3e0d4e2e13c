/** A conversation is followed through the layers: what each request met, what a switch changes, and what pinning saves. */
import type { Locator, Page } from "@playwright/test";
import { expectAccessibleAt } from "./support/axe";
import { pick, pickerOf } from "./support/pick";
import { expect, test } from "./support/test";
import { openSheet } from "./support/views";

const walk = (page: Page): Locator => page.getByRole("region", { name: "The walk" });
const met = (page: Page): Locator => walk(page).getByRole("status");
const answers = (page: Page): Locator => page.getByRole("region", { name: "Answers" });
const switches = (page: Page): Locator => page.getByRole("region", { name: "Switches" });
const drawing = (page: Page): Locator => walk(page).getByRole("img");

test("six calls cost 49 times from dearest to cheapest; pinned, a seventh", async ({ page }) => {
  await page.goto("/layers");
  await expect(answers(page)).toContainText("49.3×");
  await expect(answers(page)).toContainText("Dearest to cheapest cold19.9×");
  await expect(answers(page)).toContainText("$0.01595");
  await expect(answers(page)).toContainText("7.46× less");
  await page.getByRole("button", { name: "Do it: Pin the router to Vendor B" }).click();
  await expect(answers(page)).toContainText("$0.002139");
  await expect(drawing(page)).toHaveAccessibleName("The walk of 6 requests; 5 met a warm cache");
  await expect(pickerOf(page, "Route")).toHaveText(/Pinned/);
});

test("each request says where it went and what it met, by keyboard too", async ({ page }) => {
  await page.goto("/layers");
  await expect(met(page)).toHaveText(/Request 1 goes to Vendor A, and is the first to begin like this/);
  await walk(page).getByRole("button", { name: "Request after" }).click();
  await expect(met(page)).toHaveText(/Request 2 goes to Vendor B, and finds nothing there, though 4,224/);
  await walk(page).getByRole("slider", { name: "Request" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(met(page)).toHaveText(/Request 3 goes to Vendor B, and reads 4,224 of 4,700 tokens there/);
  await page.keyboard.press("ArrowLeft");
  await expect(met(page)).toHaveText(/Request 2 /);
});

test("the walk plays to its end, and stands still where motion is not wanted", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.goto("/layers");
  await walk(page).getByRole("button", { name: "Play the walk" }).click();
  await expect(met(page)).toHaveText(/Request 6 goes to Vendor B/);
  await expect(walk(page).getByRole("button", { name: "Play the walk" })).toBeVisible();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect(walk(page).getByRole("button", { name: "Play the walk" })).toHaveCount(0);
  await walk(page).getByRole("button", { name: "Request before" }).click();
  await expect(met(page)).toHaveText(/Request 5 /);
});

test("a gateway that reports zeros is found out, and an audit is one click away", async ({ page }) => {
  await page.goto("/layers");
  await page.getByRole("button", { name: "Walk deepseek-v4-pro" }).click();
  await expect(pickerOf(page, "Conversation")).toHaveText(/deepseek-v4-pro/);
  await expect(answers(page)).toContainText("The usage says 0: trust the cost of a cold and a warm call");
  await switches(page).getByRole("switch", { name: "Passes the usage field on" }).click();
  await expect(answers(page)).not.toContainText("The usage says 0");
  await answers(page).getByRole("link", { name: "Audit an endpoint" }).click();
  await expect(page).toHaveURL(/\/audit$/);
});

test("scattered over four vendors the formula and the walks agree; more caches are colder", async ({
  page,
}) => {
  await page.goto("/layers");
  await pick(page, "Conversation", "Twenty calls over four vendors, at random");
  await expect(answers(page)).toContainText("By formula80.1%");
  await switches(page).getByRole("textbox", { name: "Replicas" }).fill("2");
  await pick(page, "Replicas are chosen", "By chance");
  await expect(answers(page)).toContainText("By formula62.8%");
  await pick(page, "Engine", "No prefix cache");
  await expect(drawing(page)).toHaveAccessibleName("The walk of 20 requests; 0 met a warm cache");
});

test("an example’s conversation is walked, and its memory drawn", async ({ page }) => {
  await page.goto("/layers");
  await pick(page, "Conversation", "Function calling");
  await expect(page.getByText(/requests of this conversation/)).toBeVisible();
  await page.getByRole("button", { name: /Do it: All of it/ }).click();
  await expect(drawing(page)).toHaveAccessibleName("The walk of 5 requests; 4 met a warm cache");
  const memory = page.getByRole("region", { name: "Memory" });
  await expect(memory.getByRole("img")).toHaveAccessibleName(/Share read by memory: .* GiB/);
  await expect(memory.getByRole("row", { name: /DeepSeek-V3 MLA/ })).toContainText("70,272");
});

test("a layout kept in this browser is offered and walked", async ({ page, playground, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open();
  await playground.paste(
    JSON.stringify({
      model: "qwen3.7-max",
      messages: [
        { role: "system", content: "You answer questions about bicycles. ".repeat(200) },
        { role: "user", content: "Which chain fits?" },
      ],
    }),
  );
  await playground.openDocuments();
  await expect(page.locator("[data-layout-status=kept]")).toBeVisible();
  await page.goto("/layers");
  await pickerOf(page, "Conversation").click();
  await page.getByRole("group", { name: "Yours, kept in this browser" }).getByRole("option").first().click();
  await expect(page.getByText(/requests? of this conversation/)).toBeVisible();
  await expect(met(page)).toHaveText(/none of its 1,\d\d\d tokens can be read/);
});

test("a state has an address: it is linked to, reloaded, and taken back", async ({ page, context }) => {
  await page.goto("/layers");
  await pick(page, "Conversation", "Three agents through every layer");
  await expect(page).toHaveURL(/#scene=agents$/);
  await pick(page, "Route", "In turn");
  await switches(page).getByRole("textbox", { name: "Replicas" }).fill("3");
  await walk(page).getByRole("slider", { name: "Request" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/#scene=agents&router=round-robin&replicas=3&request=2$/);
  const told = await met(page).textContent();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(met(other)).toHaveText(told ?? "");
  await expect(pickerOf(other, "Route")).toHaveText(/In turn/);
  await other.close();

  await page.goBack();
  await expect(switches(page).getByRole("textbox", { name: "Replicas" })).toHaveValue("2");
  await expect(pickerOf(page, "Route")).toHaveText(/In turn/);
  await page.goBack();
  await expect(pickerOf(page, "Route")).toHaveText(/cheap ones first/);
  await page.goBack();
  await expect(pickerOf(page, "Conversation")).toHaveText(/Six calls/);
  await page.goForward();
  await expect(pickerOf(page, "Conversation")).toHaveText(/Three agents/);
});

test("all switches go back to how the scene was measured", async ({ page }) => {
  await page.goto("/layers#usage=zero&replicas=2");
  await expect(answers(page)).toContainText("The usage says 0");
  await page.getByRole("button", { name: "Reset the switches" }).click();
  await expect(answers(page)).not.toContainText("The usage says 0");
  await expect(switches(page).getByRole("textbox", { name: "Replicas" })).toHaveValue("1");
  await expect(page).toHaveURL(/\/layers$/);
});

test("from the map one click leads to the walk of this conversation, and one back", async ({
  page,
  playground,
}) => {
  await playground.open();
  await openSheet(page, "Layers");
  const sheet = page.getByRole("region", { name: "Layers", exact: true });
  await expect(sheet.getByText(/requests of this conversation/)).toBeVisible();
  const count = Number(/^(\d+)/.exec((await sheet.getByText(/requests of this/).textContent()) ?? "")?.[1]);
  await expect(drawing(page)).toHaveAccessibleName(new RegExp(`^The walk of ${count} requests`));
  await page.getByRole("button", { name: /Do it: All of it/ }).click();
  await expect(drawing(page)).toHaveAccessibleName(
    `The walk of ${count} requests; ${count - 1} met a warm cache`,
  );

  // It stays so while it is put away.
  await page.getByRole("button", { name: "Back to the map" }).click();
  await expect(drawing(page)).toHaveCount(0);
  await openSheet(page, "Layers");
  await expect(drawing(page)).toHaveAccessibleName(new RegExp(`${count - 1} met a warm cache`));

  await page.getByRole("link", { name: "On a page of its own" }).click();
  await expect(page).toHaveURL(/\/layers#example=[\w-]+&/);
  await expect(drawing(page)).toHaveAccessibleName(new RegExp(`${count - 1} met a warm cache`));
  await page.getByRole("link", { name: "Open in the playground" }).click();
  await expect(page.getByRole("region", { name: "Bill" })).toBeVisible();
});

test("time to the first token is a band, rented and on one's own GPUs", async ({ page }) => {
  await page.goto("/layers");
  const time = page.getByRole("region", { name: "Time" });
  await expect(time.getByText(/^[\d.]+ to [\d.]+ s$/)).toHaveCount(4);
  const own = time.getByText(/Qwen2.5 32B on 1 × H100 SXM/);
  await expect(own).toBeVisible();
  await switches(page).getByRole("textbox", { name: "GPUs per replica" }).fill("4");
  await pick(page, "GPU", "A100 80 GB SXM");
  await expect(time.getByText(/Qwen2.5 32B on 4 × A100 80 GB SXM/)).toBeVisible();
});

test("a request that cannot be read anywhere says why", async ({ page }) => {
  await page.goto("/layers#scene=hybrid&request=2");
  await expect(met(page)).toHaveText(/shares no whole block with what is kept: none of its 480 tokens/);
  await pick(page, "Engine", "No prefix cache");
  await expect(met(page)).toHaveText(/meets an engine that keeps nothing/);
});

test("a hybrid model takes large blocks, and its curve is drawn beside small ones", async ({ page }) => {
  await page.goto("/layers");
  await pick(page, "Conversation", "Three agents through every layer");
  await pick(page, "Architecture", "Qwen3.5 4B, hybrid");
  await expect(switches(page).getByRole("textbox", { name: "Tokens per block" })).toHaveValue("528");
  const memory = page.getByRole("region", { name: "Memory" });
  await expect(memory).toContainText("Dotted: blocks of 16 instead of 528");
  await expect(memory.getByRole("row", { name: /Qwen3.5 4B/ })).toContainText("GQA in 8 of 32 layers");
});

test.describe("a recording that is gone", () => {
  test.use({ allowedErrors: [/404/] });

  test("says so, and walks nothing", async ({ page }) => {
    await page.goto("/layers#session=nobody-has-this-one-abcdefgh");
    await expect(page.getByText("There is no such recording")).toBeVisible();
    await expect(drawing(page)).toHaveCount(0);
  });
});

test("settings that pin can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/layers");
  await page.getByRole("button", { name: "Copy OpenRouter: one vendor, no fallback" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('"allow_fallbacks": false');
  await page.getByRole("tab", { name: "LiteLLM: the deployment that has the prefix" }).click();
  await expect(page.getByText("optional_pre_call_checks")).toBeVisible();
});

test("is accessible in both themes, on a desk and on a phone", async ({ page }) => {
  await page.goto("/layers");
  await pick(page, "Conversation", "Three agents through every layer");
  await expectAccessibleAt(page, [1440, 390]);
});

test("is accessible on the open conversation, in both themes, on a desk and on a phone", async ({ page }) => {
  await page.goto("/#example=agent&sheet=layers");
  await expect(drawing(page)).toBeVisible({ timeout: 30_000 });
  await expectAccessibleAt(page, [1440, 390]);
});
