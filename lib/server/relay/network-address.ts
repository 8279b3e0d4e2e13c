/** Which IP addresses the relay may connect to: public ones, and loopback where the operator has listed it. */
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Of IPv6 only this is public; ranges that are not given out yet may become anything. */
const PUBLIC_V6 = ipaddr.parseCIDR("2000::/3");

/** Whether it is an address of this very machine: 127.0.0.0/8 or ::1. A name is none. */
export const isLoopbackAddress = (text: string): boolean =>
  isIP(text) !== 0 && ipaddr.process(text).range() === "loopback";

/** Whether it is an address of the public internet. A name is none, nor is anything of a private or special range. */
export function isPublicAddress(text: string): boolean {
  // Not `10.1` or `0x7f.1` either, which some take for addresses.
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  return address.kind() === "ipv4" || address.match(PUBLIC_V6);
}

/** A URL's host name without the brackets of IPv6. */
export const addressOf = (hostname: string): string => hostname.replace(/^\[|\]$/g, "");

/** Whether a URL's host name means this very machine. */
export const isLoopbackHost = (hostname: string): boolean =>
  hostname === "localhost" || hostname.endsWith(".localhost") || isLoopbackAddress(addressOf(hostname));
