/** Recording an agent: it is pointed at the page's address, and every request of it is explained as it comes. */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { AGENT_LOOP } from "../lib/sessions/fixtures/agent-loop";
import { claudeSession } from "../lib/sessions/fixtures/client-sessions";
import { type AgentFigures, newAgentKey, playAgentLoop } from "./support/agent";
import { expectAccessible, expectAccessibleAt } from "./support/axe";
import { expect, test } from "./support/test";

/** Starts a recording on the page; the address to point an agent at. */
async function startRecording(page: Page): Promise<string> {
  await page.goto("/record");
  await page.getByRole("button", { name: "Start recording" }).click();
  await expect(page.getByText("Waiting for the first request")).toBeVisible();
  const lines = await page.getByLabel("terminal", { exact: true }).first().textContent();
  const [, base = ""] = /ANTHROPIC_BASE_URL=(\S+)/.exec(lines ?? "") ?? [];
  expect(base).toMatch(/^http:\/\/localhost:\d+\/record\/[\w-]{20,}\/apps\/anthropic$/);
  return base;
}

const row = (page: Page, number: number): Locator => page.locator(`[data-exchange="${number}"]`);
const bar = (page: Page, number: number): Locator => page.locator(`[data-bar="${number}"]`);
const details = (page: Page, number: number): Locator => page.locator(`[data-details="${number}"]`);
const write = (tokens: number): string => tokens.toLocaleString("en-US");
const leftBy = ({ read, written }: AgentFigures): number => read + written;

