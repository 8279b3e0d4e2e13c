/** The path and query of an agent's request as they were sent, and whether such a path may be passed on at all. */

/** Set by scripts/plain-http.mjs, before anything puts the query in another order or encodes it anew. */
const RAW_TARGET = "x-raw-target";

interface RecordTarget {
  readonly session: string;
  /** What follows the session in the path, e.g. `/apps/anthropic/v1/messages`. */
  readonly rest: string;
  /** With its question mark; empty where there is none. */
  readonly search: string;
}

const TARGET = /^\/record\/([^/?#]+)(\/[^?#]+)(\?[^#]*)?/;

/** Null where nothing follows the session. */
export function readTarget({ headers, url }: Pick<Request, "headers" | "url">): RecordTarget | null {
  const { pathname, search: parsed } = new URL(url);
  const sent = headers.get(RAW_TARGET) ?? "";
  const [, session, rest, search = ""] = TARGET.exec(TARGET.test(sent) ? sent : pathname + parsed) ?? [];
  return session && rest ? { session, rest, search } : null;
}

/** A path that is still another one after so many steps of decoding is meant to hide something. */
const MAX_DECODINGS = 8;

/** Also what is no UTF-8, since a service may decode it all the same; null where it goes on and on. */
function decodeWholly(path: string): string | null {
  let decoded = path;
  for (let count = 0; count < MAX_DECODINGS; count += 1) {
    const before = decoded;
    decoded = before.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (decoded === before) return decoded;
  }
  return null;
}

/** Backslashes and control characters, and what some take for others: `%u002e`, and bytes that UTF-8 never has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const ODD = /[\\\x00-\x1f\x7f\xc0\xc1]|%u[0-9a-f]{4}/i;

/** Whether a service might take the path for one outside of the base URL, however often it decodes it. */
export function climbs(path: string): boolean {
  const decoded = decodeWholly(path);
  if (decoded === null || ODD.test(decoded)) return true;
  // What stands behind a semicolon is no part of a name for some servers.
  return decoded.split("/").some((segment) => /^\s*\.{1,2}\s*(;|$)/.test(segment));
}
