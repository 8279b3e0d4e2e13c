/** What the requests of a session would cost with the cheapest markers: each lane searched, then all played together. */

import { toldOf } from "../offers/readings";
import { type Anchor, describeAnchor } from "../placement/anchor";
import { mapAnchors, type Placed, type PlacedRequest } from "../placement/map-anchors";
import { nameOf, type Placement } from "../placement/placement";
import { createReplay } from "../placement/replay";
import { searchPlacements } from "../placement/search-placements";
import type { RunSettings } from "../run/predict-run";
import { simulate } from "../timeline/simulate";
import type { Progress } from "../values/progress";
import { type Message, tell } from "../words/message";
import { lanesOf } from "./explain-session";
import { prepareSession, type SessionStep } from "./prepare-session";
import type { RecordedSession } from "./recorded-exchange";
import type { SessionMemory } from "./session-memory";
import type { CheapestView } from "./session-view";

/** Placements tried over all lanes together, and for each at least. */
const BUDGET = 3_000;
const LEAST = 60;

/** Requests that are searched together, in order of time. */
interface Group {
  readonly lanes: readonly number[];
  readonly indices: readonly number[];
}

/** Conversations of one request each may still share a start, so those of one head are searched together. */
function groupLanes(steps: readonly SessionStep[], memory: SessionMemory): Group[] {
  const single = new Map<string, { lanes: number[]; indices: number[] }>();
  const groups: Group[] = [];
  lanesOf(steps, memory).forEach(({ members }, lane) => {
    const indices = members.map(({ index }) => index).filter((index) => steps[index]?.prediction);
    const opening = steps[indices[0] ?? -1]?.prediction?.ready.layout.opening;
    if (!opening) return;
    if (indices.length > 1) {
      groups.push({ lanes: [lane], indices });
      return;
    }
    const key = `${opening.tools} ${opening.head}`;
    const group = single.get(key) ?? { lanes: [], indices: [] };
    single.set(key, { lanes: [...group.lanes, lane], indices: [...group.indices, ...indices] });
  });
  return [...groups, ...single.values()];
}

function placedOf(steps: readonly SessionStep[], { indices }: Pick<Group, "indices">): PlacedRequest[] {
  return indices.flatMap((index) => {
    const prediction = steps[index]?.prediction;
    return prediction ? [{ ...prediction.timed, prompt: prediction.ready.prompt }] : [];
  });
}

/** Elsewhere than in its own group an anchor does nothing. */
const NOWHERE: Placed = { cut: -1, array: null };

const anchorsOf = (placement: Placement): readonly Anchor[] =>
  placement.kind === "anchors" ? placement.anchors : [];

function say(asSent: number | null, cheapest: number | null, requests: number): Message {
  if (asSent === null || cheapest === null) return tell("sessions.cannotCompare");
  const share = asSent > 0 ? (1 - cheapest / asSent) * 100 : 0;
  return share < 0.05
    ? tell("sessions.noneCheaper", { requests })
    : tell("sessions.cheaperBy", { requests, share: share.toFixed(1) });
}

/**
 * Searches in steps, so that the caller may show progress and stop. Requests without a body are left out of all
 * figures, and so is what the implicit cache might read.
 */
export function* cheapestForSession(
  session: RecordedSession,
  settings: RunSettings,
  memory: SessionMemory,
): Generator<Progress, CheapestView> {
  const steps = yield* prepareSession(session, settings, memory);
  const { region, isRegionAssumed = false, prices = [] } = settings;
  const offers = { region, isRegionAssumed, prices, ...toldOf(settings) };
  const groups = groupLanes(steps, memory);
  const played = groups.flatMap(({ indices }) => indices).sort((a, b) => a - b);
  const budgetOf = ({ indices }: Group): number =>
    Math.max(LEAST, Math.floor((BUDGET * indices.length) / played.length));
  const total = groups.reduce((sum, group) => sum + budgetOf(group), 0);
  const placeOf = new Map(played.map((index, place) => [index, place]));
  /** The first anchors of all groups are one column, and so on: no request is in two groups. */
  const columns: Placed[][] = [];
  const found: CheapestView["lanes"][number][] = [];
  let done = 0;
  for (const group of groups) {
    const requests = placedOf(steps, group);
    const search = searchPlacements({ requests, ...offers }, { budget: budgetOf(group) });
    let next = search.next();
    while (!next.done) {
      yield { done: done + next.value.tried, total };
      next = search.next();
    }
    done += budgetOf(group);
    const placement: Placement = next.value.ranked[0]?.placement ?? { kind: "none" };
    mapAnchors(requests, anchorsOf(placement)).forEach((own, nth) => {
      const column = columns[nth] ?? played.map(() => NOWHERE);
      columns[nth] = column;
      group.indices.forEach((index, order) => {
        column[placeOf.get(index) ?? 0] = own[order] ?? NOWHERE;
      });
    });
    const anchors = anchorsOf(placement).map(describeAnchor);
    for (const lane of group.lanes) found.push({ lane, placement: nameOf(placement), anchors });
  }
  const all = placedOf(steps, { indices: played });
  const sent = simulate({ requests: all, ...offers, implicit: "never", explain: false }).totals;
  const best = createReplay({ requests: all, ...offers }, columns).totalsOf(columns.map((_, order) => order));
  const cheapest = sent.cost === null || best.cost === null ? best.cost : Math.min(sent.cost, best.cost);
  return {
    lanes: found.sort((one, other) => one.lane - other.lane),
    asSent: sent.cost,
    cheapest,
    withoutCache: sent.costWithoutCache,
    currency: sent.currency ?? null,
    requests: played.length,
    sentence: say(sent.cost, cheapest, played.length),
  };
}
