/** A title says when a session was, as far as that is known. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { addTimes } from "./title-times";

const morning = Date.UTC(2026, 10, 21, 9, 14) / 1000;

it.each<[string, (number | null)[], string]>([
  ["one time", [morning], "A session, on 2026-11-21 at 09:14 (UTC)."],
  ["a morning", [morning + 1020, null, morning], "A session, on 2026-11-21 from 09:14 to 09:31 (UTC)."],
  ["days", [morning, morning + 86_400], "A session, from 2026-11-21 09:14 to 2026-11-22 09:14 (UTC)."],
  ["seconds from the start", [0, 41.5], "A session."],
  ["times no date can hold", [1e300, null, -1e300, 8.65e12], "A session."],
])("%s", (_name, times, title) => {
  expect(ENGLISH.say(addTimes("A session", times))).toBe(title);
});
