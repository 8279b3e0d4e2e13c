/** A reason's tone is bad only where something was paid for again or refused. */
import { expect, it } from "vitest";
import type { SessionReasonCode } from "../../lib/sessions/session-view";
import { judgeTone } from "./reason-words";

it.each([
  ["hit", 0, "good"],
  ["first_write", 0, "plain"],
  ["compacted", 0, "plain"],
  ["compacted", 300, "bad"],
  ["expired", 2000, "bad"],
  ["failed", 0, "bad"],
] as const)("%s with %s tokens lost is %s", (code: SessionReasonCode, lost, tone) => {
  expect(judgeTone({ reason: { code, sentence: "So." }, lost })).toBe(tone);
});
