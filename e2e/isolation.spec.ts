/** Tests have pages of their own in a context that they share: nothing of one is there in the next. */
import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./support/test";

/** What a page finds that an earlier one could have left: in the browser, in its own session and in the network. */
const findLeft = (page: Page) =>
  page.evaluate(async () => {
    const files: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    const answer = await fetch("/icon.svg").catch(() => null);
    return {
      cookies: document.cookie,
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      files,
      clipboard: (await navigator.permissions.query({ name: "clipboard-read" as PermissionName })).state,
      theme: document.documentElement.dataset.theme,
      width: innerWidth,
      isToday: new Date().getFullYear() > 2000,
      pages: history.length,
      icon: answer?.headers.get("content-type") ?? null,
      early: "early" in window,
    };
  });

/** Leaves something behind wherever a page can. */
async function leaveAll(page: Page, context: BrowserContext): Promise<void> {
  await context.grantPermissions(["clipboard-read"]);
  await page.setViewportSize({ width: 500, height: 500 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.addInitScript(() => Reflect.set(window, "early", true));
  await page.reload();
  await page.evaluate(async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: just what is to be gone.
    document.cookie = "left=here; max-age=1000";
    localStorage.setItem("left", "here");
    sessionStorage.setItem("left", "here");
    await caches.open("left");
    await (await navigator.storage.getDirectory()).getFileHandle("left", { create: true });
    await new Promise((done) => {
      indexedDB.open("left").onsuccess = done;
    });
    history.pushState(null, "", "?left");
  });
  await context.newPage();
  for (const each of [context, page])
    await each.route("**/icon.svg", (route) => route.fulfill({ contentType: "text/plain", body: "left" }));
}

test.describe.configure({ mode: "serial" });

/** As the first test found it; the others run after it, in the same process. */
let first: { context: BrowserContext; found: Awaited<ReturnType<typeof findLeft>> };

test("a first test leaves something everywhere", async ({ page, context }) => {
  await page.goto("/rules");
  first = { context, found: await findLeft(page) };
  await leaveAll(page, context);
  const left = await findLeft(page);
  for (const [name, value] of Object.entries(left))
    if (name !== "isToday") expect.soft(value, name).not.toEqual(Reflect.get(first.found, name));
});

test("the next one has its context, and finds nothing", async ({ page, context }) => {
  expect(context).toBe(first.context);
  await page.goto("/rules");
  expect(await findLeft(page)).toEqual(first.found);
  await context.setOffline(true);
});

test("what was offline is not", async ({ page, context }) => {
  expect(context).toBe(first.context);
  await page.goto("/rules");
  await page.clock.setFixedTime(0);
});

test("a context whose clock was set serves no other test", async ({ page, context }) => {
  expect(context).not.toBe(first.context);
  await page.goto("/rules");
  expect(await findLeft(page)).toEqual(first.found);
});
