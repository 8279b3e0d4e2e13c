/** `npm start`: installs and builds what is missing, then serves the playground on PORT (3000 if not set). */
import "./check-node.mjs";
import { spawn } from "node:child_process";
import { ensureBuild } from "./build.mjs";
import { findPort } from "./find-port.mjs";
import { readEndSeconds, readLogLevel } from "./server-settings.mjs";
import { ensurePackages, ROOT } from "./setup.mjs";

/** This machine alone, unless the operator says otherwise: a relay and a recorder are not for everyone on the network. */
const LISTEN = process.env.PLAYGROUND_LISTEN || "127.0.0.1";

/** Beyond what answers under way have: for settling what is stored. */
const GRACE_MS = 10_000;
/** A second signal within this time is the first one, which reaches a process on several ways. */
const SAME_SIGNAL_MS = 500;
const WATCH_MS = 500;

/** Next itself, not through npx or a shell, so that ending this process ends the server too. */
function startServer(port) {
  return spawn(
    process.execPath,
    [
      "--import",
      "./scripts/end-with-parent.mjs",
      "--import",
      "./scripts/plain-http.mjs",
      "--import",
      "./scripts/end-gracefully.mjs",
      "--import",
      "./scripts/log-requests.mjs",
      "--import",
      "./scripts/serve-compressed.mjs",
      "node_modules/next/dist/bin/next",
      "start",
      "-p",
      String(port),
      "-H",
      LISTEN,
    ],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        PLAYGROUND_LISTEN: LISTEN,
        NEXT_TELEMETRY_DISABLED: "1",
        NODE_ENV: "production",
      },
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    },
  );
}

/** Resolves as soon as the server answers; false when it ended before. */
async function waitUntilReady(server, url) {
  while (server.exitCode === null && server.signalCode === null) {
    try {
      await fetch(new URL("/icon.svg", url));
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return false;
}

/** npm passes signals to a shell that dies of them without telling this process, which only sees its parent change. */
function whenOrphaned(end) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, WATCH_MS).unref();
}

async function serve() {
  const wanted = process.env.PORT || "3000";
  readLogLevel();
  const patience = readEndSeconds() * 1000 + GRACE_MS;
  await findPort(wanted);
  await ensurePackages();
  await ensureBuild();
  const port = await findPort(wanted);
  const url = `http://localhost:${port}`;

  const server = startServer(port);
  let stopping = 0;
  const stop = (signal) => {
    if (stopping && performance.now() - stopping < SAME_SIGNAL_MS) return;
    server.kill(stopping ? "SIGKILL" : signal);
    if (!stopping) setTimeout(() => server.kill("SIGKILL"), patience).unref();
    stopping ||= performance.now();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  if (process.env.npm_lifecycle_event) whenOrphaned(() => stop("SIGTERM"));
  server.once("exit", (code) => {
    process.exitCode = code ?? (stopping ? 0 : 1);
  });

  // Next's own banner is left out: one line says all there is to know.
  let ready = false;
  server.stdout.on("data", (chunk) => ready && process.stdout.write(chunk));
  ready = await waitUntilReady(server, url);
  if (ready) console.log(`Prompt Cache Playground is ready: ${url}`);
}

serve().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
