/** `npm test`: installs what is missing, runs every check even after a failure, and counts what passed and failed. */
import "./check-node.mjs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./find-browser.mjs";
import { ensureProgram } from "./find-program.mjs";
import { countPlaywright, countVitest } from "./read-reports.mjs";
import { runNpm } from "./run-command.mjs";
import { ensurePackages } from "./setup.mjs";

const reports = mkdtempSync(join(tmpdir(), "playground-test-"));
const unitReport = join(reports, "unit.json");
const browserReport = join(reports, "browser.json");

const runScript = (name, args = [], env = {}) => runNpm(["run", "--silent", name, "--", ...args], { env });

/** The setting that names a program; none where it cannot be had: the tests that need it then say so themselves. */
function provide(name, setting) {
  try {
    return { [setting]: ensureProgram(name) };
  } catch {
    return {};
  }
}

const provideRedis = () => provide("redis-server", "REDIS_SERVER_PATH");

/** A step without tests of its own counts as one. */
const countStep = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/** A runner that fails without naming a failed test (it could not start, say) counts as one failure. */
const withExitCode = ({ passed, failed }, code) => ({
  passed,
  failed: code !== 0 && failed === 0 ? 1 : failed,
});

let typesChecked = {};

const steps = {
  async types() {
    const code = await runScript("test:types");
    if (code === 0) typesChecked = { TYPES_CHECKED: "yes" };
    return countStep(code);
  },
  async lint() {
    return countStep(await runScript("test:lint"));
  },
  async unit() {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
    const code = await runScript("test:unit", reporters, provideRedis());
    return withExitCode(countVitest(unitReport), code);
  },
  async build() {
    return countStep(await runScript("build", [], typesChecked));
  },
  async browser() {
    const code = await runScript("test:e2e", ["--reporter=list,json"], {
      CHROMIUM_PATH: await ensureBrowser(),
      ...provideRedis(),
      ...provide("nginx", "NGINX_PATH"),
      PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
    });
    return withExitCode(countPlaywright(browserReport), code);
  },
};

async function runStep(name) {
  console.log(`\n── ${name}`);
  try {
    return await steps[name]();
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}

const results = [];
try {
  await ensurePackages();
  for (const name of Object.keys(steps)) results.push({ name, ...(await runStep(name)) });
} catch (error) {
  console.error(error.message);
  results.push({ name: "packages", passed: 0, failed: 1 });
} finally {
  rmSync(reports, { recursive: true, force: true });
}

console.log("");
for (const { name, passed, failed } of results) console.log(`${name}: ${passed} passed, ${failed} failed`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.exitCode = sum("failed") === 0 && sum("passed") > 0 ? 0 : 1;
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
