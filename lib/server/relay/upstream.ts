/** The port to the service that a request is relayed to: the part of `fetch` that the relay needs. */

/** The body of a request: so many bytes, in pieces that are let go of as they are sent. */
export interface SentBody {
  readonly length: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface UpstreamInit {
  readonly method: "GET" | "HEAD" | "POST" | "DELETE";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: SentBody;
  /** A redirect is answered as it is, never followed. */
  readonly redirect: "manual";
  readonly cache: "no-store";
  readonly signal: AbortSignal;
}

/**
 * Sends one request. Resolves as soon as status and headers are there; the body is decoded. Rejects with an
 * `UpstreamFault` where it can say why, else with any error.
 */
export type Upstream = (url: string, init: UpstreamInit) => Promise<Response>;

export type UpstreamFaultCode = "connect_timeout" | "unknown_host" | "address" | "tls" | "encoding";

/** Why a service could not be reached; it carries nothing of the request. */
export class UpstreamFault extends Error {
  readonly code: UpstreamFaultCode;

  constructor(code: UpstreamFaultCode) {
    super(code);
    this.name = "UpstreamFault";
    this.code = code;
  }
}
