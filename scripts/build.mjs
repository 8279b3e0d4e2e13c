/** Builds the production server, and remembers which sources the build was made from. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compressBuild } from "./compress-build.mjs";
import { runCommand } from "./run-command.mjs";
import { ensurePackages, ROOT } from "./setup.mjs";

/** What a build is made from; public/ is served as it stands. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "proxy.ts",
  "tsconfig.json",
];
const TESTS_ONLY = /\.test\.tsx?$|[\\/]fixtures$/;
const NOTE = join(ROOT, ".next", "built-from");
const BUILD_ID = join(ROOT, ".next", "BUILD_ID");

function listFiles(path) {
  if (!existsSync(join(ROOT, path)) || TESTS_ONLY.test(path)) return [];
  if (statSync(join(ROOT, path)).isFile()) return [path];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

function hashSources() {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap(listFiles)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Names one build of one state of the sources; null where there is no build. */
const describeBuild = (sources) =>
  existsSync(BUILD_ID) ? `${sources} ${readFileSync(BUILD_ID, "utf8").trim()}\n` : null;

function isBuilt() {
  return existsSync(NOTE) && readFileSync(NOTE, "utf8") === describeBuild(hashSources());
}

/** Builds. Answers the exit code. */
async function build() {
  const sources = hashSources();
  rmSync(NOTE, { force: true });
  const code = await runCommand(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: { NODE_ENV: "production" },
  });
  if (code === 0) await compressBuild(join(ROOT, ".next", "static"));
  const note = describeBuild(sources);
  if (code === 0 && note) writeFileSync(NOTE, note);
  return code;
}

/** Builds when there is no build of the present sources. Throws one sentence when that fails. */
export async function ensureBuild() {
  if (isBuilt()) return;
  console.log("Building …");
  if ((await build()) !== 0) throw new Error("The build failed: see its message above.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensurePackages();
  process.exitCode = await build();
}
