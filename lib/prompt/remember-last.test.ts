/** The last two answers are kept, and only they. */
import { expect, it, vi } from "vitest";
import { rememberLast } from "./remember-last";

it("asks again only when the text is none of the last two", () => {
  const read = vi.fn((text: string) => ({ length: text.length }));
  const remembered = rememberLast(read);
  const first = remembered("abc");
  expect(remembered("abc")).toBe(first);
  const second = remembered("ab");
  expect(second).toEqual({ length: 2 });
  expect(remembered("abc")).toBe(first);
  expect(read).toHaveBeenCalledTimes(2);
  expect(remembered("a")).toEqual({ length: 1 });
  expect(remembered("abc")).toBe(first);
  expect(remembered("ab")).not.toBe(second);
  expect(read).toHaveBeenCalledTimes(4);
});
