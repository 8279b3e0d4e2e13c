/**
 * Measures the page in a browser: until the first figures stand and what is sent for them, from a key in the editor and from a
 * paste to the figures, and the frames while a map of 2,000 requests scrolls and a marker is dragged on it. Nothing is asserted.
 *
 * `npm run bench:page` serves this folder; `URL=http://localhost:3000` takes a server that runs. `-- --against <folder>` measures
 * another checkout beside it, in turns, and adds the ratios of this one to the other, which say more than milliseconds of one
 * machine; `-- --only first` measures what has this word in its name alone.
 */
import { execFileSync, spawn } from "node:child_process";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import {
  type Measure,
  measureFirstView,
  measureKeys,
  measureMap,
  measurePaste,
  type Numbers,
} from "./bench-page-measures";

const { values: asked } = parseArgs({
  args: process.argv.slice(3),
  options: { against: { type: "string" }, only: { type: "string", default: "" } },
});

/** How often each is measured: what is over quickly, more often. */
const MEASURES: readonly { readonly name: string; readonly measure: Measure; readonly rounds: number }[] = [
  { name: "first view", measure: measureFirstView, rounds: 7 },
  { name: "keys", measure: measureKeys, rounds: 1 },
  { name: "paste", measure: measurePaste, rounds: 3 },
  { name: "map", measure: measureMap, rounds: 1 },
];

/** Serves a checkout on a free port, building it where there is no build of its sources. */
function serve(folder: string): Promise<{ readonly url: string; end(): void }> {
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: folder,
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((done, fail) => {
    let said = "";
    server.stdout.on("data", (chunk) => {
      said += chunk;
      const url = /is ready: (\S+)/.exec(said)?.[1];
      if (url) done({ url, end: () => server.kill() });
    });
    server.once("exit", () => fail(new Error(`No server from ${folder}.`)));
  });
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

function add(to: Numbers, more: Numbers): void {
  for (const [name, values] of Object.entries(more)) to[name] = [...(to[name] ?? []), ...values];
}

const here = process.env.URL ? { url: process.env.URL, end: () => undefined } : await serve(process.cwd());
const other = asked.against === undefined ? null : await serve(resolve(asked.against));
const executablePath =
  process.env.CHROMIUM_PATH ??
  execFileSync(process.execPath, ["scripts/find-browser.mjs"], { encoding: "utf8" }).trim();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

const ours: Numbers = {};
const theirs: Numbers = {};
try {
  for (const { measure, rounds } of MEASURES.filter(({ name }) => name.includes(asked.only))) {
    for (let round = 0; round < rounds; round++) {
      // In turns, so that what else the machine does meets both.
      add(ours, await measure(browser, here.url));
      if (other) add(theirs, await measure(browser, other.url));
    }
  }
} finally {
  await browser.close();
  here.end();
  other?.end();
}

const say = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

console.table(
  Object.fromEntries(
    Object.entries(ours).map(([name, values]) => {
      const median = quantile(values, 0.5);
      const before = quantile(theirs[name] ?? [], 0.5);
      const row = {
        least: say(Math.min(...values)),
        median: say(median),
        "95 %": say(quantile(values, 0.95)),
      };
      if (!other) return [name, row];
      return [name, { ...row, "median there": say(before), ratio: (median / before).toFixed(2) }];
    }),
  ),
);
