/** The tools row unfolds to a list of tools, whose order can be changed and made canonical. */
import { expect, test } from "./support/test";

const tool = (name: string) => ({
  type: "function",
  function: { name, description: `Does ${name}.`, parameters: { type: "object", properties: {} } },
});

const document = {
  model: "qwen3.7-max",
  tools: [tool("write_file"), tool("read_file"), tool("list_files")],
  messages: [
    { role: "system", content: "You are terse." },
    { role: "user", content: "Q" },
  ],
};

test("tools are listed on demand, moved, removed and put in canonical order", async ({
  page,
  playground,
}) => {
  await playground.openDocument(document);
  const tools = page.locator("[data-tool]");
  await expect(tools).toHaveCount(0);
  await page.getByRole("button", { name: "List of tools" }).click();
  await expect(tools).toHaveText(["write_file", "read_file", "list_files"]);

  await page.getByRole("button", { name: "Move tool list_files up" }).click();
  await expect(tools).toHaveText(["write_file", "list_files", "read_file"]);
  await expect(page.getByRole("status").first()).toHaveText("Tool list_files moved to place 2.");
  await expect(tools.nth(1)).toBeFocused();
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expect(tools).toHaveText(["write_file", "read_file", "list_files"]);

  await page.getByRole("button", { name: "Canonicalise" }).click();
  await expect(tools).toHaveText(["list_files", "read_file", "write_file"]);
  await expect(page.getByText("in canonical order")).toBeVisible();

  await page.getByRole("button", { name: "Remove tool read_file" }).click();
  await expect(tools).toHaveText(["list_files", "write_file"]);
  await playground.undo();
  await expect(tools).toHaveText(["list_files", "read_file", "write_file"]);
});

test("a tool is dragged to another place", async ({ page, playground }) => {
  await playground.openDocument(document);
  await page.getByRole("button", { name: "List of tools" }).click();
  const tools = page.locator("[data-tool]");
  const from = await tools.nth(0).boundingBox();
  const to = await tools.nth(2).boundingBox();
  if (!from || !to) throw new Error("The tools are not on the screen.");
  await page.mouse.move(from.x + 20, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 24, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(tools).toHaveText(["read_file", "list_files", "write_file"]);
});
