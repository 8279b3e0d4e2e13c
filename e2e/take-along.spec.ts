/** What an agent costs elsewhere and who refuses it, and its request taken along in each service's own words, to be read back here. */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { countActions } from "./support/count-actions";
import { pick } from "./support/pick";
import { expect, test } from "./support/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const AGENT = "Production agent, three markers";

const sheetOf = (page: Page): Locator => page.getByRole("region", { name: "Compare", exact: true });
const rowOf = (page: Page, id: string): Locator => sheetOf(page).locator(`tr[data-system="${id}"]`);

async function ready(page: Page): Promise<void> {
  await expect(sheetOf(page).getByText(/\d+ ways to be served\./)).toBeVisible({ timeout: 30_000 });
}

async function openAgent(page: Page): Promise<void> {
  await page.goto("/#example=agent&sheet=compare");
  await ready(page);
}

async function takeAlong(page: Page, id: string): Promise<Locator> {
  await rowOf(page, id)
    .getByRole("button", { name: /^Take it along to / })
    .click();
  const dialog = page.getByRole("dialog", { name: /^The request for / });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** A conversation with three marks, one of them on a tool's result; something stands behind the last. */
const cache_control = { type: "ephemeral" };
const TALK = {
  model: "qwen3.7-max",
  max_tokens: 300,
  tools: [
    {
      type: "function",
      function: { name: "track", description: "Finds a parcel.", parameters: { type: "object" } },
    },
  ],
  messages: [
    {
      role: "system",
      content: [{ type: "text", text: "You help with parcels. ".repeat(400), cache_control }],
    },
    { role: "user", content: [{ type: "text", text: "Where is A1?", cache_control }] },
    {
      role: "assistant",
      content: null,
      tool_calls: [{ id: "c1", type: "function", function: { name: "track", arguments: '{"id":"A1"}' } }],
    },
    {
      role: "tool",
      tool_call_id: "c1",
      content: [{ type: "text", text: "On its way.", cache_control }],
    },
    { role: "user", content: "And when?" },
  ],
};

test("four clicks: what the agent costs on ten systems, and why two of them refuse it for an hour", async ({
  page,
  playground,
}) => {
  await playground.visit();
  const clicks = await countActions(page);
  await playground.chooseExample(AGENT);
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await ready(page);
  await sheetOf(page).getByRole("radio", { name: "1 hour" }).click();
  await expect(sheetOf(page)).toContainText(/\d refuse a request: .* Refusing: .*Amazon Bedrock, Nova/);
  expect(await clicks()).toBe(4);

  const ten = [
    "anthropic",
    "amazon-bedrock",
    "openai",
    "openai-before-5-6",
    "gemini",
    "deepseek",
    "kimi",
    "glm",
    "grok",
    "mistral",
  ];
  for (const id of ten) await expect(rowOf(page, id)).toContainText(/\$\d+\.\d{4}.*−\d+(\.\d)?%/);
  for (const id of ["amazon-bedrock-nova", "minimax-active"]) {
    await expect(rowOf(page, id)).toContainText(
      "Refuses all 5 requests: A marker asks for 3600 s; only 300 s is available.",
    );
  }

  await test.step("the document itself asks for it, and undo takes it back", async () => {
    await playground.openTab("Problems");
    await expect(playground.problem("marker-shape").first()).toContainText("Before Qwen4");
    await page.getByRole("button", { name: /^Undo: / }).click();
    await expect(sheetOf(page).getByRole("radio", { name: "5 minutes" })).toBeChecked();
    await expect(rowOf(page, "amazon-bedrock-nova")).toContainText(/\$\d/);
  });
});

test("what a service refuses or ignores of the markers, and the way to each", async ({
  page,
  playground,
}) => {
  await openAgent(page);
  await expect(rowOf(page, "gemini-rented-objects")).toContainText(
    "Refuses the document as it is: Nothing follows the last marker",
  );
  await rowOf(page, "deepseek").getByRole("button", { name: "markers ignored on DeepSeek" }).click();
  const found = page.getByRole("dialog", { name: "How DeepSeek treats the markers" });
  await expect(found).toContainText("all 3 markers are left out");
  await found.getByRole("button", { name: /^Go to the marker in line / }).click();
  await expect(found).toBeHidden();
  await expect(playground.editor.locator(".selected-text").first()).toBeVisible();

  const dialog = await takeAlong(page, "gemini-rented-objects");
  await expect(dialog.getByRole("list", { name: /treats the markers$/ }).getByRole("listitem")).toHaveText([
    /^Ignored: A request uses one object/,
    /^Ignored: A request uses one object/,
    /^Refused: Nothing follows/,
  ]);
  await dialog
    .getByRole("button", { name: /^Go to the marker in line / })
    .last()
    .click();
  await expect(dialog).toBeHidden();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("[data-document]") !== null))
    .toBe(true);
});

