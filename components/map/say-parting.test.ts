/** The flag of a miss always says the old value and the new one, and keeps to its room. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { ENGLISH } from "../../lib/words/plain-words";
import { sayParting } from "./say-parting";

const clock = { other: 5, before: "2026-11-24T09:30:12Z", after: "2026-11-24T09:31:40Z" };

it.each([
  [80, "differs from request 6 here: “2026-11-24T09:30:12Z” → “2026-11-24T09:31:40Z”"],
  [65, "differs from 6: “2026-11-24T09:30:12Z” → “2026-11-24T09:31:40Z”"],
  [50, "“2026-11-24T09:30:12Z” → “2026-11-24T09:31:40Z”"],
  [31, "“2026-1…0:12Z” → “2026-1…1:40Z”"],
  [0, "“20…2Z” → “20…0Z”"],
])("in %s characters", (room, said) => {
  const words = sayParting(ENGLISH, clock, room);
  expect(words).toBe(said);
});

it("gives the longer value what the shorter one leaves", () => {
  expect(sayParting(ENGLISH, { other: 0, before: "", after: clock.after }, 31)).toBe(
    "nothing → “2026-11-24T09:31:40Z”",
  );
  expect(sayParting(ENGLISH, { other: 0, before: "7", after: "x".repeat(40) }, 27)).toBe(
    "“7” → “xxxxxxxxx…xxxxxxxxx”",
  );
});

it("shows what differs, though it is in the middle", () => {
  const said = sayParting(
    ENGLISH,
    { other: 0, before: "run-0007-of-the-day", after: "run-0008-of-the-day" },
    27,
  );
  expect(said).toBe("“…7-of-the…” → “…8-of-the…”");
});

it("keeps to its room where there is enough for both", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 29 }),
      fc.string({ maxLength: 29 }),
      fc.integer({ min: 20, max: 90 }),
      (before, after, room) => {
        const said = sayParting(ENGLISH, { other: 3, before, after }, room);
        expect(said.length).toBeLessThanOrEqual(room);
        expect(said).toContain(" → ");
      },
    ),
  );
});
