/** Finds the servers that tests run against, redis-server and nginx, and installs them where it can. */
import "./check-node.mjs";
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** `setting` names a path; `install` says how to come by it. */
const PROGRAMS = {
  "redis-server": {
    setting: "REDIS_SERVER_PATH",
    install: "install Redis (apt-get install redis-server, or brew install redis)",
  },
  nginx: { setting: "NGINX_PATH", install: "install nginx (apt-get install nginx, or brew install nginx)" },
};

/** Debian keeps servers where only root's PATH looks. */
const MORE_FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a program, or null. Throws one sentence when its setting names nothing that can be run. */
export function findProgram(name) {
  const { setting } = PROGRAMS[name];
  const named = process.env[setting];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${setting} names no program: ${named}`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return [...folders, ...MORE_FOLDERS].map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/** Its output goes to stderr, as stdout is for the path; it waits for another installation to end. */
function runAptGet(args) {
  spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=120", ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", 2, 2],
  });
}

/** Path of a program, installed first where this is root on a Debian system. Throws one sentence otherwise. */
export function ensureProgram(name) {
  const found = findProgram(name);
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.error(`Installing ${name} (apt-get) …`);
    runAptGet(["update"]);
    runAptGet(["install", "-y", "--no-install-recommends", name]);
    const installed = findProgram(name);
    if (installed) return installed;
  }
  const { setting, install } = PROGRAMS[name];
  throw new Error(`No ${name} found: ${install}, or set ${setting} to one.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const name = process.argv[2] ?? "";
    if (!Object.hasOwn(PROGRAMS, name))
      throw new Error(`Name one of these: ${Object.keys(PROGRAMS).join(", ")}.`);
    console.log(ensureProgram(name));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
