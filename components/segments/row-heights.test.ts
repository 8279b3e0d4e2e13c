/** Which tool lies under a pointer follows from the heights alone. */
import { expect, it } from "vitest";
import { heightOf, placeTool, TOOL_HEIGHT, TOOLS_HEAD } from "./row-heights";
import type { SegmentRow } from "./segment-rows";

const tools: SegmentRow = {
  key: "tools",
  pointer: "/tools",
  role: "tools",
  preview: "3 tools",
  tokens: 30,
  start: 0,
  end: 30,
  blocks: 0,
  markers: [],
  canMark: false,
  place: 0,
  isMessage: false,
};

it("finds each tool of an unfolded list, and none above or below it", () => {
  const height = heightOf(tools, 3);
  const at = [-1, 0, 1, 2, 3].map((tool) => placeTool(TOOLS_HEAD + (tool + 0.5) * TOOL_HEIGHT, height));
  expect(at).toEqual([null, 0, 1, 2, null]);
});

it("needs no more room folded than any other row", () => {
  expect(heightOf(tools, null)).toBe(heightOf({ ...tools, role: "user" }, 3));
});
