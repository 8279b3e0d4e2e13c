/** Each way a bill can differ has its likely reason, and an equal bill none. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { DecodedUsage } from "../answers/decode-usage";
import { ENGLISH } from "../words/plain-words";
import { explainDifference } from "./explain-difference";
import type { RequestPrediction } from "./predict-run";

const predicted = (read: number, written: number, uncached: number, exact = true): RequestPrediction => ({
  prompt: read + written + uncached,
  read,
  written,
  uncached,
  completion: 10,
  cost: 0,
  most: 0,
  currency: "USD",
  model: "qwen3.7-max",
  readAs: "read",
  life: read + written > 0 ? 300 : 0,
  thinking: false,
  exact,
  promptAtMost: 0,
  rates: { input: 1, output: 1, outputThinking: 1 },
  media: 0,
  reason: "",
});
const billed = (
  read: number,
  written: number,
  uncached: number,
  kind: DecodedUsage["kind"] = "explicit",
): DecodedUsage => ({
  dialect: "openai",
  prompt: read + written + uncached,
  read,
  written,
  uncached,
  completion: 99,
  kind,
  identity: "",
  zeros: null,
});

it.each([
  [
    predicted(0, 2000, 10, false),
    billed(0, 2100, 11),
    /100 more|101 more.*estimate, which calibration corrects/,
  ],
  [predicted(0, 2000, 10), billed(0, 2100, 11), /differently from the template/],
  [predicted(2000, 50, 10), billed(0, 2050, 10), /entry was not found/],
  [predicted(2000, 50, 10), billed(1500, 550, 10), /only a shorter entry/],
  [predicted(0, 2000, 10), billed(2000, 0, 10), /from an earlier request/],
  [predicted(0, 2000, 10), billed(0, 0, 2010), /markers had no effect/],
  [predicted(0, 0, 2010), billed(1920, 0, 90, "implicit"), /implicit cache read/],
  [predicted(0, 2000, 10), billed(0, 1900, 110), /breakpoints are not where/],
  [predicted(2000, 50, 10, false), billed(0, 2160, 11), /entry was not found.*calibration/],
])("explains %#", (expectation, bill, words) => {
  expect(ENGLISH.say(explainDifference(expectation, bill) ?? "")).toMatch(words);
});

it("has nothing to say of an equal bill, whatever the completion", () => {
  const tokens = fc.nat({ max: 100_000 });
  fc.assert(
    fc.property(tokens, tokens, tokens, (read, written, uncached) => {
      expect(
        explainDifference(predicted(read, written, uncached), billed(read, written, uncached)),
      ).toBeNull();
    }),
  );
});
