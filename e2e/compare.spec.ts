/** One conversation on every cache system: what it costs, who refuses it and why, and a host of one's own among them. */
import { readFile } from "node:fs/promises";
import { presets } from "../lib/timeline/presets/presets";
import { expectAccessible } from "./support/axe";
import { Comparison } from "./support/comparison";
import { pick, pickerOf } from "./support/pick";
import { expect, test } from "./support/test";

/** A conversation with one marker more than Anthropic takes. */
const FIVE_MARKERS = {
  model: "qwen3.7-max",
  messages: ["system", "user", "assistant", "user", "assistant", "user"].map((role, index) => ({
    role,
    content: [
      {
        type: "text",
        text: `${role} ${index} says a good deal. `.repeat(300),
        ...(index < 5 ? { cache_control: { type: "ephemeral" } } : {}),
      },
    ],
  })),
};

test("three clicks: what the agent costs on ten systems, by each one's own rules", async ({
  page,
  playground,
}) => {
  // Many rows are looked through for their accessibility, twice.
  test.slow();
  await playground.open();
  await playground.chooseExample("Production agent, three markers");
  const comparison = new Comparison(playground);
  await comparison.open();
  await comparison.ready();
  const ten = [
    "Anthropic",
    "Amazon Bedrock",
    "OpenAI",
    "OpenAI before 5.6",
    "Gemini",
    "DeepSeek",
    "Kimi",
    "GLM",
    "Grok",
    "Mistral",
  ];
  for (const name of ten) await expect(comparison.row(name)).toContainText(/\$\d+\.\d{4}.*−\d+(\.\d)?%/);
  await expect(comparison.sheet).toContainText(/Cheapest: .+ at \$[\d.]+ in USD/);
  // Its last marker ends the request: a call that uses an object needs something behind it.
  await expect(comparison.sheet).toContainText(
    "1 refuses a request: the reason is below the name. Refusing: Gemini, rented objects.",
  );
  await expect(comparison.row("Anthropic").getByRole("img")).toHaveAccessibleName(
    /[\d,]+ read, [\d,]+ written/,
  );
  await expect(comparison.row("Anthropic")).toContainText("estimate −40% to +30% with qwen3 × 1.3");
  await expect(comparison.row("Gemini")).toContainText("estimate ±25% with qwen3");

  await test.step("yours stands among them with the bill's own figure", async () => {
    const bill = Number((await playground.bill("cost").textContent())?.slice(1));
    const yours = await comparison.row("Model Studio, as drawn").textContent();
    expect(Math.abs(Number(/\$([\d.]+)/.exec(yours ?? "")?.[1]) - bill)).toBeLessThan(0.0001);
  });

  await test.step("amounts of another currency are compared among themselves", async () => {
    await expect(comparison.table).toContainText("Billed in USD, compared within this currency only");
    await expect(comparison.table).toContainText("Billed in CNY, compared within this currency only");
    await expect(comparison.row("Moonshot v1, rented objects")).toContainText(/¥\d.*cheapest/);
  });

  await test.step("what is assumed is a click away", async () => {
    await comparison
      .row("DeepSeek")
      .getByRole("button", { name: /assumptions of DeepSeek$/ })
      .click();
    const assumed = page.getByRole("dialog", { name: "Assumptions about DeepSeek" });
    await expect(assumed).toContainText("DeepSeek's reads are counted in steps of 64 tokens");
    await page.keyboard.press("Escape");
    await expect(assumed).toBeHidden();
  });
  await expectAccessible(page);
});

test("who refuses a conversation, and why", async ({ playground }) => {
  await playground.openDocument(FIVE_MARKERS);
  const comparison = new Comparison(playground);
  await comparison.open();
  await comparison.ready();
  for (const name of ["Anthropic", "Amazon Bedrock"]) {
    await expect(comparison.row(name)).toContainText("At most 4 markers are allowed; there are 5.");
    await expect(comparison.row(name)).toContainText("not ranked");
  }
  await expect(comparison.row("DeepSeek").locator("[data-refusal]")).toHaveCount(0);
  await expect(comparison.sheet).toContainText(/\d refuse a request: the reason is below the name\./);
  // Nothing that answers less is the cheapest.
  await expect(comparison.row("Anthropic")).not.toContainText("cheapest");
});

