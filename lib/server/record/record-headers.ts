/** Which headers travel between agent and target: all but those of a connection, of a proxy, and of this very site. */

/** Source: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 (2022-06). */
const HOP_BY_HOP =
  /^(connection|keep-alive|proxy-.+|te|trailer|transfer-encoding|upgrade|expect|content-length|accept-encoding|host)$/;
/** What proxies in front of this server and the server itself add, and what belongs to this site. */
const ADDED = /^(x-forwarded-.+|x-real-ip|forwarded|via|cookie|x-middleware-.+|x-invoke-.+|x-nextjs-.+)$/;
const EMULATED = /^x-emulator-/;

/** Of an answer these would be taken for this site's own word, or speak of another body. */
const NOT_OURS =
  /^(connection|keep-alive|proxy-.+|te|trailer|transfer-encoding|upgrade|content-length|content-encoding|set-cookie|strict-transport-security|public-key-pins.*|alt-svc|nel|report-to|reporting-endpoints|clear-site-data|access-control-.+|content-security-policy.*|service-worker-allowed|cache-control|location|refresh)$/;

const namedInConnection = (headers: Headers): ReadonlySet<string> =>
  new Set((headers.get("connection") ?? "").split(",").map((name) => name.trim().toLowerCase()));

/**
 * The agent's headers as the target gets them: its own key and words included. The answer is asked for uncompressed,
 * since its bytes are read here on their way.
 */
export function forwardedHeaders(from: Headers, toEmulator: boolean): Record<string, string> {
  const named = namedInConnection(from);
  const passed = [...from].filter(
    ([name]) =>
      !HOP_BY_HOP.test(name) && !ADDED.test(name) && !named.has(name) && (toEmulator || !EMULATED.test(name)),
  );
  return { ...Object.fromEntries(passed), "accept-encoding": "identity" };
}

/** The answer's headers as the agent gets them. */
export function answeredHeaders(from: Headers): Headers {
  const named = namedInConnection(from);
  const headers = new Headers([...from].filter(([name]) => !NOT_OURS.test(name) && !named.has(name)));
  if (!headers.has("content-type")) headers.set("content-type", "application/octet-stream");
  // Compressing or buffering on the way would hold a stream's chunks back.
  headers.set("cache-control", "no-store, no-transform");
  headers.set("x-accel-buffering", "no");
  // Another server's page must do nothing under this site's name.
  headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
  headers.set("x-record-source", "target");
  return headers;
}
