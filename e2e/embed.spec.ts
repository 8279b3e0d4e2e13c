/** A layout inside a page of somebody's own: to read or to play with, at any size, and nothing else may be framed. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FrameLocator } from "@playwright/test";
import { encodeShare } from "../lib/share/codec";
import { DEFAULT_LAYOUT } from "../lib/share/shared-layout";
import { presets } from "../lib/timeline/presets/presets";
import { expectAccessibleAsShown } from "./support/axe";
import { expect, test } from "./support/test";

const preset = presets.find(({ id }) => id === "multi-turn");
if (!preset) throw new Error("The example is gone.");
const { text, scenario } = preset;
const fragment = () => encodeShare({ ...DEFAULT_LAYOUT, text, scenario });

let lesson: Server;
let origin: string;
let body = "";

test.beforeAll(async () => {
  lesson = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><html lang="en"><title>A lesson</title><h1>A lesson</h1>${body}`);
  });
  await new Promise<void>((ready) => lesson.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(lesson.address() as AddressInfo).port}`;
});

test.afterAll(() => new Promise((done) => lesson.close(done)));

// The lesson is a page of another site: that is the point.
test.use({ allowedErrors: [/^foreign request: http:\/\/127\.0\.0\.1:\d+\/(favicon\.ico)?$/] });

const frameOf = (source: string, width: number, height = 560): string =>
  `<iframe src="${source}" title="Layout" width="${width}" height="${height}"></iframe>`;

/** Lists the messages of the document's request, as a reader would. */
const listMessages = (frame: FrameLocator): Promise<void> =>
  frame.getByRole("button", { name: /^Request 1 at / }).press("Enter");

const markers = (frame: FrameLocator) => frame.getByRole("button", { name: /^Marker on / });

test("a reader sees the layout in a lesson and cannot change it", async ({ page, baseURL }) => {
  body = frameOf(`${baseURL}/embed#${await fragment()}`, 1100, 700);
  await page.goto(origin);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("[data-bill=cost]")).toBeVisible();
  await expect(frame.locator(".view-lines")).not.toBeEmpty();
  await listMessages(frame);
  const marker = markers(frame).first();
  const name = (await marker.getAttribute("aria-label")) ?? "";
  await marker.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Delete");
  await expect(marker).toHaveAccessibleName(name);
  await expect(frame.getByRole("button", { name: /^(Place|Remove) .* marker/ })).toHaveCount(0);
  const onMap = frame.getByRole("slider", { name: /^Marker at / }).first();
  const place = (await onMap.getAttribute("aria-label")) ?? "";
  await onMap.press("ArrowLeft");
  await onMap.press("Enter");
  await expect(onMap).toHaveAccessibleName(place);
  await expect(frame.getByRole("spinbutton")).toHaveCount(0);
  await frame.locator(".monaco-editor").first().click();
  await page.keyboard.type("xyz");
  await expect(frame.locator(".view-lines")).not.toContainText("xyz");
  await expect(frame.getByRole("link", { name: "Open in the playground" })).toHaveAttribute(
    "href",
    /^\/#v1\./,
  );
});

test("in an interactive one markers move", async ({ page, baseURL }) => {
  body = frameOf(`${baseURL}/embed?mode=interactive#${await fragment()}`, 1100, 700);
  await page.goto(origin);
  const frame = page.frameLocator("iframe");
  await listMessages(frame);
  await markers(frame).first().focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(markers(frame).first()).toHaveAccessibleName(/^Marker on system/);

  const onMap = frame.getByRole("slider", { name: /^Marker at / }).first();
  await onMap.press("ArrowRight");
  await onMap.press("Enter");
  await expect(markers(frame).first()).toHaveAccessibleName(/^Marker on user/);
});

test("it shows as many panels as there is room for, or those that are asked for", async ({
  page,
  baseURL,
}) => {
  const hash = await fragment();
  const panels = async (address: string, width: number) => {
    await page.setViewportSize({ width, height: 600 });
    await page.goto(`${baseURL}${address}#${hash}`);
    await page.reload();
    await expect(page.locator("[data-bill=cost]")).toBeVisible();
    const shown = await page.locator("main section[aria-label]").all();
    return Promise.all(shown.map((panel) => panel.getAttribute("aria-label")));
  };
  expect(await panels("/embed", 400)).toEqual(["Conversation"]);
  expect(await panels("/embed", 700)).toEqual(["Conversation"]);
  expect(await panels("/embed", 1000)).toEqual(["Request", "Conversation"]);
  expect(await panels("/embed?panels=map", 1000)).toEqual(["Conversation"]);
  expect(await panels("/embed?panels=request", 1000)).toEqual(["Request"]);
  // Frames in people's pages name the panels as they were before.
  expect(await panels("/embed?panels=prefix,timeline", 1000)).toEqual(["Conversation"]);
});

for (const theme of ["light", "dark"] as const) {
  test(`is accessible, in the theme that is asked for: ${theme}`, async ({ page }) => {
    await page.goto(`/embed?theme=${theme}#${await fragment()}`);
    await expect(page.locator("[data-bill=cost]")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expectAccessibleAsShown(page);
  });
}

test("a damaged link says so inside the frame", async ({ page }) => {
  await page.goto("/embed#v1.AAAA");
  await expect(page.getByRole("alert").filter({ hasText: "damaged" })).toBeVisible();
});

test("nothing but /embed may be framed", async ({ request }) => {
  const policyOf = async (path: string) =>
    (await request.get(path)).headers()["content-security-policy"] ?? "";
  expect(await policyOf("/embed")).toContain("frame-ancestors *");
  for (const path of ["/", "/rules", "/embedded", "/s/abc"])
    expect(await policyOf(path)).toContain("frame-ancestors 'none'");
});

test("a link to the site has a picture for its preview", async ({ page, request }) => {
  await page.goto("/");
  const picture = await page.locator('meta[property="og:image"]').getAttribute("content");
  expect(picture).toMatch(/^http:\/\/localhost:\d+\/og\.png/);
  const answer = await request.get(picture ?? "");
  expect(answer.headers()["content-type"]).toBe("image/png");
});
