/** No page ends in a browser's or a framework's bare message: each says what happened and how to go on. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { KEPT_VALUES } from "../components/fault/kept-values";
import { zh } from "../lib/words/zh";
import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/test";

const PAGES = [
  "/audit",
  "/connect",
  "/embed",
  "/layers",
  "/learn",
  "/learn/clock/1",
  "/probes",
  "/record",
  "/record/nothing-here",
  "/rules",
];

const headOf = (page: Page) => page.getByRole("heading", { name: "This page could not be shown" });

test.describe("a page that cannot be drawn", () => {
  test.use({ allowedErrors: [/the theme cannot be watched|404/] });

  for (const path of PAGES)
    test(`${path} says so`, async ({ page }) => {
      await page.addInitScript(() => {
        const observe = MutationObserver.prototype.observe;
        MutationObserver.prototype.observe = function watch(target, options) {
          if (options?.attributeFilter?.includes("data-theme"))
            throw new Error("the theme cannot be watched");
          observe.call(this, target, options);
        };
      });
      await page.goto(path);
      await expect(headOf(page)).toBeFocused();
      await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
      await expect(page.getByRole("link", { name: "To the playground" })).toBeVisible();
    });
});

test.describe("the frame of all pages, where it cannot be drawn", () => {
  test.use({ allowedErrors: [/the language cannot be set/] });

  test("says so in each language", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(HTMLElement.prototype, "lang", {
        set() {
          throw new Error("the language cannot be set");
        },
      });
    });
    await page.goto("/rules", { waitUntil: "commit" });
    await expect(headOf(page)).toBeVisible();
    await expect(page.getByRole("heading", { name: zh.fault.head })).toBeVisible();
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await expectAccessible(page);
  });
});

/** Passes for what the page keeps at first sight, and is nothing that can be drawn. */
const HOSTILE: readonly [path: string, name: string, value: object, label: string][] = [
  ["/audit", "audit", { version: 2, plan: {}, calls: [{}] }, "an audit, with its calls"],
  [
    "/probes",
    "probe-run",
    { version: 1, plan: { probes: ["minimum"] }, sent: [{}], aside: [] },
    "a run of probes, with its calls",
  ],
  ["/probes", "probe-draft", { target: {}, model: {} }, "what was entered for probes"],
];

for (const [path, name, value, label] of HOSTILE)
  test.describe(`${path} with a kept ${name} that it cannot draw`, () => {
    test.use({ allowedErrors: [/./] });

    test("offers it as a file, and starts without it", async ({ page }) => {
      await page.goto(path);
      await page.evaluate(([key, text]) => sessionStorage.setItem(key, text), [
        name,
        JSON.stringify(value),
      ] as const);
      await page.reload();
      await expect(headOf(page)).toBeVisible();
      await expect(page.getByRole("alert").locator("xpath=..")).toContainText(label);
      await expectAccessible(page);

      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Download it as a file" }).click();
      const file: unknown = JSON.parse(await readFile(await (await download).path(), "utf8"));
      expect(file).toMatchObject({ kept: { [name]: value } });

      await page.getByRole("button", { name: "Start without it" }).click();
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Prompt Cache Playground");
      await expect(headOf(page)).toBeHidden();
      expect(await page.evaluate((key) => sessionStorage.getItem(key), name)).not.toBe(JSON.stringify(value));
    });
  });

const NONSENSE = ["{broken", "[]", "7", '{"version":3}', '{"a":{"b":null}}'];

test.describe("whatever stands in the browser's storage", () => {
  test.use({ allowedErrors: [/404/] });

  for (const path of ["/", ...PAGES])
    test(`${path} opens, or says that it cannot`, async ({ page }) => {
      test.slow();
      for (const text of NONSENSE) {
        await page.goto("/icon.svg", { waitUntil: "commit" });
        await page.evaluate(
          ([names, kept]) => {
            for (const name of names) {
              localStorage.setItem(name, kept);
              sessionStorage.setItem(name, kept);
            }
          },
          [KEPT_VALUES.map(({ name }) => name), text] as const,
        );
        await page.goto(path);
        await expect(page.getByRole("heading").first()).toBeAttached();
        await expect(page.getByText(/Application error|This page couldn.t load/)).toHaveCount(0);
      }
    });
});
