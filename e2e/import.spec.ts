/** What was recorded elsewhere is pasted or dropped, looked at, and only then opened. */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expectAccessibleAt } from "./support/axe";
import { pickerOf } from "./support/pick";
import { expect, test } from "./support/test";

const dialogOf = (page: Page): Locator => page.getByRole("dialog", { name: "Import" });

const bodyOf = (question: string) => ({
  model: "qwen3.7-max",
  messages: [{ role: "user", content: question }],
});

async function pasteIntoDialog(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByLabel("Text to import")).toBeFocused();
  await page.getByLabel("Text to import").fill(text);
  await page.getByRole("button", { name: "Read", exact: true }).click();
}

/** Drops a file onto the element, as from the desktop. */
async function dropFile(page: Page, onto: string, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([called, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], called));
      return data;
    },
    [name, text] as const,
  );
  await page.dispatchEvent(onto, "dragenter", { dataTransfer });
  await expect(page.getByText("Drop to import")).toBeVisible();
  await page.dispatchEvent(onto, "drop", { dataTransfer });
  await expect(page.getByText("Drop to import")).toBeHidden();
}

const CURL = `curl https://dashscope-intl.aliyuncs.com/compatible-mode/v1/chat/completions \\
  -H "Authorization: Bearer sk-0123456789abcdef0123456789abcdef" \\
  -H 'Content-Type: application/json' \\
  -d '${JSON.stringify(bodyOf("Why is the sky blue?"))}'`;

const harOf = (questions: readonly string[]): string =>
  JSON.stringify({
    log: {
      version: "1.2",
      creator: { name: "test", version: "1" },
      entries: questions.map((question, index) => ({
        startedDateTime: new Date(Date.UTC(2026, 10, 20, 9, 0, index * 40)).toISOString(),
        time: 2500,
        request: {
          method: "POST",
          url: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1/chat/completions",
          headers: [{ name: "Authorization", value: "Bearer sk-0123456789abcdef0123456789abcdef" }],
          postData: { mimeType: "application/json", text: JSON.stringify(bodyOf(question)) },
        },
        response: {
          status: 200,
          content: {
            mimeType: "application/json",
            text: JSON.stringify({
              choices: [{ message: { role: "assistant", content: "Because." }, finish_reason: "stop" }],
              usage: { prompt_tokens: 1200, completion_tokens: 20, total_tokens: 1220 },
            }),
          },
        },
      })),
    },
  });

