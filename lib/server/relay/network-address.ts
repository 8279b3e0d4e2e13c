/** Which IP addresses the relay may connect to: public ones, and loopback where the operator has listed it. */
import { BlockList, isIP } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Source: https://www.rfc-editor.org/rfc/rfc6890 (2013-04), and multicast: https://www.rfc-editor.org/rfc/rfc5771 (2010-03). */
const SPECIAL_V4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

const special = new BlockList();
for (const [net, bits] of SPECIAL_V4) special.addSubnet(net, bits, "ipv4");

/** Of IPv6 only 2000::/3 is public; within it these hold IPv4 addresses or serve examples. */
const publicV6 = new BlockList();
publicV6.addSubnet("2000::", 3, "ipv6");
const specialV6 = new BlockList();
specialV6.addSubnet("2001::", 23, "ipv6");
specialV6.addSubnet("2001:db8::", 32, "ipv6");
specialV6.addSubnet("2002::", 16, "ipv6");

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Whether it is an address of this very machine: 127.0.0.0/8 or ::1. A name is none. */
export function isLoopbackAddress(address: string): boolean {
  const plain = MAPPED.exec(address)?.[1] ?? address;
  const kind = isIP(plain);
  return kind !== 0 && loopback.check(plain, kind === 4 ? "ipv4" : "ipv6");
}

/** Whether it is an address of the public internet. A name is none, nor is anything of a private or special range. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !special.check(address, "ipv4");
  return kind === 6 && publicV6.check(address, "ipv6") && !specialV6.check(address, "ipv6");
}

/** A URL's host name without the brackets of IPv6. */
export const addressOf = (hostname: string): string => hostname.replace(/^\[|\]$/g, "");

/** Whether a URL's host name means this very machine. */
export const isLoopbackHost = (hostname: string): boolean =>
  hostname === "localhost" || hostname.endsWith(".localhost") || isLoopbackAddress(addressOf(hostname));
