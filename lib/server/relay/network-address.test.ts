/** Private and special addresses are never public, in whatever notation. */
import { expect, it } from "vitest";
import { isLoopbackAddress, isLoopbackHost, isPublicAddress } from "./network-address";

it.each(["8.8.8.8", "47.88.1.1", "172.32.0.1", "100.128.0.1", "2400:3200::1", "2606:4700::1111"])(
  "%s is public",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

it.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.31.255.255",
  "192.168.0.1",
  "169.254.169.254",
  "100.100.100.200",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:10.0.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::a00:1",
  "fc00::1",
  "fe80::1",
  "ff02::1",
  "2002:a00:1::1",
  "2001:db8::1",
  "192.31.196.1",
  "3fff::1",
  "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
  "4000::1",
  "fe80::1%eth0",
  "localhost",
  "8.8",
  "0x08080808",
  "134744072",
  "",
])("%s is not", (address) => expect(isPublicAddress(address)).toBe(false));

it.each(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1"])(
  "%s is this machine",
  (address) => expect(isLoopbackAddress(address)).toBe(true),
);

it.each([
  ["localhost", true],
  ["a.localhost", true],
  ["[::1]", true],
  ["127.0.0.1", true],
  ["localhost.example", false],
  ["127.0.0.1.example", false],
  ["10.0.0.1", false],
])("host %s: %s", (host, expected) => expect(isLoopbackHost(host)).toBe(expected));
