/** Plays the same requests over and over with breakpoints in different places. */

import type { LedgerRow } from "../bill/ledger";
import type { Totals } from "../bill/totals";
import type { Cut, Layout } from "../layout/layout";
import type { Readings } from "../offers/readings";
import { limitsOf } from "../systems/mark-model-studio";
import { keepCounting } from "../systems/resolve-markers";
import { type Simulation, simulate, type TimedRequest } from "../timeline/simulate";
import { type Column, createModelFinder, type PlacedRequest, type PlacementInput } from "./map-anchors";

export interface Replay {
  /** What the conversation costs with breakpoints at these columns, by their indices; Infinity = no known price. */
  costOf(columns: readonly number[]): number;
  /** The ledger, in the order the requests are given, without reasons. */
  rowsOf(columns: readonly number[]): readonly LedgerRow[];
  totalsOf(columns: readonly number[]): Totals;
}

interface Step {
  readonly request: TimedRequest;
  readonly maxMarkers: number;
  readonly readings: Readings | undefined;
  /** By column, an index into the cuts of the request's layout; -1 = none. */
  readonly places: readonly number[];
}

/** Entries end at breakpoints alone, so cuts that no column ever names cannot matter. */
function thin(cuts: readonly Cut[], keys: ReadonlySet<number>): { kept: Cut[]; newIndex: number[] } {
  const kept: Cut[] = [];
  const newIndex = cuts.map((cut) => (keys.has(cut.key) ? kept.push(cut) - 1 : -1));
  return { kept, newIndex };
}

/**
 * A request without its markers, and without what only they and implicit reads need. Markers of a placement are
 * plain: they ask for no life of their own.
 */
function strip(
  { prompt: _, markers: __, measured: ___, counter: ____, ...request }: PlacedRequest,
  cuts: Cut[],
) {
  const { model, prompt, thinking = null } = request.layout;
  const layout: Layout = { model, cuts, marked: false, breakpoints: [], prompt, thinking };
  return { ...request, layout };
}

function listSteps({ requests }: PlacementInput, columns: readonly Column[]): Step[] {
  const modelOf = createModelFinder();
  const keys = new Set<number>();
  requests.forEach(({ layout }, index) => {
    for (const column of columns) {
      const cut = layout.cuts[column[index] ?? -1];
      if (cut) keys.add(cut.key);
    }
  });
  return requests.map((request, index): Step => {
    const { kept, newIndex } = thin(request.layout.cuts, keys);
    return {
      request: strip(request, kept),
      maxMarkers: limitsOf(modelOf(request.layout.model)).maxMarkers,
      readings: request.layout.readings,
      places: columns.map((column) => newIndex[column[index] ?? -1] ?? -1),
    };
  });
}

/** Of more breakpoints than the model allows, those that count. */
function breakpointsOf({ places, maxMarkers, readings }: Step, columns: readonly number[]): number[] {
  const breakpoints: number[] = [];
  for (const column of columns) {
    const place = places[column] ?? -1;
    if (place >= 0 && !breakpoints.includes(place)) breakpoints.push(place);
  }
  breakpoints.sort((a, b) => a - b);
  return keepCounting(breakpoints, maxMarkers, readings);
}

function markStep(step: Step, columns: readonly number[]): TimedRequest {
  const breakpoints = breakpointsOf(step, columns);
  if (breakpoints.length === 0) return step.request;
  return { ...step.request, layout: { ...step.request.layout, marked: true, breakpoints } };
}

/**
 * Prepares requests for replaying. A request without a breakpoint reads nothing: what the implicit cache might read
 * is not promised.
 */
export function createReplay(input: PlacementInput, columns: readonly Column[]): Replay {
  const steps = listSteps(input, columns);
  const play = (chosen: readonly number[]): Simulation =>
    simulate({
      ...input,
      requests: steps.map((step) => markStep(step, chosen)),
      implicit: "never",
      explain: false,
    });
  return {
    rowsOf: (chosen) => play(chosen).turns,
    totalsOf: (chosen) => play(chosen).totals,
    costOf: (chosen) => play(chosen).totals.cost ?? Number.POSITIVE_INFINITY,
  };
}