test("rows are sorted and narrowed down to a kind", async ({ playground }) => {
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  const byCost = await comparison.names();
  await comparison.table.getByRole("button", { name: "System", exact: true }).click();
  await expect(comparison.table.getByRole("columnheader", { name: "System" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  expect(await comparison.names()).not.toEqual(byCost);
  await comparison.kind("rented");
  expect((await comparison.names()).toSorted()).toEqual([
    "gemini-rented-objects",
    "model-studio-implicit",
    "model-studio-none",
    "moonshot-v1-rented-objects",
    "yours",
  ]);
  await comparison.kind("own hardware");
  await expect(comparison.row("vLLM")).toBeVisible();
  await expect(comparison.row("DeepSeek")).toHaveCount(0);
});

test("another model of a system travels with the link, and undo takes it back", async ({
  page,
  playground,
}) => {
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  const model = pickerOf(comparison.sheet, "Model of Anthropic");
  await pick(comparison.sheet, "Model of Anthropic", "claude-opus-5");
  await expect(model).toHaveText(/claude-opus-5\b/);
  const link = await playground.readLink();
  await page.getByRole("button", { name: /^Undo: / }).click();
  await expect(model).toHaveText(/claude-sonnet-5-5/);
  await playground.openWith(new URL(link).hash.slice(1));
  await comparison.open();
  await expect(model).toHaveText(/claude-opus-5\b/);
});

test("the best placement under a system's own rules, searched when it is asked for", async ({
  page,
  playground,
}) => {
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  const row = comparison.row("OpenAI, markers only");
  await row.getByRole("button", { name: "Find the best placement on OpenAI, markers only" }).click();
  const best = row.locator("[data-best]").filter({ visible: true });
  await expect(best).toContainText(/\$[\d.]+ −[\d.]+%\s*markers: /);
  await best
    .getByRole("button", { name: "Show OpenAI, markers only with its best placement on the map" })
    .click();
  await expect(comparison.sheet).toBeHidden();
  await expect(page.locator("[data-bill=baseline]")).toContainText("OpenAI, markers only, best placement");
});

test("a system is shown on the map: pointed at in the bill, pinned above the rows", async ({
  page,
  playground,
}) => {
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  await comparison.row("Kimi").hover();
  await expect(page.locator("[data-bill=ghost]")).toContainText("with Kimi, kimi-k3");
  const button = comparison.row("Kimi").getByRole("button", { name: "Pin Kimi on the map" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-bill=baseline]")).toContainText("Kimi, kimi-k3");
  await expect(page.getByRole("button", { name: "Unpin" })).toBeVisible();
});

test("a host of one's own is a row like any other, and comes along in a link", async ({
  page,
  playground,
}) => {
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  await comparison.sheet.getByRole("button", { name: "Add a host of your own" }).click();
  const host = page.getByRole("dialog", { name: "A host of your own" });
  await host.getByRole("button", { name: "Add the host" }).click();
  await host.getByRole("textbox", { name: "Input, per million tokens" }).fill("3");
  await host.getByRole("textbox", { name: "Replicas, each with a cache of its own" }).fill("2");
  await expect(comparison.row("Your host, 2 replicas, each conversation on one")).toContainText("routed");
  await pick(host, "Requests go", "in turn");
  await page.keyboard.press("Escape");
  const row = comparison.row("Your host, 2 replicas, in turn");
  await expect(row).toContainText(/\$[\d.]+/);
  const link = await playground.readLink();
  await playground.openWith("example=batch");
  await expect(row).toBeHidden();
  await playground.openWith(new URL(link).hash.slice(1));
  await comparison.open();
  await expect(row).toBeVisible();
});

test("the comparison is taken along as a table and as a report", async ({ page, playground }) => {
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  async function take(label: string): Promise<string> {
    await comparison.sheet.getByRole("button", { name: "Download comparison" }).click();
    const waiting = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: label }).click();
    return readFile(await (await waiting).path(), "utf8");
  }
  const csv = await take("Table (CSV)");
  expect(csv.split("\r\n")[0]).toMatch(/^system,model,kind,/);
  expect(csv).toMatch(/^Anthropic,claude-sonnet-5-5,explicit,/m);
  const report = await take("Report (Markdown)");
  expect(report).toContain(`# ${presets.find(({ id }) => id === "agent")?.title} on every cache system`);
  expect(report).toMatch(/^\| Anthropic \| claude-sonnet-5-5 \| explicit \|/m);
  expect(report).toContain("## Billed in CNY");
});

test("on a phone nothing is cut off", async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const comparison = new Comparison(playground);
  await comparison.openAgent();
  await expect(comparison.row("DeepSeek")).toContainText(/\$[\d.]+.*to no cache.*to the cheapest/s);
  const [inner, outer] = await comparison.sheet
    .locator("[aria-busy]")
    .evaluate((sheet) => [sheet.scrollWidth, sheet.clientWidth]);
  expect(inner).toBeLessThanOrEqual(outer ?? 0);
});