test.describe("a coding agent of twenty requests", () => {
  // A recording that is gone is answered 404, which the browser notes.
  test.use({ allowedErrors: [/404/] });
  test.setTimeout(240_000);

  test("is explained request by request, opened in the playground, and deleted", async ({ page }) => {
    const base = await startRecording(page);
    const key = newAgentKey();
    const billed = await playAgentLoop({ base, key });
    await expect(row(page, AGENT_LOOP.length)).toHaveAttribute("data-reason", /./, { timeout: 30_000 });

    await test.step("lane, figures and reason of every request are told", async () => {
      for (const [index, { number, lane, code, reads }] of AGENT_LOOP.entries()) {
        const figures = billed[index] ?? { read: -1, written: -1, uncached: -1 };
        await expect(row(page, number), `request ${number}`).toHaveAttribute("data-reason", code);
        await expect(row(page, number), `request ${number}`).toHaveAttribute("data-lane", lane);
        const cells = await row(page, number).getByRole("cell").allInnerTexts();
        expect(cells.slice(4, 7), `request ${number}`).toEqual(
          [figures.read, figures.written, figures.uncached].map(write),
        );
        expect(cells[3], `markers of request ${number}`).toMatch(/^\d → \d$/);
        expect(cells[8], `cost of request ${number}`).toMatch(/^\$0\.\d+$/);
        const source = typeof reads === "number" ? billed[reads - 1] : undefined;
        if (source) expect(figures.read, `request ${number}`).toBe(leftBy(source));
        else if (reads === "nothing") expect(figures.read, `request ${number}`).toBe(0);
        else expect(figures.read, `request ${number}`).toBeGreaterThan(1023);
        await bar(page, number).click();
        await expect(details(page, number)).toContainText("Billed as predicted.");
      }
    });

    await test.step("a request's details say what changed and what it cost", async () => {
      await row(page, 7).getByRole("button").click();
      await expect(bar(page, 7)).toHaveAttribute("aria-pressed", "true");
      await expect(details(page, 7)).toContainText("“fetch_page” was added");
      await expect(details(page, 7)).toContainText("paid for again");
      await bar(page, 7).press("ArrowRight");
      await expect(details(page, 8)).toBeVisible();
      await bar(page, 15).click();
      await expect(details(page, 15)).toContainText(
        /last written or renewed 360(\.\d+)? s before this request/,
      );
      await expect(row(page, 15).getByRole("cell").nth(2)).toHaveText("6 min");
      await bar(page, 20).click();
      await expect(details(page, 20).getByRole("insertion")).toContainText("[left out to save room]");
      await expect(details(page, 20)).toContainText("3 markers, 2 effective");
    });

    await test.step("requests that paid again are marked, counted and stepped through", async () => {
      const marked = page.locator("tr[data-exchange]").filter({ hasText: "✕" });
      const numbers = await marked.evaluateAll((rows) =>
        rows.map((each) => each.getAttribute("data-exchange")),
      );
      expect(numbers).toContain("15");
      const steps = page.getByRole("button", { name: `${numbers.length} misses` });
      await bar(page, 1).click();
      for (const number of [...numbers, numbers[0]]) {
        await steps.click();
        await expect(details(page, Number(number))).toBeVisible();
      }
    });

    await test.step("the head and the statistics sum it up", async () => {
      await expect(page.locator("[data-figure=requests]")).toHaveText("20");
      await expect(page.locator("[data-figure=bill]")).toHaveText(/^\$0\.0\d+$/);
      await expect(page.locator("[data-figure=saving]")).toHaveText(/^\d+(\.\d)?%$/);
      const sum = (part: keyof AgentFigures) => billed.reduce((total, each) => total + each[part], 0);
      const share = (sum("read") / (sum("read") + sum("written") + sum("uncached"))) * 100;
      const shown = await page.locator("[data-figure=hit-rate]").textContent();
      expect(Math.abs(Number.parseFloat(shown ?? "") - share)).toBeLessThan(0.06);
      await expect(page.locator("[data-miss]").first()).toContainText("keep-alive");
      await page.locator("[data-miss]").first().getByRole("button").click();
      await expect(details(page, 15)).toBeVisible();
      await page.getByRole("button", { name: "Find them" }).click();
      await expect(page.locator("[data-figure=cheapest]")).toHaveText(/^\$0\.0\d+$/, { timeout: 60_000 });
      await expect(page.locator("[data-announcement]")).toHaveText(
        /^Request 20: [\d,]+ read, [\d,]+ written: /,
      );
    });

    await test.step("nothing shows the agent's key, and the page is accessible in both themes", async () => {
      expect(await page.content()).not.toContain(key);
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await page.locator("[data-miss]").first().getByRole("button").click();
      await expect(details(page, 15)).toBeInViewport();
      const { x = -1 } = (await bar(page, 15).boundingBox()) ?? {};
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(390);
      await expectAccessible(page);
      await page.setViewportSize({ width: 1440, height: 900 });
    });

    await test.step("a report can be taken away", async () => {
      for (const [name, part] of [
        ["Download Markdown", "# Recorded session"],
        ["Download JSON", '"tools_changed"'],
      ] as const) {
        await page.getByRole("button", { name: "Report" }).click();
        const download = page.waitForEvent("download");
        await page.getByRole("menuitem", { name }).click();
        const text = await readFile(await (await download).path(), "utf8");
        expect(text).toContain(part);
        expect(text).not.toContain(key);
      }
    });

    await test.step("what the cache and left-out tokens saved is split, and sums to the whole", async () => {
      await page.getByText("What the cache and fewer tokens saved").click();
      const saved = page.getByRole("region", { name: "What was saved" });
      await expect(saved.getByRole("list").getByRole("listitem")).toHaveText([
        /^By the cache[−+]\$[\d.]+/,
        /^By left-out tokens−\$0\.0+/,
        /^Still paid for input\$[\d.]+/,
      ]);
      await page.getByRole("textbox", { name: "Left out, tokens" }).fill("100000");
      await expect(saved.getByRole("listitem").nth(1)).not.toHaveText(/−\$0\.0+0?%?$/);
      await expect(saved.getByRole("listitem").nth(1)).toHaveText(/−\d+(\.\d)?%$/);
    });

    await test.step("the main lane opens in the playground as it was sent", async () => {
      const address = page.url();
      await page.getByRole("button", { name: "Open in the playground" }).click();
      await page.getByRole("menuitem", { name: "Only main" }).click();
      await expect(page).toHaveURL("/");
      const own = AGENT_LOOP.filter(({ lane }) => lane === "main").length;
      await expect(page.getByRole("button", { name: new RegExp(`^Request ${own} at `) })).toBeVisible({
        timeout: 30_000,
      });
      await expect(page.getByRole("button", { name: new RegExp(`^Request ${own + 1} at `) })).toHaveCount(0);
      const first = billed[0] ?? { read: 0, written: -1, uncached: 0 };
      await expect(page.getByRole("button", { name: /^Request 1 at / })).toHaveAccessibleName(
        new RegExp(`${write(first.written)} written`),
      );
      await page.goto(address);
      await expect(row(page, 20)).toBeVisible({ timeout: 30_000 });
    });

    await test.step("it walks through the layers, and back", async () => {
      const address = page.url();
      await page.getByRole("link", { name: "Through the layers" }).click();
      await expect(page.getByText(/^\d+ requests of this conversation/)).toBeVisible({ timeout: 30_000 });
      const time = page.getByRole("region", { name: "Time" });
      await expect(time).toContainText(/[\d.,]+ of [\d.,]+ TFLOP of prefill are computed/);
      await page.getByRole("link", { name: "Back to the recording" }).click();
      await expect(page).toHaveURL(address);
      await expect(row(page, 20)).toBeVisible({ timeout: 30_000 });
    });

    await test.step("it can be deleted, once that is confirmed", async () => {
      const address = page.url();
      await page.getByRole("button", { name: "Delete now" }).click();
      await page.getByRole("button", { name: "Keep it" }).click();
      await expect(row(page, 1)).toBeVisible();
      await page.getByRole("button", { name: "Delete now" }).click();
      await page.getByRole("button", { name: "Delete the recording" }).click();
      await expect(page.getByText("Nothing of it is left on the server.")).toBeVisible();
      await page.goto(address);
      await expect(page.getByText("There is no such recording")).toBeVisible();
    });
  });
});

