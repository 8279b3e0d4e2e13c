/**
 * Loaded into the server before Next: told to end, it takes no more connections, lets the answers that are under way finish,
 * for PLAYGROUND_END_SECONDS at most, settles what is to be stored, and ends with 0.
 *
 * Next's own way, which this setting of it turns off, waits without a bound and ends with the signal's number.
 */
import { subscribe } from "node:diagnostics_channel";
import { readEndSeconds, readLogLevel } from "./server-settings.mjs";

process.env.NEXT_MANUAL_SIG_HANDLE = "true";

/** What has been accepted and not been read yet is answered, too. */
const LAST_REQUESTS_MS = 250;
/** For what is to be stored once the last answer is out. */
const SETTLE_MS = 5000;

const endSeconds = readEndSeconds();
const isPlain = readLogLevel() === "plain";
const servers = new Set();
const answers = new Set();
/** When it was told to, in milliseconds; 0 = not yet. */
let ending = 0;
let closing = false;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function tell(message) {
  const line = isPlain ? message : JSON.stringify({ time: new Date().toISOString(), event: "end", message });
  process.stderr.write(`${line}\n`);
}

subscribe("http.server.request.start", ({ response, server }) => {
  servers.add(server);
  answers.add(response);
  if (ending) response.shouldKeepAlive = false;
  response.once("close", () => {
    answers.delete(response);
    if (ending && answers.size === 0) setImmediate(close);
  });
});

/** First what is waiting to be stored, then the stores. */
async function settle() {
  const acts = [...(globalThis.playgroundEndings ?? [])];
  await Promise.allSettled(acts.map((act) => act()));
  const stores = [...(globalThis.playgroundStores?.values() ?? [])];
  await Promise.allSettled(stores.map(async (store) => (await store).close()));
}

async function close() {
  if (closing || answers.size > 0 || performance.now() - ending < LAST_REQUESTS_MS) return;
  closing = true;
  await Promise.race([settle(), wait(SETTLE_MS)]);
  process.exit(0);
}

function end() {
  // One Ctrl-C reaches this process twice: from the terminal, and from the process that started it.
  if (ending) return;
  ending = performance.now();
  for (const server of servers) server.close();
  setTimeout(close, LAST_REQUESTS_MS + 1);
  setTimeout(() => {
    if (closing) return;
    tell(`${answers.size} answers were under way after ${endSeconds} s and have been broken off.`);
    for (const response of answers) response.destroy();
    answers.clear();
    close();
  }, endSeconds * 1000);
}

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, end);
