/** Settings from the environment: what holds without any, and one sentence for each that is wrong. */
import { expect, it } from "vitest";
import { DEFAULT_SHORT_LINKS, readShortLinkSettings } from "./settings";

it("holds to the standard where nothing is set", () => {
  expect(readShortLinkSettings({})).toEqual(DEFAULT_SHORT_LINKS);
  expect(readShortLinkSettings({ PLAYGROUND_SHORT_LINK_DAYS: " " })).toEqual(DEFAULT_SHORT_LINKS);
});

it("reads every setting", () => {
  expect(
    readShortLinkSettings({
      PLAYGROUND_SHORT_LINK_BYTES: "2000",
      PLAYGROUND_SHORT_LINK_TOTAL_BYTES: "30000",
      PLAYGROUND_SHORT_LINK_DAYS: "7",
      PLAYGROUND_SHORT_LINK_STANDARD_DAYS: "3",
      PLAYGROUND_SHORT_LINKS_PER_MINUTE: "5",
      PLAYGROUND_SHORT_LINKS_PER_DAY: "50",
      PLAYGROUND_TRUST_PROXY: "1",
    }),
  ).toEqual({
    bytes: 2000,
    totalBytes: 30_000,
    days: 7,
    standardDays: 3,
    perMinute: 5,
    perDay: 50,
    trustedProxies: 1,
  });
});

it.each([
  ["PLAYGROUND_SHORT_LINK_BYTES", "1 MB"],
  ["PLAYGROUND_SHORT_LINK_BYTES", "10000001"],
  ["PLAYGROUND_SHORT_LINK_TOTAL_BYTES", "-1"],
  ["PLAYGROUND_SHORT_LINK_DAYS", "0"],
  ["PLAYGROUND_SHORT_LINKS_PER_MINUTE", "1.5"],
  ["PLAYGROUND_SHORT_LINK_STANDARD_DAYS", "4000"],
  ["PLAYGROUND_SHORT_LINKS_PER_DAY", "0"],
  ["PLAYGROUND_TRUST_PROXY", "yes"],
])("names a wrong %s", (name, value) => {
  expect(() => readShortLinkSettings({ [name]: value })).toThrow(name);
});

it("is not stopped by another part's setting", () => {
  expect(readShortLinkSettings({ PLAYGROUND_RELAY_HOSTS: "nonsense" })).toEqual(DEFAULT_SHORT_LINKS);
});
