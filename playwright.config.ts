/** How the browser tests run: against the production server, started by `npm start` on a free port. */
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

// This file is read again by every worker: they inherit what the first reading found.
process.env.E2E_PORT ||= String(await findFreePort());
process.env.E2E_DATA ||= mkdtempSync(join(tmpdir(), "prompt-cache-e2e-"));
process.env.CHROMIUM_PATH ||= execFileSync(process.execPath, ["scripts/find-browser.mjs"], {
  encoding: "utf8",
}).trim();

const baseURL = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  // A machine under load may stall once; the report names what needed a second attempt, which leaves a trace.
  retries: 1,
  // A slow machine may take its time: what is waited for is there or is not.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    baseURL,
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    // What is waited for comes at once; tests of motion ask for it.
    contextOptions: { reducedMotion: "reduce" },
    // Keeping a trace of every test doubles what the suite takes: a failed one is run again with one.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // What one page has compiled, the next one of the same context finds.
        "--process-per-site",
        // And it stays compiled. Optimising what runs for a second costs more than it saves, as does tidying up often.
        "--js-flags=--no-opt --no-flush-bytecode --min-semi-space-size=16",
      ],
    },
  },
  webServer: {
    command: "node scripts/start.mjs",
    url: `${baseURL}/icon.svg`,
    // What a tester's own server keeps stays out of the tests, and theirs out of it.
    env: {
      PORT: process.env.E2E_PORT,
      PLAYGROUND_DATA: process.env.E2E_DATA,
      // Every test loads the page anew: packing it each time would cost a tenth of the whole run.
      PLAYGROUND_COMPRESS: "off",
      // A slow machine may take its time here as well.
      PLAYGROUND_WORK_SECONDS: "60",
    },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5000 },
  },
});
