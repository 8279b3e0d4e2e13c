/** Programs read sentences, and everything else as it is. */
import { expect, it } from "vitest";
import { tell } from "./message";
import { ENGLISH } from "./plain-words";
import { writeJsonFile } from "./write-json";

it("puts what is told into words, however deep, and leaves what only looks like it", () => {
  const told = { notes: [tell("values.tokens", { count: 2 })], own: { key: "abc" }, usage: { key: "a.b c" } };
  expect(JSON.parse(writeJsonFile(told, ENGLISH))).toEqual({
    notes: ["2 tokens"],
    own: { key: "abc" },
    usage: { key: "a.b c" },
  });
});
