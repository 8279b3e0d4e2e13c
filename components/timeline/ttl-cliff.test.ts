/** The cliff stands where the entry ends unless somebody uses it again. */
import { expect, it } from "vitest";
import { endWithoutRenewal } from "./ttl-cliff";

const entry = { createdAt: 0, renewals: [100, 250], expiresAt: 550 };

it.each([
  ["before any renewal", 50, 300],
  ["after the first", 100, 400],
  ["after the last", 300, 550],
])("%s", (_, after, end) => {
  expect(endWithoutRenewal(entry, after)).toBe(end);
});

it("an entry that is not written yet has no end", () => {
  expect(endWithoutRenewal({ ...entry, createdAt: 60 }, 50)).toBeNull();
});
