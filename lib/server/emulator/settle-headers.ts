/** Headers for clients that cannot send any: from the path of the base URL, and from what the operator has set. */
import type { EmulatorSettings } from "./settings";

/** Names that the path takes, and the header that each stands for. */
const HEADERS: Readonly<Record<string, string>> = {
  calls: "x-emulator-calls",
  completion: "x-emulator-completion",
  fault: "x-emulator-fault",
  implicit: "x-emulator-implicit",
  latency: "x-emulator-latency",
  lie: "x-emulator-lie",
  ratio: "x-emulator-ratio",
  reading: "x-emulator-readings",
  "session-cache": "x-dashscope-session-cache",
};

const WITH = /^(.*?\/emulator)\/with\/([^/]*)(\/.*)?$/;

export interface Settled {
  readonly request: Request;
  /** Without what the path sets. */
  readonly pathname: string;
  /** What is wrong with it, one sentence; null where nothing is. */
  readonly wrong: string | null;
}

/** The request with headers that it does not have of its own. */
function addHeaders(request: Request, added: ReadonlyMap<string, string>): Request {
  const missing = [...added].filter(([name]) => !request.headers.has(name));
  if (missing.length === 0) return request;
  const headers = new Headers(request.headers);
  for (const [name, value] of missing) headers.set(name, value);
  return new Request(request, { headers });
}

/**
 * Reads `/emulator/with/implicit=always,calls=30/…`: each pair stands for a header, which wins where it is sent as well.
 * Readings are written `reading=life.hour`, one pair each.
 */
export function settlePath(request: Request): Settled {
  const { pathname } = new URL(request.url);
  const found = WITH.exec(pathname);
  if (!found) return { request, pathname, wrong: null };
  const [, root = "", pairs = "", rest = ""] = found;
  const added = new Map<string, string>();
  for (const pair of pairs.split(",")) {
    const [name = "", value] = pair.split("=");
    const header = Object.hasOwn(HEADERS, name) ? HEADERS[name] : undefined;
    if (header === undefined || value === undefined || !/^[\w.-]+$/.test(value)) {
      const names = Object.keys(HEADERS).join(", ");
      const wrong = `Behind /with/ come pairs such as implicit=always, parted by commas; names are ${names}.`;
      return { request, pathname: root + rest, wrong };
    }
    if (name === "reading") {
      const others = added.get(header);
      added.set(header, `${others ? `${others},` : ""}${value.replace(".", "=")}`);
    } else added.set(header, value);
  }
  return { request: addHeaders(request, added), pathname: root + rest, wrong: null };
}

/** The request as the operator's settings have it. */
export const settleRequest = (request: Request, settings: EmulatorSettings): Request =>
  addHeaders(
    request,
    new Map([
      ...(settings.implicit ? [["x-emulator-implicit", "always"] as const] : []),
      ...(settings.sessionCache ? [["x-dashscope-session-cache", "enable"] as const] : []),
    ]),
  );
