/** Who asks, as far as the server can know: the address that the operator's own proxy has written, or nobody in particular. */
import { isIP } from "node:net";

/** A route does not see the connection's address, and without a trusted proxy anyone may write these headers. */
const EVERYBODY = "everybody";

/** The first four groups of an IPv6 address: one customer has all that follows them. */
function networkOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  if (tail === undefined) return groups.slice(0, 4).join(":");
  const after = tail.split(":").filter((group) => group !== "");
  const zeros = Array<string>(Math.max(0, 8 - groups.length - after.length)).fill("0");
  return [...groups, ...zeros, ...after].slice(0, 4).join(":");
}

/**
 * The name under which a client's requests are counted. Each proxy appends the address it was asked from, so with
 * `trustedProxies` of them the client's is that many from the end; what stands before may be made up.
 */
export function clientOf(headers: Headers, trustedProxies: number): string {
  if (trustedProxies === 0) return EVERYBODY;
  const addresses = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const address = addresses.at(-trustedProxies) ?? "";
  const kind = isIP(address);
  if (kind === 0) return EVERYBODY;
  return kind === 4 || address.includes(".") ? address : networkOf(address.toLowerCase());
}
