/** What the probes' command needs of the world; a test brings its own. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

export interface Io {
  readonly fetch: typeof fetch;
  readonly env: Readonly<Record<string, string | undefined>>;
  say(line: string): void;
  /** What went wrong, one sentence. */
  warn(line: string): void;
  readFile(path: string): Promise<string>;
  /** A file is whole or not there. */
  writeFile(path: string, text: string): Promise<void>;
  /** Epoch seconds. */
  now(): number;
  /** A word that no one has had before. */
  newWord(): string;
  /** Resolves after so many seconds, or as soon as the signal aborts. */
  sleep(seconds: number, signal: AbortSignal): Promise<void>;
  /** Calls back when the run is to be paused; what comes back stops that. */
  onInterrupt(listener: () => void): () => void;
}

function sleep(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    signal.addEventListener("abort", end);
  });
}

async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // A state names the workspace: it is for its owner alone.
  await writeFile(`${path}.part`, text, { mode: 0o600 });
  await rename(`${path}.part`, path);
}

/** The terminal, the file system and the network. */
export const ownIo = (): Io => ({
  fetch,
  env: process.env,
  say: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
  readFile: (path) => readFile(path, "utf8"),
  writeFile: writeWhole,
  now: () => Date.now() / 1000,
  newWord: () => randomBytes(8).toString("hex"),
  sleep,
  onInterrupt(listener) {
    // Once: a second Ctrl+C ends the program as usual.
    process.once("SIGINT", listener);
    return () => void process.removeListener("SIGINT", listener);
  },
});
