/** The known placements are told apart, and each says where it is known from. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { PLACEMENTS } from "./known-placements";
import { nameOf } from "./placement";

it("have an id and a name of their own, a source and a date", () => {
  const ids = PLACEMENTS.map(({ id }) => id);
  const names = PLACEMENTS.map(({ placement }) => ENGLISH.say(nameOf(placement)));
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(names).size).toBe(names.length);
  for (const { source, asOf, note } of PLACEMENTS) {
    expect(source).toMatch(/^https:\/\//);
    expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(ENGLISH.say(note ?? "A sentence.")).toMatch(/^[A-Z].*\.$/);
  }
});

it("are named in English as they are kept and shared", () => {
  for (const { placement } of PLACEMENTS) {
    const name = placement.kind === "anchors" ? placement.name : "No markers";
    expect(ENGLISH.say(nameOf(placement))).toBe(name);
  }
});

it("ask for at most four markers each", () => {
  for (const { placement } of PLACEMENTS) {
    expect(placement.kind === "anchors" ? placement.anchors.length : 0).toBeLessThanOrEqual(4);
  }
});
