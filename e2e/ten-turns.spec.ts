/** Ten turns are played from a request that was just imported. */
import { pickerOf } from "./support/pick";
import { expect, test } from "./support/test";

test("are those of the request that was imported, though its figures are still on their way", async ({
  page,
  playground,
}) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    const held: (() => void)[] = [];
    let isHeld = false;
    Worker.prototype.postMessage = function (this: Worker, ...sent: [message: unknown]) {
      const isJob = typeof sent[0] === "object" && Reflect.get(sent[0] ?? {}, "kind") === "analyse";
      if (isHeld && isJob) held.push(() => post.apply(this, sent));
      else post.apply(this, sent);
    };
    Object.assign(window, {
      holdAnalyses: () => {
        isHeld = true;
      },
      letAnalysesGo: () => {
        isHeld = false;
        for (const go of held.splice(0)) go();
      },
    });
  });
  await playground.visit();
  const tools = ["open", "close"].map((name) => ({ type: "function", function: { name, parameters: {} } }));
  await page.evaluate("holdAnalyses()");
  const messages = [{ role: "user", content: "Is the gate open?" }];
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Import" });
  await dialog.getByLabel("Text to import").fill(JSON.stringify({ model: "qwen3.7-max", messages, tools }));
  await dialog.getByRole("button", { name: "Read", exact: true }).click();
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: "Play ten turns" }).click();
  await expect(pickerOf(page, "Scenario")).toContainText("Ten agent turns, a tool call in each");
  await page.evaluate("letAnalysesGo()");
  await expect(playground.request(2)).toBeVisible();
  await expect(pickerOf(page, "Scenario")).toContainText("Ten agent turns, a tool call in each");
});
