/** A reason's pointer leads to the segment it belongs to. */
import { expect, it } from "vitest";
import type { SegmentView } from "../../lib/pipeline/analysis";
import { findSegment } from "./find-segment";

const segment = (pointer: string, members: string[] = []): SegmentView => ({
  pointer,
  members,
  role: "user",
  tokens: 1,
  prefix: 1,
  band: { low: 1, high: 1 },
  blocks: 1,
  preview: "",
});
const request = {
  segments: [segment("/messages/0", ["/messages/0", "/messages/2"]), segment("/messages/1")],
};

it.each([
  ["/messages/1", "/messages/1"],
  ["/messages/1/content/0/cache_control", "/messages/1"],
  ["/messages/2/content", "/messages/0"],
  ["/tools", "/messages/0"],
  ["/messages/11", null],
  ["", null],
] as const)("%s belongs to %s", (pointer, found) => {
  expect(findSegment(request, pointer)).toBe(found);
});
