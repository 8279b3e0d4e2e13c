/** Explains a recorded session: lanes, and for every request what was read and written, its cost and its reason. */

import type { RunSettings } from "../run/predict-run";
import type { Progress } from "../values/progress";
import { type Message, tell } from "../words/message";
import { type FoundLane, findLanes } from "./find-lanes";
import { type JudgedRequest, judgeRequest } from "./judge-request";
import { mendRequest } from "./mend-request";
import { prepareSession, type SessionStep } from "./prepare-session";
import { modelOf, priceLoss, priceRequest, pricesOf } from "./price-request";
import type { RecordedSession } from "./recorded-exchange";
import type { SessionMemory } from "./session-memory";
import { sumSession } from "./session-statistics";
import type { LaneStep, SessionMarker, SessionRequest, SessionView } from "./session-view";
import { shareBill } from "./share-bill";
import { weighBill } from "./weigh-bill";

/** Where a request stands among the others of its lane. */
interface Placed {
  readonly lane: number;
  readonly step: LaneStep;
  /** Those before it in its lane that were answered, in order of time. */
  readonly earlier: readonly SessionStep[];
}

/** Lanes of the steps, whose indices are the order of time. */
export const lanesOf = (
  steps: readonly SessionStep[],
  { outlineOf }: Pick<SessionMemory, "outlineOf">,
): FoundLane[] =>
  findLanes(
    steps.map(({ at, duration, prompt, reply, billed }) => ({ at, duration, prompt, reply, billed })),
    outlineOf,
  );

function placeAll(lanes: readonly FoundLane[], steps: readonly SessionStep[]): Map<number, Placed> {
  const places = new Map<number, Placed>();
  lanes.forEach(({ members }, lane) => {
    let earlier: SessionStep[] = [];
    for (const { index, step } of members) {
      places.set(index, { lane, step, earlier });
      const here = steps[index];
      // A refused request left nothing that the next could be held against.
      if (here && here.failure === null) earlier = [...earlier, here];
    }
  });
  return places;
}

function listMarkers({ prediction }: SessionStep): SessionMarker[] | null {
  if (!prediction) return null;
  return prediction.ready.markers.map(({ pointer, prefix, status, reason }) => ({
    pointer,
    prefix,
    status,
    reason: reason ?? null,
  }));
}

type Unsummed = Omit<SessionRequest, "running">;

/** What a request is judged among, and by what. */
interface Context extends Pick<JudgedRequest, "kind" | "kin" | "earlier"> {
  readonly settings: RunSettings;
  readonly target: string;
}

function explainStep(here: SessionStep, { lane, step, earlier }: Placed, context: Context): Unsummed {
  const { settings } = context;
  const previous = earlier.at(-1) ?? null;
  const judged = judgeRequest({ ...context, here, before: previous, earlierInLane: earlier, step });
  const weighed = weighBill(judged, here, context.earlier);
  const { reason, also, change, lost, difference } = weighed;
  const { exchange, prediction, billed, at, problem } = here;
  const predicted = prediction && {
    prompt: prediction.row.prompt,
    read: prediction.row.read,
    written: prediction.row.written,
    uncached: prediction.row.uncached,
    completion: prediction.row.completion,
  };
  return {
    number: exchange.number,
    lane,
    step,
    previous: previous?.exchange.number ?? null,
    at,
    gap: previous ? at - previous.at : null,
    firstToken: exchange.firstToken,
    duration: exchange.duration,
    model: modelOf(here, settings),
    markers: listMarkers(here),
    effective: prediction?.ready.layout.breakpoints.length ?? 0,
    isSession: here.isSession,
    billed,
    predicted,
    exact: prediction?.ready.measured.exact ?? false,
    ...priceRequest(here, settings),
    reason,
    also,
    change,
    against: weighed.against ?? previous?.exchange.number ?? null,
    mend: mendRequest(weighed, exchange, context.target),
    lost,
    lostCost: priceLoss(lost, here, settings),
    difference,
    missing: exchange.missing ?? problem,
  };
}

/** Adds costs up in order of time. */
function runBill(requests: readonly Unsummed[]): SessionRequest[] {
  let running: number | null = 0;
  return requests.map((request) => {
    running = running === null || request.cost === null ? null : running + request.cost;
    return { ...request, running };
  });
}

const sumOrNull = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);

function writeNotes(
  { forgotten, unstored, exchanges }: RecordedSession,
  requests: readonly Unsummed[],
  isApart: boolean,
): Message[] {
  const bodiless = requests.filter(({ predicted, reason }) => predicted === null && reason.code !== "failed");
  const keys = new Set(exchanges.flatMap(({ kind, key }) => (kind === "chat" ? (key ?? []) : [])));
  const unpriced = requests.filter(({ cost }) => cost === null);
  return [
    ...(forgotten > 0 ? [tell("sessions.forgotten", { count: forgotten })] : []),
    ...(keys.size > 1
      ? [tell(isApart ? "sessions.severalKeysApart" : "sessions.severalKeys", { count: keys.size })]
      : []),
    ...(unstored > 0 ? [tell("sessions.unstored", { count: unstored })] : []),
    ...(bodiless.length > 0 ? [tell("sessions.bodiless", { count: bodiless.length })] : []),
    ...(unpriced.length > 0 ? [tell("sessions.unpriced", { count: unpriced.length })] : []),
  ];
}

/**
 * Explains every chat request against the one before it in its lane, with all of them played against one account's
 * cache, or each key's where a reading has it so. Yields how far it is, so that the caller may stop it. Never throws, whatever was recorded.
 * @param memory of the same recording, as it was read so far: then only what is new is read, counted and cut
 */
export function* explainSession(
  session: RecordedSession,
  settings: RunSettings,
  memory: SessionMemory,
): Generator<Progress, SessionView> {
  const steps = yield* prepareSession(session, settings, memory);
  const lanes = lanesOf(steps, memory);
  const places = placeAll(lanes, steps);
  let main: SessionStep | null = null;
  const explained = steps.flatMap((here, index): Unsummed[] => {
    const placed = places.get(index);
    const kind = lanes[placed?.lane ?? -1]?.kind;
    if (!placed || !kind) return [];
    const kin = kind === "main" ? main : null;
    const context = { kind, kin, earlier: steps.slice(0, index), settings, target: session.target };
    const told = explainStep(here, placed, context);
    if (kind === "main" && here.failure === null) main = here;
    return [told];
  });
  const requests = runBill(explained);
  const currencies = new Set(steps.flatMap((step) => pricesOf(step, settings).currency ?? []));
  const [currency = null] = currencies.size === 1 ? currencies : [];
  const costs = (of: (request: Unsummed) => number | null) =>
    currencies.size > 1 ? null : sumOrNull(explained.map(of));
  return {
    lanes: lanes.map(({ kind, name, holds, members }) => ({
      kind,
      name,
      holds,
      requests: members.flatMap(({ index }) => steps[index]?.exchange.number ?? []),
    })),
    requests,
    others: session.exchanges.length - steps.length,
    cost: costs(({ cost }) => cost),
    costWithoutCache: costs(({ costWithoutCache }) => costWithoutCache),
    currency,
    statistics: sumSession(explained, shareBill(steps, settings)),
    notes: writeNotes(
      session,
      explained,
      steps.some(({ prediction }) => prediction?.shared !== undefined),
    ),
  };
}
