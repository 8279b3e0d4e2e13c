/** Plays the same requests over and over with breakpoints in different places. */

import type { LedgerRow } from "../bill/ledger";
import type { Totals } from "../bill/totals";
import type { Layout } from "../layout/layout";
import { createPrefixIndex } from "../layout/prefix-index";
import { limitsOf } from "../systems/mark-model-studio";
import { refuseMarkers, sayRefused } from "../systems/read-marking";
import { keepCounting } from "../systems/resolve-markers";
import { type Simulation, simulate, type TimedRequest } from "../timeline/simulate";
import { keysOf, readForms, tellsForms } from "./array-forms";
import { type Column, createModelFinder, type PlacedRequest, type PlacementInput } from "./map-anchors";

export interface Replay {
  /** What the conversation costs with breakpoints at these columns, by their indices; Infinity = no known price. */
  costOf(columns: readonly number[]): number;
  /** The ledger, in the order the requests are given, without reasons. */
  rowsOf(columns: readonly number[]): readonly LedgerRow[];
  totalsOf(columns: readonly number[]): Totals;
  play(columns: readonly number[]): Simulation;
}

interface Step {
  /** With those of its cuts that matter, and no breakpoint. */
  readonly request: TimedRequest;
  readonly maxMarkers: number;
  /** By column, an index into the cuts of `request`; -1 = none. */
  readonly places: readonly number[];
  /** The layout with the messages as arrays that the columns need to be such. */
  readonly writeArrays: (columns: readonly number[]) => Layout;
}

/**
 * A request without its markers, and without what only they and implicit reads need. Markers of a placement are
 * plain: they ask for no life of their own.
 */
function strip({ prompt: _, markers: __, measured: ___, counter: ____, ...request }: PlacedRequest) {
  const { model, prompt, thinking = null, readings, marking, viaResponses, cuts } = request.layout;
  const layout: Layout = {
    model,
    cuts,
    marked: false,
    breakpoints: [],
    prompt,
    thinking,
    ...(readings ? { readings } : {}),
    ...(marking?.refused ? { refused: marking.refused } : {}),
    ...(viaResponses ? { viaResponses } : {}),
  };
  return { ...request, layout };
}

/** Whether the service may place a breakpoint of its own at the end. */
const endsMatter = ({ automatic, layout }: PlacedRequest): boolean =>
  automatic === true || layout.viaResponses === true;

/** Entries end at breakpoints alone, so the text of a cut that no column ever names cannot matter. */
function listTexts(
  requests: readonly PlacedRequest[],
  columns: readonly Column[],
  textOf: (request: number, cut: number) => number | undefined,
): Set<number | undefined> {
  const texts = new Set<number | undefined>();
  requests.forEach((request, index) => {
    for (const column of columns) texts.add(textOf(index, column[index]?.cut ?? -1));
    if (endsMatter(request)) texts.add(textOf(index, request.layout.cuts.length - 1));
  });
  texts.delete(undefined);
  return texts;
}

/** Of a request written alike the same layout every time. */
function createArrayWriter(
  layout: Layout,
  arraysOf: (columns: readonly number[]) => readonly string[],
  keysWith: (arrays: ReadonlySet<string>) => readonly number[],
): Step["writeArrays"] {
  const written = new Map<string, Layout>();
  return (columns) => {
    const arrays = arraysOf(columns);
    const name = arrays.join(" ");
    const known = written.get(name);
    if (known) return known;
    const keys = keysWith(new Set(arrays));
    const made = { ...layout, cuts: layout.cuts.map((cut, order) => ({ ...cut, key: keys[order] ?? 0 })) };
    written.set(name, made);
    return made;
  };
}

function listSteps({ requests }: PlacementInput, columns: readonly Column[]): Step[] {
  const modelOf = createModelFinder();
  const forms = tellsForms(requests) ? readForms(requests) : null;
  const textOf = (request: number, cut: number): number | undefined =>
    forms ? forms[request]?.texts[cut] : requests[request]?.layout.cuts[cut]?.key;
  const texts = listTexts(requests, columns, textOf);
  const index = createPrefixIndex();
  return requests.map((placed, order): Step => {
    const { cuts, model, readings } = placed.layout;
    const kept = cuts.flatMap((_, cut) => (texts.has(textOf(order, cut)) ? cut : []));
    const newIndex = new Map(kept.map((cut, place) => [cut, place]));
    const stripped = strip(placed);
    const layout = { ...stripped.layout, cuts: kept.flatMap((cut) => cuts[cut] ?? []) };
    const own = forms?.[order];
    const arraysOf = (chosen: readonly number[]): string[] => {
      const pointers = chosen.flatMap((column) => columns[column]?.[order]?.array ?? []);
      return [...new Set(pointers)].sort();
    };
    return {
      request: { ...stripped, layout },
      maxMarkers: limitsOf(modelOf(model), readings).maxMarkers,
      places: columns.map((column) => newIndex.get(column[order]?.cut ?? -1) ?? -1),
      writeArrays: own
        ? createArrayWriter(layout, arraysOf, (arrays) =>
            keysOf(placed, own, { places: kept, arrays, index }),
          )
        : () => layout,
    };
  });
}

/** The request with breakpoints at these columns; of more than the model allows, those that count. */
function markStep({ request, places, maxMarkers, writeArrays }: Step, columns: readonly number[]) {
  const found = new Set(columns.map((column) => places[column] ?? -1).filter((place) => place >= 0));
  const written = writeArrays(columns);
  if (found.size === 0) return written === request.layout ? request : { ...request, layout: written };
  const { readings } = written;
  const ascending = [...found].sort((a, b) => a - b);
  const why = refuseMarkers(ascending.length, maxMarkers, readings);
  const layout: Layout = {
    ...written,
    marked: true,
    breakpoints: keepCounting(ascending, maxMarkers, readings),
    ...(why && !written.refused ? { refused: sayRefused(why) } : {}),
  };
  return { ...request, layout };
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
      requests: steps.map((step): TimedRequest => markStep(step, chosen)),
      implicit: "never",
      explain: false,
    });
  return {
    play,
    rowsOf: (chosen) => play(chosen).turns,
    totalsOf: (chosen) => play(chosen).totals,
    costOf: (chosen) => play(chosen).totals.cost ?? Number.POSITIVE_INFINITY,
  };
}
