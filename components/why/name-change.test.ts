/** Clocks and ids are recognised where two requests part, ordinary words are not. */
import { expect, it } from "vitest";
import { ENGLISH } from "../../lib/words/plain-words";
import { nameChange } from "./name-change";

const opening = "<|im_start|>system\n";

it.each([
  [
    "a clock that went on",
    { shared: `${opening}Current time: 2026-01-05T09:0`, before: "1:30Z\nYou", after: "2:15Z\nYou" },
    /time/,
  ],
  [
    "a clock that is new",
    { shared: opening, before: "You are terse.", after: "Current time: 2026-01-05T09:01:30Z\nYou" },
    /time/,
  ],
  [
    "a clock that is gone",
    { shared: opening, before: "Current time: 2026-01-05T09:01:30Z\nYou", after: "You are terse." },
    /time/,
  ],
  ["an id", { shared: "Session id: 7f3a91c0", before: "4e21\nGo", after: "5b72\nGo" }, /id/],
] as const)("%s", (_, first, words) => {
  expect(ENGLISH.say(nameChange(first) ?? "")).toMatch(words);
});

it.each([
  ["edited words", { shared: "You are ", before: "terse.", after: "verbose." }],
  [
    "words behind a clock that stayed",
    { shared: "Current time: 2026-01-05 09:00\nYou are ", before: "terse.", after: "kind." },
  ],
])("%s are ordinary", (_, first) => {
  expect(nameChange(first)).toBeNull();
});
