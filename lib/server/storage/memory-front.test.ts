/** The memory in front of files keeps to its limit and forgets what was unused longest. */
import { expect, it } from "vitest";
import { createMemoryFront } from "./memory-front";

it("forgets what was unused longest when it is full", () => {
  const front = createMemoryFront(10);
  front.set("a", "aaaa");
  front.set("b", "bbbb");
  expect(front.get("a")).toBe("aaaa");
  front.set("c", "cccc");
  expect(["a", "b", "c"].map(front.get)).toEqual(["aaaa", undefined, "cccc"]);
});

it("counts a text that replaces another once, and one that is dropped not at all", () => {
  const front = createMemoryFront(10);
  for (let times = 0; times < 5; times++) front.set("a", "aaaa");
  front.set("b", "bbbbbb");
  expect(["a", "b"].map(front.get)).toEqual(["aaaa", "bbbbbb"]);
  front.delete("a");
  front.delete("never");
  front.set("c", "cccc");
  expect(["b", "c"].map(front.get)).toEqual(["bbbbbb", "cccc"]);
});

it("keeps nothing of a text beyond its limit, not even the one it replaces", () => {
  const front = createMemoryFront(3);
  front.set("a", "aaa");
  front.set("a", "aaaa");
  expect(front.get("a")).toBeUndefined();
});
