/**
 * `npm run test:clients [tool …]`: real coding tools from npm, each by its recipe, against the emulator and the recorder of
 * the started product: two turns, and a read in the second. Where PLAYGROUND_ORIGIN names a server, that one is asked.
 */
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { CLIENT_RUNS } from "./clients/client-runs";
import { tryClient } from "./clients/try-client";
import { findPort } from "./find-port.mjs";

/** Milliseconds until the server must answer: it may have to be built first. */
const START = 900_000;

/** Whether a playground answers there. */
async function answers(origin) {
  return fetch(`${origin}/api/record`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function startServer() {
  const given = process.env.PLAYGROUND_ORIGIN;
  if (given) return { origin: given, stop: () => undefined };
  const port = await findPort("0");
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...process.env,
      PORT: String(port),
      PLAYGROUND_DATA: mkdtempSync(join(tmpdir(), "prompt-cache-clients-")),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const end = Date.now() + START;
  while (!(await answers(origin))) {
    if (server.exitCode !== null || Date.now() > end) throw new Error("The playground does not answer.");
    await setTimeout(500);
  }
  return { origin, stop: () => server.kill() };
}

const wanted = process.argv.slice(3);
const { origin, stop } = await startServer();
let failed = 0;
try {
  for (const client of CLIENT_RUNS) {
    if (wanted.length > 0 && !wanted.includes(client.tool)) continue;
    const { outcome, line } = await tryClient(client, origin);
    if (outcome === "fails") failed += 1;
    process.stdout.write(`${client.package} ${outcome}: ${line}\n`);
  }
} finally {
  stop();
}
process.exit(failed > 0 ? 1 : 0);
