/** A measure's share never says "the same" beside an amount that it saves or costs. */
import { expect, it } from "vitest";
import { ENGLISH } from "../../lib/words/plain-words";
import { saySignedShare } from "./say-saving";

it.each([
  [0, "the same"],
  [-0, "the same"],
  [-0.0003, "−<0.1%"],
  [0.0003, "+<0.1%"],
  [-0.0005, "−0.1%"],
  [-0.264, "−26.4%"],
  [0.5, "+50%"],
])("%s is %s", (share, words) => expect(ENGLISH.say(saySignedShare(share))).toBe(words));