test("a pasted curl command is looked at, opened, and what was open comes back", async ({
  page,
  playground,
}) => {
  await playground.open();
  const name = (await playground.document().getAttribute("aria-label")) ?? "";
  await pasteIntoDialog(page, CURL);
  const dialog = dialogOf(page);
  await expect(dialog).toContainText("Taken out for safety");
  await expect(dialog).not.toContainText("sk-0123456789");
  // Nothing is kept before it is opened.
  await expect(playground.editor).not.toContainText("Why is the sky blue?");
  await page.getByRole("button", { name: "Open", exact: true }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(playground.editor).toContainText("Why is the sky blue?");
  await expect(page.getByRole("status").first()).toHaveText(
    "Imported one request. Undo brings back what was open.",
  );
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(playground.editor).not.toContainText("Why is the sky blue?");
  await expect(playground.document()).toHaveAccessibleName(name);
  await expect(page.getByRole("button", { name: "Undo the import" })).toBeHidden();
});

test("undo brings the text back that an import took the place of", async ({ page, playground }) => {
  await playground.openDocument(bodyOf("What was here before"));
  await pasteIntoDialog(page, JSON.stringify(bodyOf("What comes in its place")));
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(playground.editor).toContainText("What comes in its place");
  await playground.undo();
  await expect(playground.editor).toContainText("What was here before");
});

test("a HAR file dropped onto the editor: its key is named and gone, its requests are in the timeline", async ({
  page,
  playground,
}) => {
  await playground.open();
  await dropFile(page, ".monaco-editor", "log.har", harOf(["First question", "Second", "Third"]));
  const notice = page.getByRole("region", { name: "Imported" });
  await expect(notice).toContainText("3 requests");
  await expect(notice).toContainText(/authorization/i);
  await expect(notice).not.toContainText("sk-0123456789");
  await expect(dialogOf(page)).toBeHidden();
  await expect(playground.editor).toContainText("First question");
  await expect(playground.request(3)).toBeVisible();
  await expect(playground.request(4)).toBeHidden();
});

test("a usage alone is shown as a table, and there is nothing to open", async ({ page, playground }) => {
  await playground.open();
  await pasteIntoDialog(
    page,
    JSON.stringify({
      prompt_tokens: 3019,
      completion_tokens: 104,
      total_tokens: 3123,
      prompt_tokens_details: { cached_tokens: 2048 },
    }),
  );
  const dialog = dialogOf(page);
  await expect(dialog.getByRole("table")).toContainText("2,048");
  await expect(dialog).toContainText("There is nothing to open.");
  await expect(page.getByRole("button", { name: "Open", exact: true })).toBeHidden();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await expect(page.getByLabel("Text to import")).toHaveValue(/3019/);
});

test("a file that is cut off is told in a sentence, and nothing is lost", async ({ page, playground }) => {
  await playground.openDocument(bodyOf("Still here"));
  const cut = harOf(["First", "Second"]).slice(0, 700);
  await dropFile(page, "body", "cut.har", cut);
  await expect(dialogOf(page).getByRole("alert")).toHaveText(/\.$/);
  await page.getByLabel("Text to import").fill(cut);
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await expect(dialogOf(page).getByRole("alert")).toHaveText(/\.$/);
  await expect(page.getByLabel("Text to import")).toHaveValue(cut);
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
  await expect(playground.editor).toContainText("Still here");
});

test("a transcript of Claude Code opens with its times, beside what was billed", async ({
  page,
  playground,
}) => {
  await playground.open();
  const transcript = readFileSync("lib/import/fixtures/claude-code.jsonl", "utf8");
  await dropFile(page, "body", "session.jsonl", transcript);
  const dialog = dialogOf(page);
  await expect(dialog).toContainText(/Claude Code session transcript with \d+ requests/);
  await expect(dialog.getByRole("table")).toContainText("read");
  await expect(dialog).toContainText(/system/);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(playground.request(2)).toBeVisible();
  // Nothing else holds an import, so it is kept at once.
  await playground.openDocuments();
  await expect(page.locator("[data-layout-status=kept]")).toBeVisible();
});

test("a layout file comes back as it was, under its own rules", async ({ page, playground }) => {
  await playground.openDocument(bodyOf("From a file"), { region: "cn", offRules: ["no-marker"] });
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("tab", { name: "As a file" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Download", exact: true }).click();
  const text = readFileSync(await (await downloading).path(), "utf8");
  await page.goto("/rules");
  await playground.open();
  await dropFile(page, "body", "layout.cache.json", text);
  await expect(playground.editor).toContainText("From a file");
  await expect(pickerOf(page, "Region")).toContainText("Beijing");
});

test("a line that is no request is named, the others open", async ({ page, playground }) => {
  await playground.open();
  const lines = [
    JSON.stringify({ at: 0, body: bodyOf("First question") }),
    '{"at": 10, "body": {',
    JSON.stringify({ at: 20, body: bodyOf("Second question") }),
  ];
  await pasteIntoDialog(page, lines.join("\n"));
  await expect(dialogOf(page)).toContainText("Line 2 is not JSON");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(playground.request(2)).toBeVisible();
});

test("a long import is called off, and the page is as it was", async ({ page, playground }) => {
  await playground.openDocument(bodyOf("Still here"));
  // However fast the machine is, what was read is not handed over: the import goes on until it is called off.
  await page.evaluate(() => {
    const { get, set } = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage") ?? {};
    Object.defineProperty(Worker.prototype, "onmessage", {
      configurable: true,
      get,
      set(this: Worker, listener: (event: MessageEvent) => void) {
        set?.call(this, (event: MessageEvent) => "outcome" in event.data || listener.call(this, event));
      },
    });
  });
  const dataTransfer = await page.evaluateHandle(
    (line) => {
      const data = new DataTransfer();
      data.items.add(new File([line, line], "long.jsonl"));
      return data;
    },
    `${JSON.stringify({ at: 0, body: bodyOf("lorem ipsum ".repeat(2000)) })}\n`,
  );
  await page.dispatchEvent("body", "drop", { dataTransfer });
  await expect(page.getByRole("progressbar", { name: "Import" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(page.getByLabel("Text to import")).toBeFocused();
  await expect(dialogOf(page).getByRole("alert")).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(playground.editor).toContainText("Still here");
});

test("what a file is stands there while keys are still taken out, and none of its text", async ({
  page,
  playground,
}) => {
  await playground.openDocument(bodyOf("Still here"));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const texts = await page.evaluateHandle(() => {
    const seen: string[] = [];
    new MutationObserver(() =>
      seen.push(document.querySelector("[role=dialog], dialog[open]")?.textContent ?? ""),
    ).observe(document.body, { childList: true, subtree: true, characterData: true });
    return seen;
  });
  const key = ["sk", "0123456789abcdef0123456789abcdef"].join("-");
  const lines = Array.from({ length: 60 }, (_, index) =>
    JSON.stringify({ at: index, body: bodyOf(`Question ${index}: ${`my key is ${key}, `.repeat(300)}`) }),
  );
  await page.getByLabel("Files to import").setInputFiles({
    name: "keys.jsonl",
    mimeType: "application/jsonl",
    buffer: Buffer.from(lines.join("\n")),
  });
  const open = page.getByRole("button", { name: "Open", exact: true });
  await expect(open).toBeVisible();
  const before = (await texts.jsonValue()).filter((text) => text.includes("Taking out keys and ids"));
  expect(before.length).toBeGreaterThan(0);
  for (const text of before) {
    expect(text).toContain("with 60 requests");
    expect(text).not.toMatch(/sk-|Question|nothing to open/);
  }
  await expect(dialogOf(page)).toContainText("an API key (18,000 times)");
  await open.click();
  await expect(playground.editor).toContainText("Question 0");
  await expect(playground.editor).not.toContainText("sk-0123456789");
});

test("every step is accessible, wide and narrow", async ({ page }) => {
  // Three steps, two widths, two themes.
  test.slow();
  const widths = [390, 1440];
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Import", exact: true })).toBeVisible();
  await pasteIntoDialog(page, "no request at all");
  await expect(dialogOf(page).getByRole("alert")).toBeVisible();
  await expectAccessibleAt(page, widths);
  await page.getByLabel("Text to import").fill(harOf(["First question", "Second question"]));
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await expect(page.getByRole("button", { name: "Open", exact: true })).toBeVisible();
  await expectAccessibleAt(page, widths);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("button", { name: "Undo the import" })).toBeVisible();
  await expectAccessibleAt(page, widths);
});
