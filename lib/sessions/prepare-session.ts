/** Counts and lays out the requests of a session, and plays them all against one account's cache, or each key's. */

import type { LedgerRow } from "../bill/ledger";
import { readingOf, toldOf } from "../offers/readings";
import { type PreparedRequest, timeRequest } from "../pipeline/prepare-request";
import type { RunSettings } from "../run/predict-run";
import { layOutSession } from "../systems/model-studio";
import { simulate, type TimedRequest } from "../timeline/simulate";
import type { Progress } from "../values/progress";
import { type Said, tell } from "../words/message";
import { openSession, type SentRequest } from "./open-session";
import { isResponses } from "./read-responses";
import type { RecordedExchange, RecordedSession } from "./recorded-exchange";
import type { SessionMemory } from "./session-memory";

/** What the rules make of a request. */
export interface Prediction {
  readonly ready: PreparedRequest;
  readonly timed: TimedRequest;
  readonly row: LedgerRow;
  /** What it would be if all keys shared their entries; absent where they do. */
  readonly shared?: LedgerRow;
}

export interface SessionStep extends SentRequest {
  /** Null where the body is missing or the service refused the request. */
  readonly prediction: Prediction | null;
  /** Why nothing can be predicted, one sentence. */
  readonly problem: Said | null;
}

const SESSION = "model-studio-session";

/** As the Responses API reads it: markers have no place there, and the service places its own where that is asked for. */
function readMarkers(
  ready: PreparedRequest,
  { exchange, isSession }: Pick<SentRequest, "exchange" | "isSession">,
): PreparedRequest {
  if (!isResponses(exchange)) return ready;
  const markers = ready.markers.map((marker) => ({
    ...marker,
    status: "ignored" as const,
    reason: tell("sessions.markersInResponses"),
  }));
  const bare = { ...ready.layout, marked: false, breakpoints: [] };
  const layout = isSession ? { ...layOutSession(bare, ready.model), marked: true } : bare;
  return { ...ready, markers, layout };
}

/** Whose entries a request shares, where a reading has it that two keys share none. Several workspaces no recording has. */
const holderOf = (
  { rules }: PreparedRequest,
  { key = "" }: RecordedExchange,
): { readonly holder?: string } =>
  readingOf(rules.readings, "second-key") === "apart" ? { holder: key } : {};

const UNCOUNTED = tell("sessions.uncounted");

/** The same requests as of one key; null where they are that already. */
const mergeHolders = (requests: readonly TimedRequest[]): TimedRequest[] | null =>
  new Set(requests.map(({ holder }) => holder)).size > 1
    ? requests.map(({ holder: _, ...request }) => request)
    : null;

/**
 * In order of time. Refused requests write nothing and are left out of the play; those without a body too, so that
 * what only they wrote is predicted to be written later.
 */
export function* prepareSession(
  session: RecordedSession,
  settings: RunSettings,
  memory: SessionMemory,
): Generator<Progress, SessionStep[]> {
  const sent = yield* openSession(session, memory);
  const prepared: {
    readonly order: number;
    readonly ready: PreparedRequest;
    readonly timed: TimedRequest;
  }[] = [];
  const uncounted = new Set<number>();
  // What is still being answered can be read by none of the others.
  const end = (sent.at(-1)?.at ?? 0) + 1;
  for (const [order, { prompt, failure, billed, reply, at, ...request }] of sent.entries()) {
    yield { done: sent.length + order + 1, total: sent.length * 2 };
    if (!prompt || failure !== null) continue;
    try {
      const ready = readMarkers(memory.prepare(request.exchange, prompt, settings), request);
      const duration = request.isOver ? request.duration : Math.max(request.duration, end - at);
      const timing = { at, duration, completion: billed?.completion ?? null, reply };
      const timed = {
        ...timeRequest(ready, timing, memory.counterFor),
        ...holderOf(ready, request.exchange),
        ...(request.isSession ? { system: SESSION } : {}),
      };
      prepared.push({ order, ready, timed });
    } catch {
      // What was recorded comes from outside: one odd body must not take the others with it.
      uncounted.add(order);
    }
  }
  const { region, isRegionAssumed = false, implicit = "never", prices = [] } = settings;
  const requests = prepared.map(({ timed }) => timed);
  const options = { region, isRegionAssumed, implicit, prices, ...toldOf(settings) };
  const { turns } = simulate({ requests, ...options });
  const together = mergeHolders(requests);
  const shared = together && simulate({ requests: together, ...options, explain: false }).turns;
  const predictions = new Map<number, Prediction>();
  for (const [played, { order, ready, timed }] of prepared.entries()) {
    const row = turns[played];
    const other = shared?.[played];
    if (row) predictions.set(order, { ready, timed, row, ...(other ? { shared: other } : {}) });
  }
  return sent.map((request, order) => ({
    ...request,
    prediction: predictions.get(order) ?? null,
    problem: uncounted.has(order) ? UNCOUNTED : request.problem,
  }));
}
