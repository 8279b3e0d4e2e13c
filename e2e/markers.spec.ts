/** Markers move by drag, by keyboard and in the margin; each move is an edit that can be undone. */
import { expect, test } from "./support/test";

test("dragging a marker onto another message changes the text and every figure", async ({
  page,
  playground,
}) => {
  await playground.open();
  const marker = playground.markers.first();
  await expect(marker).toHaveAccessibleName(/^Marker on user: prefix 8,739 tokens/);
  const from = await marker.boundingBox();
  const to = await playground.segment("system").boundingBox();
  if (!from || !to) throw new Error("The marker or its target is not on the screen.");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 30, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(playground.markers.first()).toHaveAccessibleName(/^Marker on system: prefix 8,725 tokens/);
  await expect(playground.request(2)).toHaveAccessibleName(/; hit 8,725; 8,725 read, [\d,]+ uncached,/);
});

test("markers are moved, placed and removed by keyboard", async ({ page, playground }) => {
  await playground.open();
  await test.step("by keyboard: Alt and an arrow moves, Ctrl+Z takes it back, the focus stays on the marker", async () => {
    const before = await playground.readLink();
    await playground.markers.first().focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect(playground.markers.first()).toHaveAccessibleName(/^Marker on system/);
    await expect(playground.markers.first()).toBeFocused();
    await expect(page.getByRole("status").first()).toHaveText(/Marker moved to message 1 \(system\)/);
    expect(await playground.readLink()).not.toBe(before);
    await playground.undo();
    await expect(playground.markers.first()).toHaveAccessibleName(/^Marker on user/);
    expect(await playground.readLink()).toBe(before);
  });

  await test.step("there and back leaves the very same text", async () => {
    const before = await playground.readLink();
    await playground.markers.first().focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect(playground.markers.first()).toHaveAccessibleName(/^Marker on system/);
    await expect(playground.markers.first()).toBeFocused();
    await page.keyboard.press("Alt+ArrowDown");
    await expect(playground.markers.first()).toHaveAccessibleName(/^Marker on user/);
    expect(await playground.readLink()).toBe(before);
  });

  await test.step("M on a message places and removes a marker, Delete on a marker removes it", async () => {
    await playground.segment("system").focus();
    await page.keyboard.press("m");
    await expect(playground.markers).toHaveCount(2);
    await page.keyboard.press("m");
    await expect(playground.markers).toHaveCount(1);
    await playground.markers.first().focus();
    await page.keyboard.press("Delete");
    await expect(playground.markers).toHaveCount(0);
    await expect(playground.bill("saving")).toHaveText("no cache used");
  });
});

test("with the pointer alone: the diamond beside a message", async ({ page, playground }) => {
  await playground.open();
  await page.getByRole("button", { name: "Place a marker on system" }).click();
  await expect(playground.markers).toHaveCount(2);
});

test("a click in the editor's margin removes the marker on that line and places one on a message", async ({
  page,
  playground,
}) => {
  await playground.open();
  await page.locator(".marker-glyph").first().click();
  await expect(playground.markers).toHaveCount(0);
  await page.locator(".segment-glyph").first().click();
  await expect(playground.markers.first()).toHaveAccessibleName(/^Marker on system/);
});

test("comments and formatting elsewhere stay as they are", async ({ playground, page }) => {
  const text = `{
  // our agent, version 7
  "model":   "qwen3.7-max",
  "messages": [
    {"role":"system","content":"You are terse."},
    { "role": "user",   "content": [ { "type": "text", "text": "Hi", "cache_control": {"type":"ephemeral"} } ] }
  ]
}`;
  await playground.openDocument(text);
  await playground.markers.first().focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(playground.markers.first()).toHaveAccessibleName(/^Marker on system/);
  const lines = page.locator(".view-lines");
  await expect(lines).toContainText("// our agent, version 7");
  await expect(lines).toContainText('"model":\u00a0\u00a0\u00a0"qwen3.7-max"');
});
