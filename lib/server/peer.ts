/** The address that a request's connection comes from, where the server was started by `npm start`. */
import type { AsyncLocalStorage } from "node:async_hooks";

// Set by scripts/plain-http.mjs, which is loaded before Next: a route is not shown its connection.
const shared = globalThis as typeof globalThis & {
  playgroundPeers?: AsyncLocalStorage<string | undefined>;
};

/** Of whoever is connected, which behind a proxy is the proxy; empty where it is not known. */
export const peerAddress = (): string => shared.playgroundPeers?.getStore() ?? "";
