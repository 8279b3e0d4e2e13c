/** The rows of the drawing: one a conversation; side requests, mostly of one request each, share one. */
import type { SessionLane } from "../../lib/sessions/session-view";
import { type Message, tell } from "../../lib/words/message";

interface LaneRow {
  readonly name: Message;
  readonly holds: Message;
}

export interface LaneRows {
  readonly rows: readonly LaneRow[];
  /** Row of each lane. */
  readonly rowOf: readonly number[];
}

export function rowLanes(lanes: readonly SessionLane[]): LaneRows {
  const rows: LaneRow[] = [];
  const side = lanes.filter(({ kind }) => kind === "side-request");
  let sideRow = -1;
  const rowOf = lanes.map(({ kind, name, holds }) => {
    if (kind !== "side-request" || side.length === 1) return rows.push({ name, holds }) - 1;
    if (sideRow < 0) {
      const requests = side.reduce((sum, lane) => sum + lane.requests.length, 0);
      sideRow =
        rows.push({
          name: tell("recordFigures.sideRequests"),
          holds: tell("recordFigures.sideHolds", { count: requests }),
        }) - 1;
    }
    return sideRow;
  });
  return { rows, rowOf };
}
