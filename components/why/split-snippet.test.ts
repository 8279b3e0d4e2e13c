/** A snippet's common end is set apart, and its white space can be seen. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { showWhitespace } from "./show-whitespace";
import { splitSnippet } from "./split-snippet";

it("sets apart what both end on", () => {
  expect(splitSnippet("1:30Z\nYou are", "2:15Z\nYou are")).toEqual({
    before: "1:30",
    after: "2:15",
    rest: "Z\nYou are",
  });
});

it("a few characters in common are chance", () => {
  expect(splitSnippet("an old end", "a new end")).toMatchObject({ rest: "" });
});

it("loses nothing", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 40 });
  fc.assert(
    fc.property(text, text, text, (one, two, end) => {
      const { before, after, rest } = splitSnippet(one + end, two + end);
      expect(before + rest).toBe(one + end);
      expect(after + rest).toBe(two + end);
      expect(rest.isWellFormed()).toBe(true);
    }),
  );
});

it("shows newlines, tabs and spaces at the edges", () => {
  expect(showWhitespace(" a b  \n\tc")).toBe("·a b··↵\n→\tc");
});
