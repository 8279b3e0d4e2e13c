/** A scenario is played for real against the emulator: predicted beside billed, and every way a run can be stopped. */
import type { Locator, Page } from "@playwright/test";
import { expectAccessibleAt } from "./support/axe";
import { answerByEmulator } from "./support/emulated-service";
import { pick, pickerOf } from "./support/pick";
import { expect, test } from "./support/test";
import { openSheet } from "./support/views";

const EMULATOR = "**/emulator/**";

async function openRun(page: Page): Promise<void> {
  await openSheet(page, "Run");
  await expect(page.getByText(/5 requests: about \$/)).toBeVisible();
}

/** A button of the run itself: the tool that it is in is called the same. */
const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("region", { name: "Run", exact: true }).getByRole("button", { name, exact: true });
const row = (page: Page, number: number): Locator =>
  page.getByRole("region", { name: "Requests of the run" }).locator(`[data-run-request="${number}"]`);
const status = (page: Page): Locator => page.getByRole("status").filter({ hasText: /requests answered/ });

test("without an account the requests hit the cache, billed as predicted", async ({ page, playground }) => {
  await playground.open();
  await openRun(page);
  await button(page, "Run").click();
  await expect(status(page)).toHaveText("Done: 5 of 5 requests answered.");
  for (const number of [1, 2, 3, 4, 5]) await expect(row(page, number)).toContainText("As predicted.");
  const figures = async (number: number): Promise<string[]> =>
    (await row(page, number).getByRole("cell").allInnerTexts()).slice(0, 6);
  const [first, second] = [await figures(1), await figures(2)];
  expect(first.slice(0, 3)).toEqual(first.slice(3));
  expect(first[3]).toBe("0");
  // The second request reads all that the first one wrote.
  expect(second[3]).toBe(first[4]);
  const download = page.waitForEvent("download");
  await button(page, "Export report").click();
  expect((await download).suggestedFilename()).toBe("live-run.md");
});

