/** A difference in cost is said with its sign and in words. */
import { expect, it } from "vitest";
import { ENGLISH } from "../../lib/words/plain-words";
import { describeChange } from "./describe-change";

it.each([
  { change: -0.25, base: 1, tone: "less", percent: "−25%", words: "saves $0.2500", signed: "−$0.2500" },
  {
    change: 0.086,
    base: 1,
    tone: "more",
    percent: "+8.6%",
    words: "costs $0.08600 more",
    signed: "+$0.08600",
  },
  { change: 1e-15, base: 1, tone: "same", percent: "", words: "no difference", signed: "no difference" },
  { change: 0.5, base: 0, tone: "more", percent: "", words: "costs $0.5000 more", signed: "+$0.5000" },
  { change: 0.5, base: null, tone: "more", percent: "", words: "costs $0.5000 more", signed: "+$0.5000" },
  { change: null, base: 1, tone: "unknown", percent: "", words: "unknown", signed: "unknown" },
])("$change of $base: $percent, $words", ({ change, base, ...said }) => {
  const { words, signed, ...figures } = describeChange(change, base, "USD");
  expect({ ...figures, words: ENGLISH.say(words), signed: ENGLISH.say(signed) }).toEqual(said);
});
