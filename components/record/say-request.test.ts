/** A request and a gap in words; its tone is bad only where something was paid for again or refused. */
import { expect, it } from "vitest";
import { ENGLISH } from "../../lib/words/plain-words";
import { judgeTone, roundGap, sayRequest, sayWhy } from "./say-request";

const figures = { prompt: 18_860, read: 18_850, written: 0, uncached: 10, completion: 5 };
const reason = { code: "hit", sentence: "All was read." } as const;

it("says what a request read and wrote, and why", () => {
  expect(ENGLISH.say(sayRequest({ number: 12, billed: null, predicted: figures, reason }))).toBe(
    "Request 12: 18,850 read, 0 written: All was read.",
  );
  expect(ENGLISH.say(sayRequest({ number: 3, billed: null, predicted: null, reason }))).toBe(
    "Request 3: All was read.",
  );
});

it.each([
  [0, "0 s"],
  [1.24, "1.2 s"],
  [59.4, "59 s"],
  [60, "1 min"],
  [362, "6 min 2 s"],
  [7260, "2 h 1 min"],
])("writes a gap of %s seconds as %s", (seconds, words) => {
  expect(ENGLISH.duration(roundGap(seconds))).toBe(words);
});

it.each([
  ["hit", 0, "good"],
  ["first_write", 0, "plain"],
  ["compacted", 0, "plain"],
  ["compacted", 300, "bad"],
  ["expired", 2000, "bad"],
  ["failed", 0, "bad"],
] as const)("%s with %s tokens lost is %s", (code, lost, tone) => {
  expect(judgeTone({ reason: { code, sentence: "So." }, lost })).toBe(tone);
});

it("says what was paid for again before why", () => {
  expect(ENGLISH.say(sayWhy({ lost: 2100, reason }))).toBe("Missed 2,100 tokens. All was read.");
  expect(ENGLISH.say(sayWhy({ lost: 0, reason }))).toBe("All was read.");
});
