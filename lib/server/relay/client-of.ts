/** Who asks, as far as the server can know: the address that the operator's own proxy has written, or that is connected. */
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { peerAddress } from "../peer";

/** Where neither is known: without a trusted proxy anyone may write these headers. */
const EVERYBODY = "everybody";

/**
 * The name under which a client's requests are counted. Each proxy appends the address it was asked from, so with
 * `trustedProxies` of them the client's is that many from the end; what stands before may be made up.
 */
export function clientOf(headers: Headers, trustedProxies: number): string {
  const addresses = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const text = trustedProxies === 0 ? peerAddress() : (addresses.at(-trustedProxies) ?? "");
  if (isIP(text) === 0) return EVERYBODY;
  // An IPv4 address in the clothes of IPv6 is itself again.
  const address = ipaddr.process(text);
  // One customer has all that follows the first four groups.
  return "parts" in address
    ? address.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(":")
    : address.toString();
}
