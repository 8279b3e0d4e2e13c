/** Where markers go is said in words short enough for a table. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { sayMarkers } from "./describe-placement";
import { PLACEMENTS } from "./known-placements";

const of = (id: string) => {
  const known = PLACEMENTS.find((each) => each.id === id);
  if (!known) throw new Error(`There is no placement ${id}.`);
  return known.placement;
};

it.each([
  ["none", "nowhere"],
  ["last", "newest message"],
  ["claude-code", "end of system · newest message"],
  ["hermes", "end of system · newest message · the one before · 2 before"],
  ["roo", "end of system · newest user or tool message · user or tool message before the newest"],
  ["wave-agent", "end of system · 18 content blocks before the end · newest message"],
  ["system-previous-last", "end of system · end of the previous request · newest message"],
])("%s: %s", (id, words) => expect(ENGLISH.say(sayMarkers(of(id)))).toBe(words));

it("a drawn placement is where the document has it", () =>
  expect(ENGLISH.say(sayMarkers({ kind: "as-drawn" }))).toBe("where the document has them"));
