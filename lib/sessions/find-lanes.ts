/** Tells the conversations of one session apart: the main one, sub-agents and side requests. */
import type { Prompt } from "../prompt/prompt";
import type { Message } from "../words/message";
import { createOutliner, type Fit, fitBehind, type Outline } from "./lane-prefix";
import { nameLanes } from "./name-lanes";
import type { LaneKind, LaneStep } from "./session-view";

/** A chat request, as far as lanes need it. Requests are given in order of time. */
export interface LaneRequest {
  /** Seconds. */
  readonly at: number;
  readonly duration: number;
  /** Null where the body is missing: then its usage alone tells where it belongs. */
  readonly prompt: Prompt | null;
  /** What the model answered; a summary opens the history after it. */
  readonly reply?: string;
  readonly billed?: { readonly read: number; readonly written: number } | null;
}

export interface LaneMember {
  /** Index into the requests given. */
  readonly index: number;
  readonly step: LaneStep;
}

export interface FoundLane {
  readonly kind: LaneKind;
  readonly name: Message;
  readonly holds: Message;
  /** In order of time. */
  readonly members: readonly LaneMember[];
}

/** A lane while it is put together. */
export interface OpenLane {
  readonly members: LaneMember[];
  /** Of its latest request that has a body. */
  outline: Outline | null;
}

/** Answers that are remembered for the summary among them. */
const ANSWERS = 8;

const isBetter = (one: Fit, other: Fit): boolean =>
  one.common !== other.common
    ? one.common > other.common
    : one.sameHead !== other.sameHead
      ? one.sameHead
      : one.kept >= other.kept;

const sameHistory = (one: Outline, other: Outline): boolean =>
  one.history.length === other.history.length && one.history.every((each, at) => each === other.history[at]);

/**
 * A request continues the lane whose latest request shares the longest prefix with it; of requests that overlap in
 * time only those with the same history share a lane.
 */
export function findLanes(
  requests: readonly LaneRequest[],
  outlineOf: (prompt: Prompt) => Outline = createOutliner(),
): FoundLane[] {
  const lanes: OpenLane[] = [];
  const answers: string[] = [];
  const latestOf = ({ members }: OpenLane): LaneRequest | undefined => requests[members.at(-1)?.index ?? -1];
  const isBusy = (lane: OpenLane, at: number): boolean => {
    const latest = latestOf(lane);
    return latest !== undefined && at < latest.at + latest.duration;
  };

  function chooseLane(here: Outline, at: number): { lane: OpenLane; fit: Fit } | null {
    let best: { lane: OpenLane; fit: Fit } | null = null;
    for (const lane of lanes) {
      if (!lane.outline || (isBusy(lane, at) && !sameHistory(here, lane.outline))) continue;
      const fit = fitBehind(here, lane.outline, answers);
      if (fit && (!best || isBetter(fit, best.fit))) best = { lane, fit };
    }
    return best;
  }

  /** Reading exactly what a request left tells the lane; else the longest one that waits for nothing. */
  function chooseByUsage({ at, billed }: LaneRequest): OpenLane | null {
    const reach = (lane: OpenLane): number | null => {
      const left = latestOf(lane)?.billed;
      return left ? left.read + left.written : null;
    };
    const free = lanes.filter((lane) => !isBusy(lane, at));
    const exact =
      billed && billed.read > 0 ? free.findLast((lane) => reach(lane) === billed.read) : undefined;
    return exact ?? free.sort((one, other) => other.members.length - one.members.length)[0] ?? null;
  }

  for (const [index, request] of requests.entries()) {
    if (request.prompt) {
      const outline = outlineOf(request.prompt);
      const chosen = chooseLane(outline, request.at);
      if (chosen) {
        chosen.lane.members.push({ index, step: chosen.fit.step });
        chosen.lane.outline = outline;
      } else {
        lanes.push({ members: [{ index, step: "opens" }], outline });
      }
    } else {
      const lane = chooseByUsage(request);
      if (lane) lane.members.push({ index, step: "unknown" });
      else lanes.push({ members: [{ index, step: "opens" }], outline: null });
    }
    if (request.reply) answers.push(request.reply);
    if (answers.length > ANSWERS) answers.shift();
  }
  return nameLanes(lanes, requests);
}
