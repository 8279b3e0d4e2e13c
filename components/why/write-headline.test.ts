/** The headline says in plain words what was read, and where the request parts from the one before. */
import { describe, expect, it } from "vitest";
import type { LedgerRow, ReasonCode } from "../../lib/bill/ledger";
import type { TurnComparison } from "../../lib/pipeline/compare-turns";
import { ENGLISH } from "../../lib/words/plain-words";
import { writeHeadline } from "./write-headline";

/** The headline in English. */
const write = (...given: Parameters<typeof writeHeadline>) => {
  const { text, tone } = writeHeadline(...given);
  return { text: ENGLISH.say(text), tone };
};

const row = (read: number, written: number, codes: readonly ReasonCode[], tokens?: number): LedgerRow => ({
  prompt: read + written + 10,
  read,
  written,
  uncached: 10,
  completion: 5,
  cost: 1,
  costWithoutCache: 1,
  lines: [],
  currency: "USD",
  system: "model-studio-explicit",
  life: 300,
  reasons: codes.map((code) => ({
    code,
    message: code,
    ...(tokens === undefined || code === "hit" ? {} : { tokens }),
  })),
});

const parted = (pointer: string, role: string): TurnComparison => ({
  turn: 2,
  other: 1,
  strip: [
    { pointer: "/messages/0", role: "system", state: pointer === "/messages/0" ? "changed" : "same" },
    { pointer: "/messages/1", role: "user", state: pointer === "/messages/1" ? "changed" : "behind" },
  ],
  first: { pointer, role, offset: 40, line: 2, column: 16, shared: "a", before: "b", after: "c" },
  missing: 0,
});
const system = parted("/messages/0", "system");
const message = parted("/messages/1", "user");

it("a hit is all of what was cached", () => {
  expect(write(1, row(8739, 151, ["hit"]), null)).toEqual({
    text: "Request 2: all of 8,739 cached tokens read",
    tone: "good",
  });
});

it("the first request has nothing to read yet", () => {
  expect(write(0, row(0, 8739, ["first_write"]), null)).toEqual({
    text: "Request 1 wrote 8,739 tokens: there was nothing to read yet",
    tone: "plain",
  });
});

it("what was read in part is no full hit", () => {
  const { text, tone } = write(2, row(1200, 800, ["hit", "expired"], 700), null);
  expect(text).toBe("Request 3 read 1,200 tokens and missed more: the entry had expired");
  expect(tone).toBe("bad");
});

describe("names the place of a change down to line and column", () => {
  it.each([
    ["system_changed", system, "the system text differs from request 2 at line 2, column 16"],
    ["tools_changed", system, "the tools differ from request 2 at line 2, column 16"],
    ["messages_changed", message, "message 2 (user) differs from request 2 at line 2, column 16"],
  ] as const)("%s", (code, compared, why) => {
    expect(write(2, row(0, 900, [code]), compared).text).toBe(`Request 3 read nothing: ${why}`);
  });

  it("but not where the comparison shows another change than the reason", () => {
    const { text } = write(2, row(0, 900, ["system_changed"]), message);
    expect(text).toBe("Request 3 read nothing: the system text differs from before");
  });
});

it.each([
  ["expired", /expired/],
  ["not_yet_written", /still being written/],
  ["beyond_lookback", /look-up/],
  ["model_changed", /another model/],
  ["no_marker", /no marker/],
  ["below_minimum", /too short/],
  ["marker_dropped", /dropped/],
] as const)("%s has words of its own", (code, words) => {
  const { text, tone } = write(1, row(0, 0, [code]), null);
  expect(text).toMatch(words);
  expect(tone).toBe("bad");
});
