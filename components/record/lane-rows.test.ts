/** Lanes are put into rows. */
import { expect, it } from "vitest";
import type { LaneKind, SessionLane } from "../../lib/sessions/session-view";
import { inEnglish } from "../../lib/words/fixtures/in-english";
import { tell } from "../../lib/words/message";
import { rowLanes } from "./lane-rows";

const NAMES = {
  main: "sessions.mainNumber",
  "sub-agent": "sessions.subAgent",
  "side-request": "sessions.sideRequest",
} as const;

const lane = (kind: LaneKind, number: number): SessionLane => ({
  kind,
  name: tell(NAMES[kind], { number }),
  holds: tell("values.requests", { count: 1 }),
  requests: [1],
});

it("gives each conversation a row and side requests one together", () => {
  const lanes = [lane("side-request", 1), lane("main", 1), lane("sub-agent", 1), lane("side-request", 2)];
  const { rows, rowOf } = inEnglish(rowLanes(lanes));
  expect(rows.map(({ name }) => name)).toEqual(["side requests", "main 1", "sub-agent 1"]);
  expect(rowOf).toEqual([0, 1, 2, 0]);
  expect(rows[0]?.holds).toContain("2 requests");
});

it("names a lone side request as it is named", () => {
  expect(inEnglish(rowLanes([lane("side-request", 1)])).rows[0]?.name).toBe("side request 1");
});