test.describe("requests that fail", () => {
  const chat = { model: "qwen3.7-max", max_tokens: 20, messages: [{ role: "user", content: "Hello" }] };
  const send = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url, {
      method: "POST",
      body: JSON.stringify(chat),
      headers: { "content-type": "application/json", ...headers },
    });
  const failed = (page: Page, path: string): Locator =>
    page.locator("[data-failed]").filter({ has: page.getByText(`POST ${path}`, { exact: true }) });

  test("at a wrong address are shown with the base URL that mends them, in both dialects", async ({
    page,
  }) => {
    const base = await startRecording(page);
    const root = base.replace("/apps/anthropic", "");
    await send(`${base}/v1/v1/messages`);
    await expect(page.getByText("Requests arrive, but at an address that does not serve chat")).toBeVisible();
    await expect(page.getByText("Waiting for the first request")).toBeHidden();
    await expect(failed(page, "/apps/anthropic/v1/v1/messages")).toContainText(
      "end the base URL in /apps/anthropic, without /v1.",
    );
    await send(`${root}/compatible-mode/chat/completions`);
    await expect(failed(page, "/compatible-mode/chat/completions")).toContainText(
      "end the base URL in /compatible-mode/v1.",
    );
    await send(`${root}/v1/messages`);
    await send(`${root}/v1/messages`);
    await expect(failed(page, "/v1/messages")).toContainText("2 times");
    await expect(failed(page, "/v1/messages")).toContainText("end the base URL in /apps/anthropic.");
    await expectAccessibleAt(page, [1280, 390]);
  });

  test("for want of a key are shown, and so is what mends them", async ({ page }) => {
    const base = await startRecording(page);
    expect((await send(`${base}/v1/messages`)).status).toBe(401);
    await expect(failed(page, "/apps/anthropic/v1/messages")).toContainText("401");
    await expect(failed(page, "/apps/anthropic/v1/messages")).toContainText("the emulator takes any word");
    await expect(details(page, 1).locator("[data-mend]")).toContainText("the emulator takes any word");
    await expect(row(page, 1)).toHaveAttribute("data-reason", "failed");
  });

  test("beside the chat do not hide that it is waited for", async ({ page }) => {
    const base = await startRecording(page);
    await fetch(`${base}/v1/models`);
    await expect(page.getByText("Waiting for the first chat request; 1 other request came")).toBeVisible();
    await expect(page.getByText("Most clients do without it.")).toBeVisible();
  });
});

test("a second key, and a prompt that begins anew, are named", async ({ page }) => {
  const base = await startRecording(page);
  const [one, other] = [newAgentKey(), newAgentKey()];
  const script = claudeSession(true);
  for (const [index, key] of [one, one, one, other].entries()) {
    const { at, body } =
      index === 3 ? { at: 80, body: script[2]?.body } : (script[index] ?? { at: 0, body: null });
    const headers = {
      "content-type": "application/json",
      "x-api-key": key,
      "x-emulator-time": String(1_790_000_000 + at),
    };
    const answer = await fetch(`${base}/v1/messages`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    await answer.text();
  }
  await expect(row(page, 4)).toHaveAttribute("data-reason", "key_changed");
  await expect(details(page, 4)).toContainText("a different key from request 3");
  await expect(row(page, 2)).toHaveAttribute("data-lane", "main 2");
  await row(page, 2).getByRole("button").click();
  await expect(details(page, 2)).toContainText("only Claude Code's attribution header");
  await expect(details(page, 2).locator("[data-mend]")).toContainText("CLAUDE_CODE_ATTRIBUTION_HEADER=0");
  await expect(page.locator("[data-miss]").first()).toContainText(/HEADER=0|one key/);
});

test.describe("a server that is away", () => {
  test.use({ allowedErrors: [/ERR_FAILED|503/] });

  test("is told, and waited for", async ({ page }) => {
    const base = await startRecording(page);
    await page.route("**/api/record/*", (route) => route.abort());
    await fetch(`${base}/v1/models`);
    await expect(page.getByText("The server cannot be reached.")).toBeVisible();
    await page.unroute("**/api/record/*");
    await expect(page.getByText("The server cannot be reached.")).toBeHidden({ timeout: 30_000 });
    await expect(page.locator("[data-state=live]")).toBeVisible();
  });
});

test("both pages are accessible, wide and narrow", async ({ page }) => {
  await page.goto("/record");
  await expect(page.getByRole("button", { name: "Start recording" })).toBeVisible();
  await expectAccessibleAt(page, [1280, 390]);
  await startRecording(page);
  await expectAccessibleAt(page, [1280, 390]);
});
