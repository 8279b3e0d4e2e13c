/**
 * Loaded into the server before Next: writes a line of JSON on stderr for requests of the API, where PLAYGROUND_LOG asks for it.
 * Of a request it names the route as a pattern and never its path, query, headers or body, nor those of the answer.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { createHash, randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { readLogLevel } from "./server-settings.mjs";

/** By Next's build: every route file with its pattern, e.g. `/api/s/[id]`. */
const MANIFEST = ".next/app-path-routes-manifest.json";
const API = /^\/(?:api|emulator|record)(?:\/|$)/;

/** Patterns with the fewest parts that may be anything first. */
function readPatterns() {
  const routes = Object.entries(JSON.parse(readFileSync(MANIFEST, "utf8")))
    .filter(([file, pattern]) => file.endsWith("/route") && API.test(pattern))
    .map(([, pattern]) => pattern);
  return routes
    .sort((one, other) => one.split("[").length - other.split("[").length)
    .map((pattern) => ({ pattern, path: new RegExp(`^${writePath(pattern)}/?$`) }));
}

const writePath = (pattern) =>
  pattern
    .split("/")
    .slice(1)
    .map((part) => {
      if (part.startsWith("[[...")) return "(?:/.*)?";
      if (part.startsWith("[...")) return "/.+";
      return part.startsWith("[") ? "/[^/]+" : `/${part.replace(/[^\w-]/g, "\\$&")}`;
    })
    .join("");

/** The pattern of a request's route; "none" for a path below /api where nothing is, null for pages and files. */
export function routeOf(url, patterns) {
  const path = url.replace(/^https?:\/\/[^/]*/i, "").replace(/[?#].*$/s, "");
  const known = patterns.find((each) => each.path.test(path));
  return known?.pattern ?? (path.startsWith("/api/") ? "none" : null);
}

/** Of this process alone: a client is known again until it ends, and nowhere else. */
const SALT = randomBytes(16);
const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/** The address that the outermost of the operator's proxies saw, or that of the connection. */
function addressOf({ headers, socket }) {
  const proxies = Number(process.env.PLAYGROUND_TRUST_PROXY) || 0;
  if (proxies === 0) return socket.remoteAddress ?? "";
  const addresses = String(headers["x-forwarded-for"] ?? "").split(",");
  return addresses.at(-proxies)?.trim() ?? "";
}

/** A client's name in the log; null where its address is not known, or is this machine's own. */
export function hashClient(request) {
  const address = addressOf(request);
  if (isIP(address) === 0 || LOOPBACK.test(address)) return null;
  return createHash("sha256").update(SALT).update(address).digest("hex").slice(0, 8);
}

/** Has every request of the API logged that `level` asks for. */
function logRequests(level) {
  const patterns = readPatterns();
  const requests = new AsyncLocalStorage();
  globalThis.playgroundRequests = requests;
  /** Bytes that a connection had read when its last request was over. */
  const readBefore = new WeakMap();

  subscribe("http.server.request.start", ({ request, response, socket }) => {
    const route = routeOf(request.url ?? "", patterns);
    if (route === null) return;
    const served = { reason: null };
    requests.enterWith(served);
    const began = performance.now();
    const client = hashClient(request);
    const writtenBefore = socket.bytesWritten;
    response.once("close", () => {
      const read = readBefore.get(socket) ?? 0;
      readBefore.set(socket, socket.bytesRead);
      const { statusCode: status, headersSent, writableFinished } = response;
      if (level === "refused" && headersSent && status < 400 && writableFinished) return;
      const line = {
        time: new Date().toISOString(),
        event: "request",
        method: request.method,
        route,
        // A client that has left before anything was answered.
        status: headersSent ? status : null,
        ended: writableFinished,
        ms: Math.round(performance.now() - began),
        bytesIn: socket.bytesRead - read,
        bytesOut: socket.bytesWritten - writtenBefore,
        client,
        reason: served.reason,
      };
      process.stderr.write(`${JSON.stringify(line)}\n`);
    });
  });
}

const level = readLogLevel();
if (level === "refused" || level === "requests") logRequests(level);