test("a request of the Anthropic dialect, and the tool rounds of an agent", async ({ page, playground }) => {
  await playground.open();
  await playground.chooseExample("Function calling");
  await pick(page, "Dialect", "Anthropic");
  await page.getByRole("dialog").getByRole("button", { name: "Convert" }).click();
  await pick(page, "Scenario", "Agent, three tool rounds");
  await openSheet(page, "Run");
  await button(page, "Run").click();
  await expect(status(page)).toHaveText(/^Done: (\d+) of \1 requests answered\.$/);
  await expect(row(page, 4)).toContainText("As predicted.");
  await expect(row(page, 2)).toContainText(/script's calls|script’s calls/);
});

test("the service is asked through the relay, with the key, and its bill calibrates the counts", async ({
  page,
  playground,
}) => {
  // An account of its own: entries of an earlier test run would be read.
  const key = `sk-${Date.now()}`;
  const asked = await answerByEmulator(page);
  await playground.open();
  await openRun(page);
  await pick(page, "Send to", "Singapore");
  await page.getByLabel("API key").fill(key);
  await button(page, "Run").click();
  await expect(status(page)).toHaveText("Done: 5 of 5 requests answered.");
  await expect(row(page, 5)).toContainText("As predicted.");
  expect(asked).toHaveLength(5);
  expect(asked[0]).toMatchObject({ "x-relay-endpoint": "intl-openai", authorization: `Bearer ${key}` });
  await button(page, "Calibrate token counts from this run").click();
  await expect(page.getByText("Counts of qwen3.7-max are now scaled by 1.0000.")).toBeVisible();
});

test("the run goes on while another view is shown", async ({ page, playground }) => {
  await playground.open();
  await openRun(page);
  await button(page, "Run").click();
  await openSheet(page, "Placements");
  await openSheet(page, "Run");
  await expect(status(page)).toHaveText("Done: 5 of 5 requests answered.");
});

test.describe("a service that refuses", () => {
  test.use({ allowedErrors: [/status of 429/] });

  test("is told in a sentence, and the run resumes without paying twice", async ({ page, playground }) => {
    const sent: string[] = [];
    let isFull = false;
    await page.route(EMULATOR, async (route) => {
      const request = route.request();
      if (isFull) {
        await route.continue({ headers: { ...request.headers(), "x-emulator-fault": "429" } });
        return;
      }
      sent.push(request.postData() ?? "");
      isFull = sent.length === 1;
      await route.continue();
    });
    await playground.open();
    await openRun(page);
    await button(page, "Run").click();
    await expect(status(page)).toHaveText("Stopped: 1 of 5 requests answered.");
    await expect(page.getByRole("alert").filter({ hasText: /rate|requests|fast|limit/i })).toBeVisible();
    isFull = false;
    await button(page, "Resume").click();
    await expect(status(page)).toHaveText("Done: 5 of 5 requests answered.");
    await expect(row(page, 5)).toContainText("As predicted.");
    expect(new Set(sent).size).toBe(5);
    expect(sent).toHaveLength(5);
  });
});

test.describe("an answer that breaks off", () => {
  test.use({ allowedErrors: [/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_/] });

  test("may have been billed: the run asks before it sends again", async ({ page, playground }) => {
    let count = 0;
    await page.route(EMULATOR, async (route) => {
      count += 1;
      const fault: Record<string, string> = count === 2 ? { "x-emulator-fault": "cut" } : {};
      await route.continue({ headers: { ...route.request().headers(), ...fault } });
    });
    await playground.open();
    await openRun(page);
    await button(page, "Run").click();
    await expect(page.getByRole("alert").filter({ hasText: "a service may have billed it" })).toBeVisible();
    await expect(button(page, "Resume")).toHaveCount(0);
    await expect(page.locator("[data-maybe-billed]")).toContainText("up to $");
    await button(page, /^Send request 2 again: may be billed twice, up to/).click();
    await expect(status(page)).toHaveText("Done: 5 of 5 requests answered.");
    await expect(row(page, 2)).toHaveCount(2);
    await expect(row(page, 2).first()).toContainText("No complete answer.");
  });
});

test.describe("a connection that is lost", () => {
  test.use({ allowedErrors: [/ERR_CONNECTION|ERR_FAILED/] });

  test("may have cost something: it is said, and the run goes on with the next request", async ({
    page,
    playground,
  }) => {
    const sent: string[] = [];
    await page.route(EMULATOR, async (route) => {
      sent.push(route.request().postData() ?? "");
      await (sent.length === 2 ? route.abort("connectionreset") : route.continue());
    });
    await playground.open();
    await openRun(page);
    await button(page, "Run").click();
    await expect(page.getByRole("alert").filter({ hasText: "The connection was lost" })).toContainText(
      /Request 2 was sent and its whole answer never came: .* up to [\d.]+ USD/,
    );
    await button(page, "Go on with request 3 and the script’s answer").click();
    await expect(status(page)).toHaveText("Done: 4 of 5 requests answered.");
    expect(new Set(sent).size).toBe(5);
    expect(sent).toHaveLength(5);
  });
});

test("a reload in mid-flight is seen: nothing is sent again unless that is chosen", async ({
  page,
  playground,
}) => {
  let sent = 0;
  await page.route(EMULATOR, async (route) => {
    sent += 1;
    // The second one never gets its answer.
    if (sent !== 2) await route.continue();
  });
  await playground.open();
  await openRun(page);
  await button(page, "Run").click();
  await expect(page.getByRole("status").filter({ hasText: "Request 2 of 5 is under way." })).toBeVisible();
  await page.reload();
  await playground.ready();
  await openSheet(page, "Run");
  await expect(page.getByRole("alert").filter({ hasText: "Request 2 was sent" })).toContainText(
    // Some browsers end the request before they leave the page.
    /^The (page was left|connection was lost) before the answer arrived\. .* up to [\d.]+ USD/,
  );
  await expect(button(page, "Resume")).toHaveCount(0);
  await button(page, "Stop here").click();
  await expect(status(page)).toHaveText("Cancelled: 1 of 5 requests answered.");
  await expect(page.locator("[data-maybe-billed]")).toContainText("up to $");
  expect(sent).toBe(2);
});

test("a run that waits can be cancelled, and is kept over a reload", async ({ page, playground }) => {
  await playground.open();
  await openRun(page);
  await page.getByRole("radio", { name: "Wait gaps out" }).check();
  await button(page, "Run").click();
  await expect(page.getByText(/Next request in 0:[45]\d/)).toBeVisible();
  await page.reload();
  await playground.ready();
  await openSheet(page, "Run");
  await expect(status(page)).toHaveText("Paused: 1 of 5 requests answered.");
  await expect(row(page, 1)).toContainText("As predicted.");
  await button(page, "Cancel").click();
  await expect(status(page)).toHaveText("Cancelled: 1 of 5 requests answered.");
  await expect(button(page, "Run again")).toBeVisible();
});

test("a ceiling stops the run before the request that could pass it", async ({ page, playground }) => {
  const sent: string[] = [];
  page.on("request", (request) => request.url().includes("/emulator/") && sent.push(request.url()));
  await playground.open();
  await openRun(page);
  await page.getByLabel("Ceiling").fill("0.0001");
  await button(page, "Run").click();
  await expect(page.getByRole("alert").filter({ hasText: "would pass the ceiling" })).toBeVisible();
  expect(sent).toEqual([]);
  await page.getByLabel("Ceiling").fill("0.2");
  await button(page, "Resume").click();
  await expect(status(page)).toHaveText("Done: 5 of 5 requests answered.");
  // What the ceiling has put into the request is said, and shown.
  await expect(row(page, 1)).toContainText(
    /Sent with max_completion_tokens [\d,]+, so that the ceiling is kept/,
  );
  await row(page, 1).getByText("Parameters as sent").click();
  await expect(row(page, 1)).toContainText('"max_completion_tokens":');
});

test("the key of a plan is refused in words, and a key stays out of storage unless it is to be kept", async ({
  page,
  playground,
}) => {
  await playground.open();
  await openRun(page);
  await pick(page, "Send to", "Singapore");
  const kept = () => page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  await page.getByLabel("API key").fill("sk-sp-secret");
  await expect(page.getByText(/for coding tools only/)).toBeVisible();
  await expect(button(page, "Run")).toBeDisabled();
  await page.getByLabel("API key").fill("sk-secret");
  await expect(button(page, "Run")).toBeEnabled();
  expect(await kept()).not.toContain("sk-secret");
  await page.getByLabel("Keep in this tab").check();
  expect(await kept()).toContain("sk-secret");
  await page.getByLabel("Keep in this tab").uncheck();
  expect(await kept()).not.toContain("sk-secret");
});

test("a run is accessible, wide and narrow", async ({ page }) => {
  await page.goto("/#example=multi-turn");
  await expect(pickerOf(page, "Scenario")).toBeVisible();
  await openRun(page);
  await button(page, "Run").click();
  await expect(status(page)).toHaveText("Done: 5 of 5 requests answered.");
  await expectAccessibleAt(page, [1440, 390]);
});
