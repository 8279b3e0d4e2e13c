/** What the relay answers itself: one sentence each, marked so that it is not taken for the service's answer. */
import type { Endpoint } from "../../offers/endpoint";
import { type Message, type Said, tell } from "../../words/message";
import { type Asked, errorResponse } from "../error-response";
import { UpstreamFault, type UpstreamFaultCode } from "./upstream";

/**
 * Tells an answer of the relay's own from one of the service, and that nothing of the request was sent on, so that nothing of it
 * can be billed.
 */
export const BY_RELAY = { "x-relay-source": "relay", "x-relay-sent": "no" };
/** It was sent, or may have been. */
const MAYBE_SENT = { "x-relay-sent": "maybe" };

export const refuseRelay = (
  request: Asked,
  status: number,
  code: string,
  message: Said,
  headers: Readonly<Record<string, string>> = {},
): Response => errorResponse(request, status, { code, message }, { ...BY_RELAY, ...headers });

/** An endpoint that is for coding tools alone says so in its terms. */
export const tellTerms = ({ terms }: Pick<Endpoint, "terms">): Message =>
  tell("server.planTerms", { terms: terms ?? "" });

const FAULTS: Readonly<Record<UpstreamFaultCode, readonly [number, string, Message]>> = {
  connect_timeout: [504, "relay_connect_timeout", tell("server.relayConnectTimeout")],
  unknown_host: [502, "relay_unknown_host", tell("server.relayUnknownHost")],
  address: [502, "relay_address_refused", tell("server.relayAddress")],
  tls: [502, "relay_tls", tell("server.relayTls")],
  encoding: [502, "relay_encoding", tell("server.relayEncoding")],
};

/** Faults that come before anything is sent; a fault of TLS, or of an answer, may come after. */
const BEFORE_SENDING: ReadonlySet<UpstreamFaultCode> = new Set([
  "connect_timeout",
  "unknown_host",
  "address",
]);

/** Why a service gave no answer. What the error says itself is left out: it may quote what was sent. */
export function describeFault(request: Asked, error: unknown): Response {
  if (!(error instanceof UpstreamFault))
    return refuseRelay(request, 502, "relay_unreachable", tell("server.relayUnreachable"), MAYBE_SENT);
  return refuseRelay(request, ...FAULTS[error.code], BEFORE_SENDING.has(error.code) ? {} : MAYBE_SENT);
}

/** The service was silent for too long. */
export const refuseSilence = (request: Asked): Response =>
  refuseRelay(request, 504, "relay_first_byte_timeout", tell("server.relaySilence"), MAYBE_SENT);

/** A redirect might lead a key to another host. */
export const refuseRedirect = (request: Asked): Response =>
  refuseRelay(request, 502, "relay_redirect", tell("server.relayRedirect"), MAYBE_SENT);
