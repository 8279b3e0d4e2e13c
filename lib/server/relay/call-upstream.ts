/** Sends a request over Node's own HTTP client: a connect timeout, checked addresses, and no redirects or proxies in between. */
import { lookup } from "node:dns";
import type { ClientRequest, IncomingMessage } from "node:http";
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { pipeline, type Readable } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { addressOf, isLoopbackAddress, isPublicAddress } from "./network-address";
import { type SentBody, type Upstream, UpstreamFault } from "./upstream";
import { toWebStream } from "./web-stream";

/** A connection is kept no longer than services keep theirs, so that a request meets no closed one. Milliseconds. */
const KEEP_ALIVE_MS = 4000;

// What has arrived is decoded at once: a stream's chunks must not wait for each other.
const FLUSH = { flush: constants.Z_SYNC_FLUSH };
const FLUSH_BROTLI = { flush: constants.BROTLI_OPERATION_FLUSH };

function decode(message: IncomingMessage): Readable {
  const encoding = (message.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return message;
  const decoder =
    encoding === "gzip" || encoding === "x-gzip"
      ? createGunzip(FLUSH)
      : encoding === "deflate"
        ? createInflate(FLUSH)
        : encoding === "br"
          ? createBrotliDecompress(FLUSH_BROTLI)
          : null;
  if (!decoder) throw new UpstreamFault("encoding");
  // A fault reaches the reader through the decoder itself.
  return pipeline(message, decoder, () => undefined);
}

const hasNoBody = (status: number): boolean => status === 204 || status === 205 || status === 304;

function toResponse(message: IncomingMessage, method: string): Response {
  const status = message.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  if (method !== "HEAD" && !hasNoBody(status))
    return new Response(toWebStream(decode(message)), { status, headers });
  message.resume();
  return new Response(null, { status, headers });
}

/**
 * Looks a host's name up, and refuses it where any of its addresses is not allowed. The very addresses that are connected
 * to are looked at, so a name that changes in between changes nothing.
 */
const guardLookup =
  (isAllowed: (address: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error || !first) return callback(new UpstreamFault("unknown_host"), "");
      if (!addresses.every(({ address }) => isAllowed(address)))
        return callback(new UpstreamFault("address"), "");
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

const drained = (request: ClientRequest): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      request.off("drain", go).off("close", go);
      resolve();
    };
    request.on("drain", go).on("close", go);
  });

/** No faster than they are taken; to the end, unless the request has ended before. A fault of the body is the request's. */
async function writeBody(body: SentBody, request: ClientRequest): Promise<void> {
  try {
    for await (const chunk of body.chunks) {
      if (request.destroyed) return;
      if (!request.write(chunk)) await drained(request);
    }
    request.end();
  } catch (error) {
    request.destroy(error instanceof Error ? error : undefined);
  }
}

function limitConnecting(request: ClientRequest, ms: number, secure: boolean): void {
  request.once("socket", (socket) => {
    if (!socket.connecting) return;
    const timer = setTimeout(() => request.destroy(new UpstreamFault("connect_timeout")), ms);
    const stop = () => clearTimeout(timer);
    socket.once(secure ? "secureConnect" : "connect", stop);
    socket.once("close", stop);
  });
}

const isTlsError = (error: Error): boolean =>
  "code" in error && /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(String(error.code));

/** A URL's path and query as they are written: the parser of URLs would encode some signs anew. */
const pathOf = (url: string): string => url.replace(/^[a-z]+:\/\/[^/?#]*/, "").replace(/^(?!\/)/, "/");

/**
 * The relay's way to services.
 * @param connectMs milliseconds until a connection must stand, TLS included
 * @param loopback origins that may, and must, be on this very machine; all others must be public
 */
export function createUpstream(connectMs: number, loopback: ReadonlySet<string>): Upstream {
  const agents = {
    http: new HttpAgent({ keepAlive: true, timeout: KEEP_ALIVE_MS }),
    https: new HttpsAgent({ keepAlive: true, timeout: KEEP_ALIVE_MS }),
  };

  return async (url, { method, headers, body, signal }) => {
    const target = new URL(url);
    const secure = target.protocol === "https:";
    const isAllowed = loopback.has(target.origin) ? isLoopbackAddress : isPublicAddress;
    // An address is connected to without being looked up.
    const address = addressOf(target.hostname);
    if (isIP(address) && !isAllowed(address)) throw new UpstreamFault("address");

    return new Promise((resolve, reject) => {
      const request = (secure ? httpsRequest : httpRequest)(target, {
        path: pathOf(url),
        method,
        headers: { ...headers, "content-length": String(body.length) },
        agent: secure ? agents.https : agents.http,
        lookup: guardLookup(isAllowed),
        signal,
      });
      limitConnecting(request, connectMs, secure);
      request.once("response", (message) => {
        try {
          resolve(toResponse(message, method));
        } catch (error) {
          request.destroy();
          reject(error);
        }
      });
      request.on("error", (error) => reject(isTlsError(error) ? new UpstreamFault("tls") : error));
      void writeBody(body, request);
    });
  };
}
