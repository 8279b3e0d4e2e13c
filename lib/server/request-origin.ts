/** Where a client reaches this server: the origin of links that an answer carries. */

const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;

/** The first of several values that proxies have added one after the other. */
const firstOf = (value: string | null): string | null => value?.split(",")[0]?.trim() ?? null;

/**
 * The origin by the request's own headers, as proxies pass them on, e.g. `https://example.com`; that of its URL, where
 * the server names itself, only when they say none.
 */
export function originOf(request: Request): string {
  const { origin, protocol } = new URL(request.url);
  const host = firstOf(request.headers.get("x-forwarded-host")) ?? request.headers.get("host");
  if (!host || !HOST.test(host)) return origin;
  const forwarded = firstOf(request.headers.get("x-forwarded-proto"));
  const scheme = forwarded === "https" || forwarded === "http" ? forwarded : protocol.slice(0, -1);
  return `${scheme}://${host}`;
}
