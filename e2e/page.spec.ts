/** The page opens, in both themes, without anything the browser or an accessibility checker objects to. */
import { expectAccessibleAsShown } from "./support/axe";
import { expect, test } from "./support/test";

test("opens in the system's theme and is accessible", async ({ page, playground }) => {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto("about:blank");
    await playground.open();
    await expect(page).toHaveTitle("Prompt Cache Playground");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    await page.waitForLoadState("networkidle");
    await expectAccessibleAsShown(page);
  }
});

test("keeps the theme that was chosen, against the system's", async ({ page, playground }) => {
  await page.addInitScript(() => localStorage.setItem("theme", "dark"));
  await page.emulateMedia({ colorScheme: "light" });
  await playground.open();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("sends its security headers, and a nonce of its own with every page", async ({ request }) => {
  const first = (await request.get("/")).headers();
  const second = (await request.get("/")).headers();
  expect(first["content-security-policy"]).toMatch(
    /script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/,
  );
  expect(first["content-security-policy"]).not.toBe(second["content-security-policy"]);
  expect(first).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
  });
  expect(first["x-powered-by"]).toBeUndefined();
});

for (const path of [
  "/nothing",
  "/icon.svgx",
  "/og.png/x",
  "/_next/nothing",
  "/vocabulary/nothing",
  "/api/nothing",
])
  test(`has a policy for ${path} too, where there is no page`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(404);
    expect(answer.headers()["content-security-policy"]).toMatch(/default-src '(?:self|none)'/);
  });

test("makes no pictures smaller for whoever asks", async ({ request }) => {
  expect((await request.get("/_next/image?url=%2Fog.png&w=640&q=75")).status()).toBe(404);
});