const SERVICES: readonly {
  readonly id: string;
  readonly form?: string;
  readonly written: RegExp;
  readonly markers: number;
}[] = [
  {
    id: "anthropic",
    written: /POST \/v1\/messages[\s\S]*"cache_control"/,
    markers: 3,
  },
  { id: "amazon-bedrock", written: /\/converse[\s\S]*"cachePoint"/, markers: 3 },
  {
    id: "openai-markers-only",
    written:
      /chat\/completions[\s\S]*"prompt_cache_key"[\s\S]*"prompt_cache_breakpoint"|"prompt_cache_breakpoint"[\s\S]*"prompt_cache_key"/,
    markers: 3,
  },
  {
    id: "openai-markers-only",
    form: "Responses",
    written: /\/v1\/responses[\s\S]*"input_text"/,
    markers: 3,
  },
  {
    id: "gemini-rented-objects",
    written: /cachedContents[\s\S]*"cachedContent"/,
    markers: 1,
  },
  { id: "yours", written: /compatible-mode[\s\S]*"cache_control"/, markers: 3 },
];

for (const { id, form, written, markers } of SERVICES) {
  test(`taken along to ${id}${form ? `, ${form}` : ""} and read back`, async ({ page, playground }) => {
    await playground.openDocument(TALK);
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await ready(page);
    const dialog = await takeAlong(page, id);
    if (form) await dialog.getByRole("radio", { name: form }).click();
    await expect(dialog).toContainText(written);
    await dialog.getByRole("button", { name: "Copy request" }).click();
    await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
    const waiting = page.waitForEvent("download");
    await dialog.getByRole("button", { name: `Download request-${id}.json` }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(await readFile(await (await waiting).path(), "utf8")).toBe(`${copied}\n`);
    await dialog.getByRole("button", { name: "Close" }).click();

    await playground.openWith("example=batch");
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByLabel("Text to import").fill(copied);
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect(playground.shownText.first()).toContainText("You help with parcels.");
    await playground.listMessages();
    await expect(playground.markers).toHaveCount(markers);
    await expect(playground.segment("system")).toBeVisible();
  });
}

test("another service is a choice away, and the code leads there", async ({ page, playground }) => {
  await playground.open();
  await page.getByRole("button", { name: "Code", exact: true }).click();
  await page.getByRole("button", { name: "For another service…" }).click();
  const dialog = page.getByRole("dialog", { name: "The request for Anthropic" });
  await expect(dialog).toContainText("POST /v1/messages");
  await pick(dialog, "Service", "OpenAI");
  const other = page.getByRole("dialog", { name: "The request for OpenAI" });
  await expect(other).toContainText('"prompt_cache_key": "multi-turn-conversation"');
  await other.getByRole("textbox", { name: "Cache key" }).fill("");
  await expect(other).not.toContainText("prompt_cache_key");
  await expectAccessible(page);
});

test("the comparison that is taken along says who refuses and what is ignored", async ({ page }) => {
  await openAgent(page);
  await sheetOf(page).getByRole("radio", { name: "1 hour" }).click();
  await expect(sheetOf(page)).toContainText(/Refusing: /);
  async function take(label: string): Promise<string> {
    await sheetOf(page).getByRole("button", { name: "Download comparison" }).click();
    const waiting = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: label }).click();
    return readFile(await (await waiting).path(), "utf8");
  }
  const csv = await take("Table (CSV)");
  expect(csv).toMatch(/^"MiniMax, active",.*Refuses all 5 requests: A marker asks for 3600 s/m);
  expect(csv).toMatch(/^DeepSeek,.*Ignored at \/messages\/0\/content\/0\/cache_control: /m);
  const report = await take("Report (Markdown)");
  expect(report).toContain("- MiniMax, active: Refuses all 5 requests: A marker asks for 3600 s");
  expect(report).toMatch(/## The markers of the document[\s\S]*Refused at \/messages\/0/);
});

test("on a phone the request fits, and the way to a marker leads to the document", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openAgent(page);
  const dialog = await takeAlong(page, "openai");
  const [inner, outer] = await dialog.evaluate((element) => [element.scrollWidth, element.clientWidth]);
  expect(inner).toBeLessThanOrEqual(outer ?? 0);
  await expect(dialog.getByRole("button", { name: "Copy request" })).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  const gemini = await takeAlong(page, "gemini-rented-objects");
  await gemini
    .getByRole("button", { name: /^Go to the marker in line / })
    .last()
    .click();
  await expect(page.getByRole("tab", { name: "Request" })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("[data-document] .selected-text").first()).toBeVisible();
});
