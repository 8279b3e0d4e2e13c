/** Playwright's `test`, failing on everything a page must never do: errors, foreign requests, policy violations. */
import { type BrowserContext, test as base, expect } from "@playwright/test";
import type { Words } from "../../lib/words/create-words";
import { Playground } from "./playground";
import { wordsFor } from "./reading";
import { type SharedContext, SharedContexts } from "./shared-context";

interface Fixtures {
  /** The page's texts, in the language of the browser's locale. */
  words: Words;
  playground: Playground;
  guard: undefined;
  /** Where the test's pages are, given to the next test once it is empty. */
  shared: SharedContext;
}

interface WorkerFixtures {
  contexts: SharedContexts;
}

interface Options {
  /** Console messages that the test provokes, a refused request's, say. */
  allowedErrors: RegExp[];
}

const isLocal = (url: URL, origin: string): boolean =>
  url.origin === origin || url.protocol === "data:" || url.protocol === "blob:";

/** Notes down everything wrong, on every page of the context. */
async function watch(context: BrowserContext, wrong: string[], origin: string): Promise<void> {
  context.on("weberror", (error) =>
    wrong.push(`page error: ${error.error().stack ?? error.error().message}`),
  );
  context.on("console", (message) => {
    if (message.type() === "error")
      wrong.push(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on("request", (request) => {
    if (!isLocal(new URL(request.url()), origin)) wrong.push(`foreign request: ${request.url()}`);
  });
  await context.exposeFunction("reportViolation", (violation: string) => {
    wrong.push(`policy violation: ${violation}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      const report: unknown = Reflect.get(window, "reportViolation");
      if (typeof report === "function") report(`${violatedDirective} ${blockedURI} in ${sourceFile}`);
    });
  });
}

export const test = base.extend<Fixtures & Options, WorkerFixtures>({
  allowedErrors: [[], { option: true }],
  contexts: [async ({ browser }, use) => use(new SharedContexts(browser)), { scope: "worker" }],
  shared: async (
    { contexts, baseURL, colorScheme, contextOptions, locale, permissions, timezoneId, viewport },
    use,
    info,
  ) => {
    const options = { ...contextOptions, baseURL, colorScheme, locale, permissions, timezoneId, viewport };
    const shared = await contexts.take(info.file, options, (context, wrong) =>
      watch(context, wrong, new URL(baseURL ?? "").origin),
    );
    await use(shared);
    await contexts.giveBack(shared, info.status !== info.expectedStatus);
  },
  context: async ({ shared }, use) => use(shared.context),
  guard: [
    async ({ shared: { wrong }, allowedErrors }, use) => {
      await use(undefined);
      expect(wrong.filter((message) => !allowedErrors.some((allowed) => allowed.test(message)))).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ context, baseURL }, use) => {
    const page = await context.newPage();
    const goto = page.goto.bind(page);
    // A page that came from the server is drawn before it answers: what is clicked before is lost.
    page.goto = async (url, options) => {
      const response = await goto(url, options);
      const isOurs = response && new URL(response.url()).origin === new URL(baseURL ?? "").origin;
      const isPage = isOurs && response.headers()["content-type"]?.startsWith("text/html");
      if (isPage && options?.waitUntil !== "commit") await page.locator("html[data-ready]").waitFor();
      return response;
    };
    await use(page);
  },
  words: async ({ locale }, use) => use(wordsFor(locale)),
  playground: async ({ page, words }, use) => use(new Playground(page, words)),
});

export { expect };
