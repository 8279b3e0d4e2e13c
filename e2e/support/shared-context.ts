/** One browser context for many tests: each gets a page of its own in it, and nothing that another one left behind. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";

/** What changes a context for good: one on which a test called it is not used again. */
const LASTING = [
  "addInitScript",
  "exposeBinding",
  "exposeFunction",
  "routeFromHAR",
  "routeWebSocket",
  "setDefaultNavigationTimeout",
  "setDefaultTimeout",
  "setExtraHTTPHeaders",
  "setGeolocation",
  "setHTTPCredentials",
] as const satisfies readonly (keyof BrowserContext)[];

/** A clock that was set stays so, also for pages to come. */
const CLOCK = [
  "fastForward",
  "install",
  "pauseAt",
  "resume",
  "runFor",
  "setFixedTime",
  "setSystemTime",
] as const satisfies readonly (keyof BrowserContext["clock"])[];

/** A page of the server that runs nothing, under the policies of all others: it keeps their process alive. */
const STILL = "/icon.svg";

/** Whatever an origin can keep, but for the files of the server. */
const STORED =
  "cookies,file_systems,indexeddb,local_storage,websql,service_workers,cache_storage,shared_storage";

/** What was compiled and kept grows: after so many tests the next file of them begins anew. */
const ENOUGH = 25;

export interface SharedContext {
  readonly context: BrowserContext;
  /** What went wrong in it during this test. */
  readonly wrong: string[];
  isLasting: boolean;
  /** How many tests have been given it, and from which file the last one was. */
  given: number;
  file: string;
}

/** What the pages of a context do wrong goes into the list. */
type Watch = (context: BrowserContext, wrong: string[]) => Promise<void>;

/** Of all origins. A page's own memory of its session goes with the page. */
async function clear(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: "*", storageTypes: STORED });
  await session.detach();
  await page.context().clearCookies();
}

/** Has a call of any of the methods noted down. */
function noteCalls(methods: object, names: readonly string[], note: () => void): void {
  for (const name of names) {
    const method: unknown = Reflect.get(methods, name);
    if (typeof method !== "function") continue;
    Reflect.set(methods, name, (...values: unknown[]) => {
      note();
      return Reflect.apply(method, methods, values);
    });
  }
}

/**
 * A page that comes into a fresh context compiles all its scripts and asks for all its files: more work than most tests
 * have. Pages of one context share the browser's caches, and those of one process what is compiled.
 */
export class SharedContexts {
  private readonly browser: Browser;
  private readonly kept = new Map<string, SharedContext>();

  constructor(browser: Browser) {
    this.browser = browser;
  }

  /** The context of these options, with the list of what goes wrong in it, which is empty, for a test of this file. */
  async take(file: string, options: BrowserContextOptions, watch: Watch): Promise<SharedContext> {
    const { permissions = [], ...rest } = options;
    const key = JSON.stringify(rest);
    const found = this.kept.get(key);
    const isUsedUp = found && found.given >= ENOUGH && found.file !== file;
    if (isUsedUp) await this.discard(found);
    const kept = found && !isUsedUp ? found : await this.open(rest, watch);
    this.kept.set(key, kept);
    kept.given += 1;
    kept.file = file;
    kept.wrong.length = 0;
    await kept.context.clearPermissions();
    if (permissions.length > 0) await kept.context.grantPermissions(permissions);
    return kept;
  }

  private async open(options: BrowserContextOptions, watch: Watch): Promise<SharedContext> {
    const context = await this.browser.newContext(options);
    const kept: SharedContext = { context, wrong: [], isLasting: false, given: 0, file: "" };
    await watch(context, kept.wrong);
    const note = () => {
      kept.isLasting = true;
    };
    noteCalls(context, LASTING, note);
    noteCalls(context.clock, CLOCK, note);
    return kept;
  }

  /** Empties a context for the next test. @param isSpoilt of a test that failed: nothing of it is used again */
  async giveBack(kept: SharedContext, isSpoilt: boolean): Promise<void> {
    const { context } = kept;
    const last = context.pages().findLast((page) => page.url().startsWith("http"));
    if (isSpoilt || kept.isLasting || !last) return this.discard(kept);
    await context.unrouteAll({ behavior: "ignoreErrors" });
    await context.setOffline(false);
    await last.unrouteAll({ behavior: "ignoreErrors" });
    await last.goto(new URL(STILL, last.url()).href);
    await Promise.all(context.pages().map((page) => page !== last && page.close()));
    await clear(last);
  }

  private async discard(kept: SharedContext): Promise<void> {
    for (const [key, each] of this.kept) if (each === kept) this.kept.delete(key);
    await kept.context.close();
  }
}
