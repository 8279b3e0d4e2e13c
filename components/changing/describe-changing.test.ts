/** A chip's hover text tells kind, change and what the cache makes of it. */
import { expect, it } from "vitest";
import type { ChangingView } from "../../lib/pipeline/analysis";
import { ENGLISH } from "../../lib/words/plain-words";
import { describeChanging } from "./describe-changing";

const clock: ChangingView = {
  kind: "clock",
  words: "09:30",
  change: "clock",
  start: 0,
  end: 5,
  pointer: "/messages/0/content",
  range: { start: 40, end: 45 },
  segment: "/messages/0",
  prefix: 1812,
  tokens: 5,
  isTold: false,
  mend: null,
};

it.each<[string, Partial<ChangingView>, number | null]>([
  [
    "A date or time that changes by the minute, as assumed for its kind. It is at token 1,812, before the last marker: each new value misses, and the prefix is written again.",
    {},
    2000,
  ],
  [
    "A date or time that changes by the minute, as assumed for its kind. It is behind the last marker, where a change costs nothing.",
    {},
    1812,
  ],
  [
    "A date or time that changes by the minute, as assumed for its kind. No marker takes effect in this request.",
    {},
    null,
  ],
  [
    "A text that never changes, as you chose. It is sent as it is.",
    { kind: "other", change: "never", isTold: true },
    2000,
  ],
  [
    "An id that changes each conversation, as assumed for its kind. It is at token 1,812, before the last marker: the first request of each conversation writes the prefix again.",
    { kind: "id", change: "conversation" },
    2000,
  ],
])("%s", (said, span, marked) => {
  expect(ENGLISH.say(describeChanging({ ...clock, ...span }, marked))).toBe(said);
});
