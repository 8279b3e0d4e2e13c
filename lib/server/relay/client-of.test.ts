/** A client is known by what a trusted proxy wrote, and by nothing that it could write itself. */
import { expect, it } from "vitest";
import { clientOf } from "./client-of";

it.each([
  ["1.1.1.1", 0, "everybody"],
  ["1.1.1.1", 1, "1.1.1.1"],
  ["9.9.9.9, 1.1.1.1", 1, "1.1.1.1"],
  ["9.9.9.9, 1.1.1.1, 10.0.0.1", 2, "1.1.1.1"],
  ["1.1.1.1", 2, "everybody"],
  ["made up", 1, "everybody"],
  ["", 1, "everybody"],
  ["2400:3200:0:1:aaaa::1", 1, "2400:3200:0:1"],
  ["2400:3200:0:1:bbbb:cccc:dddd:eeee", 1, "2400:3200:0:1"],
  ["2400::1", 1, "2400:0:0:0"],
  ["::ffff:1.1.1.1", 1, "1.1.1.1"],
  ["::ffff:101:101", 1, "1.1.1.1"],
  ["16843009", 1, "everybody"],
])("%s behind %i proxies is %s", (forwarded, proxies, client) => {
  expect(clientOf(new Headers({ "x-forwarded-for": forwarded }), proxies)).toBe(client);
});
