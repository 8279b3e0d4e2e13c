/** What the relay answers itself: one sentence each, marked so that it is not taken for the service's answer. */
import { errorResponse } from "../error-response";
import { UpstreamFault, type UpstreamFaultCode } from "./upstream";

/** Tells an answer of the relay's own from one of the service. */
export const BY_RELAY = { "x-relay-source": "relay" };

export const refuseRelay = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response => errorResponse(status, { code, message }, { ...headers, ...BY_RELAY });

const FAULTS: Readonly<Record<UpstreamFaultCode, readonly [number, string, string]>> = {
  connect_timeout: [
    504,
    "relay_connect_timeout",
    "No connection to the service came about in time: try again.",
  ],
  unknown_host: [
    502,
    "relay_unknown_host",
    "The service's host was not found: check the endpoint and the network.",
  ],
  address: [
    502,
    "relay_address_refused",
    "The service's host leads into a private network, which is not relayed to.",
  ],
  tls: [502, "relay_tls", "The service's certificate is not valid, so nothing was sent."],
  encoding: [502, "relay_encoding", "The service's answer is compressed in a way that cannot be read."],
};

/** Why a service gave no answer. What the error says itself is left out: it may quote what was sent. */
export function describeFault(error: unknown): Response {
  if (error instanceof UpstreamFault) return refuseRelay(...FAULTS[error.code]);
  return refuseRelay(502, "relay_unreachable", "The service could not be reached, or broke off: try again.");
}

/** The service was silent for too long. */
export const refuseSilence = (): Response =>
  refuseRelay(504, "relay_first_byte_timeout", "The service did not begin to answer in time: try again.");

/** A redirect might lead a key to another host. */
export const refuseRedirect = (): Response =>
  refuseRelay(502, "relay_redirect", "The service answered with a redirect, which is not followed.");
