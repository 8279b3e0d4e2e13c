/** Where a request comes from, and where it came in: own pages may ask more than those of other sites. */
import type { Environment } from "./environment";

/** The first of several values that proxies have added one after the other. */
const firstOf = (value: string | null): string | null => value?.split(",")[0]?.trim() || null;

/** The host that the client asked for; the proxy's word for it counts only where it is trusted. */
const hostOf = (headers: Headers, trustProxy: boolean): string | null =>
  (trustProxy ? firstOf(headers.get("x-forwarded-host")) : null) ?? headers.get("host");

function isOwnOrigin(origin: string, host: string | null): boolean {
  try {
    const from = new URL(origin);
    // Through the same scheme, so that a default port is left out on both sides.
    return host !== null && new URL(`${from.protocol}//${host}`).host === from.host;
  } catch {
    return false;
  }
}

/**
 * Whether a request comes from a page of another site, by the headers that a page cannot write itself. A request without
 * them comes from no page. The host alone is compared: behind a proxy that ends TLS the scheme is not known.
 * @param trustProxy whether `X-Forwarded-Host` is written by a proxy of the operator's
 */
export function isCrossSite({ headers }: Request, trustProxy: boolean): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = headers.get("origin");
  return origin !== null && !isOwnOrigin(origin, hostOf(headers, trustProxy));
}

const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;

/**
 * The origin that the client asked for, e.g. `https://example.com`: by the request's own headers, since the URL has the name
 * that the server gives itself. The server speaks plain HTTP; only a proxy can know of another scheme.
 * @param trustProxy whether `X-Forwarded-Host` and `X-Forwarded-Proto` are written by a proxy of the operator's
 */
export function originOf({ headers, url }: Pick<Request, "headers" | "url">, trustProxy: boolean): string {
  const host = hostOf(headers, trustProxy);
  if (!host || !HOST.test(host)) return new URL(url).origin;
  const isSecure = trustProxy && firstOf(headers.get("x-forwarded-proto")) === "https";
  return `${isSecure ? "https" : "http"}://${host}`;
}

/** Whether the operator says that proxies of theirs stand in front (see docs/relay.md). */
export const trustsProxy = ({ PLAYGROUND_TRUST_PROXY }: Environment): boolean =>
  /^[1-9]$/.test(PLAYGROUND_TRUST_PROXY?.trim() ?? "");
