/** Misses of one cause are one problem. */
import { expect, it } from "vitest";
import { groupMisses } from "./group-misses";

const miss = (
  index: number,
  code: "expired" | "tools_changed",
  tokens: number,
  money: number | null = 1,
) => ({
  index,
  code,
  tokens,
  money,
  about: code === "tools_changed",
});

it("adds up by cause, the costliest first", () => {
  const groups = groupMisses([
    miss(1, "expired", 10),
    miss(2, "tools_changed", 50),
    miss(5, "expired", 20, null),
  ]);
  expect(groups.map(({ misses, ...group }) => [group, misses.map(({ index }) => index)])).toEqual([
    [{ code: "tools_changed", tokens: 50, money: 1, about: true }, [2]],
    [{ code: "expired", tokens: 30, money: null, about: false }, [1, 5]],
  ]);
  expect(groupMisses([])).toEqual([]);
});
