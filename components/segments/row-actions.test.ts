/** Keys of a row: none that the browser or the marker's own keys need. */
import { expect, it } from "vitest";
import { actionOfKey, roleAfter } from "./row-actions";

const none = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false };

it.each([
  [{ key: "ArrowUp", altKey: true, shiftKey: true }, "up"],
  [{ key: "ArrowDown", altKey: true, shiftKey: true }, "down"],
  [{ key: "ArrowUp", altKey: true }, null],
  [{ key: "ArrowDown", shiftKey: true }, null],
  [{ key: "a" }, "add"],
  [{ key: "a", ctrlKey: true }, null],
  [{ key: "D" }, "duplicate"],
  [{ key: "d", metaKey: true }, null],
  [{ key: "Delete" }, "remove"],
  [{ key: "Backspace" }, null],
  [{ key: "m" }, null],
])("%o asks for %s", (press, action) => {
  expect(actionOfKey({ ...none, ...press })).toBe(action);
});

it("lets the two sides take turns", () => {
  expect(["system", "user", "assistant", "tool"].map(roleAfter)).toEqual([
    "user",
    "assistant",
    "user",
    "assistant",
  ]);
});
