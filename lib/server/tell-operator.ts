/** What the operator reads on stderr: sentences, or lines of JSON where PLAYGROUND_LOG asks for them (docs/deploy.md). */

/** Where this is set to anything else, every line is JSON, so that one program reads all of them. */
const PLAIN = "plain";

/** Tells the operator of a fault. It may name paths and addresses of the server's own, and nothing of what was sent. */
export function tellOperator(message: string): void {
  const isPlain = (process.env.PLAYGROUND_LOG?.trim() || PLAIN) === PLAIN;
  const line = isPlain
    ? message
    : JSON.stringify({ time: new Date().toISOString(), event: "fault", message });
  process.stderr.write(`${line}\n`);
}

// Next bundles routes apart, each with its own copy of this module: what they share is the global object.
const shared = globalThis as typeof globalThis & { playgroundTold?: Set<string> };

/** Tells the operator of a wrong setting: every request that needs it meets it again, and the log would fill with it. */
export function tellOnce(message: string): void {
  shared.playgroundTold ??= new Set();
  if (shared.playgroundTold.has(message)) return;
  shared.playgroundTold.add(message);
  tellOperator(message);
}
