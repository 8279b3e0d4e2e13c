/** Names lanes by what they hold: how many requests, which tools, for how long. */
import { type Message, tell } from "../words/message";
import type { FoundLane, LaneRequest, OpenLane } from "./find-lanes";
import { isSameAgent } from "./lane-prefix";
import type { LaneKind } from "./session-view";

/** From the first start to the last end, in seconds. */
interface Span {
  readonly start: number;
  readonly end: number;
}

function spanOf({ members }: OpenLane, requests: readonly LaneRequest[]): Span {
  const first = requests[members[0]?.index ?? -1];
  const last = requests[members.at(-1)?.index ?? -1];
  return { start: first?.at ?? 0, end: (last?.at ?? 0) + (last?.duration ?? 0) };
}

/**
 * What asks for no title, then what has tools: of such lanes the first one starts the others. Of those without tools the
 * one with more requests, then with the longer history, then the earlier one.
 */
function findMain(lanes: readonly OpenLane[]): OpenLane | null {
  const weigh = ({ members, outline }: OpenLane): readonly number[] => {
    const hasTools = (outline?.toolNames.length ?? 0) > 0;
    const about = outline?.asksTitle ? 0 : 1;
    return hasTools ? [about, 1] : [about, 0, members.length, outline?.history.length ?? 0];
  };
  let main: OpenLane | null = null;
  for (const lane of lanes) {
    if (!main) {
      main = lane;
      continue;
    }
    const [mine, best] = [weigh(lane), weigh(main)];
    const at = mine.findIndex((weight, index) => weight !== (best[index] ?? weight));
    if (at >= 0 && (mine[at] ?? 0) > (best[at] ?? 0)) main = lane;
  }
  return main;
}

/** The main lane, and the same agent begun anew before or after: nothing of it ran beside another. */
function findMains(lanes: readonly OpenLane[], requests: readonly LaneRequest[]): ReadonlySet<OpenLane> {
  const main = findMain(lanes);
  const mains = new Set(main ? [main] : []);
  for (const lane of lanes) {
    if (!main?.outline || !lane.outline || lane.outline.toolNames.length === 0) continue;
    if (!isSameAgent(lane.outline, main.outline)) continue;
    const own = spanOf(lane, requests);
    const isApart = [...mains].every((each) => {
      const other = spanOf(each, requests);
      return own.end <= other.start || own.start >= other.end;
    });
    if (isApart) mains.add(lane);
  }
  return mains;
}

/** Requests without tools that nothing follows: titles, summaries, topics. */
const FEW = 2;

function kindOf(lane: OpenLane, mains: ReadonlySet<OpenLane>): LaneKind {
  if (mains.has(lane)) return "main";
  const { outline, members } = lane;
  if (outline?.asksTitle) return "side-request";
  const hasTools = (outline?.toolNames.length ?? 0) > 0;
  return hasTools || members.length > FEW ? "sub-agent" : "side-request";
}

/** In one unit: a lane's length need not be known to the second. */
function sayLength(seconds: number): Message {
  if (seconds < 90) return tell("values.seconds", { seconds: Math.round(seconds) });
  return seconds < 5400
    ? tell("values.minutes", { minutes: Math.round(seconds / 60) })
    : tell("values.hours", { hours: Math.round(seconds / 360) / 10 });
}

function sayHolds(lane: OpenLane, requests: readonly LaneRequest[]): Message {
  const { start, end } = spanOf(lane, requests);
  const tools = lane.outline?.toolNames.length ?? 0;
  const told = { requests: lane.members.length, length: sayLength(end - start) };
  if (tools > 0) return tell("sessions.holdsTools", { ...told, tools });
  return lane.outline ? tell("sessions.holdsNoTools", told) : tell("sessions.holds", told);
}

const NAMES = {
  main: "sessions.mainNumber",
  "sub-agent": "sessions.subAgent",
  "side-request": "sessions.sideRequest",
} as const;

/** In the order the lanes begin. The main lane has no number unless there are several. */
export function nameLanes(lanes: readonly OpenLane[], requests: readonly LaneRequest[]): FoundLane[] {
  const mains = findMains(lanes, requests);
  const numbers = { main: 0, "sub-agent": 0, "side-request": 0 };
  return lanes.map((lane) => {
    const kind = kindOf(lane, mains);
    const number = ++numbers[kind];
    const name = kind === "main" && number === 1 ? tell("sessions.main") : tell(NAMES[kind], { number });
    return { kind, name, holds: sayHolds(lane, requests), members: lane.members };
  });
}
