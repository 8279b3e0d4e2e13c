/** Lanes are put into rows. */
import { expect, it } from "vitest";
import type { LaneKind, SessionLane } from "../../lib/sessions/session-view";
import { rowLanes } from "./lane-rows";

const lane = (kind: LaneKind, name: string): SessionLane => ({
  kind,
  name,
  holds: "1 request",
  requests: [1],
});

it("gives each conversation a row and side requests one together", () => {
  const lanes = [
    lane("side-request", "side request 1"),
    lane("main", "main"),
    lane("sub-agent", "sub-agent 1"),
    lane("side-request", "side request 2"),
  ];
  const { rows, rowOf } = rowLanes(lanes);
  expect(rows.map(({ name }) => name)).toEqual(["side requests", "main", "sub-agent 1"]);
  expect(rowOf).toEqual([0, 1, 2, 0]);
  expect(rows[0]?.holds).toContain("2 requests");
});

it("names a lone side request as it is named", () => {
  expect(rowLanes([lane("side-request", "side request 1")]).rows[0]?.name).toBe("side request 1");
});
