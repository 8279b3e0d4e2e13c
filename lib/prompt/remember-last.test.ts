/** The last answer is kept, and only the last. */
import { expect, it, vi } from "vitest";
import { rememberLast } from "./remember-last";

it("asks again only when the text is another one", () => {
  const read = vi.fn((text: string) => ({ length: text.length }));
  const remembered = rememberLast(read);
  const first = remembered("abc");
  expect(remembered("abc")).toBe(first);
  expect(remembered("ab")).toEqual({ length: 2 });
  expect(remembered("abc")).toEqual({ length: 3 });
  expect(read).toHaveBeenCalledTimes(3);
});
