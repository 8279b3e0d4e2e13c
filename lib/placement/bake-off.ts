/** Compares placements on the same requests: named ones, the document's own, none at all, and the best found. */

import type { LedgerRow } from "../bill/ledger";
import type { Totals } from "../bill/totals";
import { simulate } from "../timeline/simulate";
import { type Said, tell } from "../words/message";
import { findKnown, type KnownPlacement, PLACEMENTS } from "./known-placements";
import { type Column, mapAnchors, type PlacementInput } from "./map-anchors";
import { AS_DRAWN, nameOf, type Placement, placementKey } from "./placement";
import { createReplay } from "./replay";

/** One of those that are compared. */
export interface Entrant {
  readonly name: Said;
  readonly placement: Placement;
  /** What is known of it, with its evidence; null for the document's own, the user's and the best found. */
  readonly known: KnownPlacement | null;
}

export interface BakeOffRow {
  /** Placements that put the same markers share a row. */
  readonly entrants: readonly Entrant[];
  readonly totals: Totals;
  /** Cost without a cache − cost, in the price's currency; below zero where markers lose; null = unknown. */
  readonly saving: number | null;
  /** The same as a part of the cost without a cache. */
  readonly savingShare: number | null;
}

export interface BakeOff {
  /** The cheapest first; those of unknown cost last. */
  readonly rows: readonly BakeOffRow[];
  /** Those with which the service would refuse requests that it takes without markers: such a request costs nothing, so they are not ranked. */
  readonly refused: readonly Entrant[];
  /** Without markers, if the implicit cache read all it could: shown for comparison, not promised, hence not ranked. */
  readonly idealImplicit: Totals;
}

function listEntrants(best: Placement | null, yours: Placement): Entrant[] {
  const entrants: Entrant[] = PLACEMENTS.map((known) => ({
    name: nameOf(known.placement),
    placement: known.placement,
    known,
  }));
  const add = (placement: Placement, name = nameOf(placement)): number =>
    entrants.push({ name, placement, known: null });
  add(AS_DRAWN);
  if (yours.kind === "anchors" && !findKnown(yours)) add(yours);
  // The best one goes by a name of its own where nobody else places markers like that.
  const isNamed = best && entrants.some(({ placement }) => placementKey(placement) === placementKey(best));
  if (best && !isNamed) add(best, tell("placement.bestFound"));
  return entrants;
}

interface PlayedPlacement {
  readonly totals: Totals;
  /** Requests that are refused. */
  readonly refused: number;
}

const countRefused = (rows: readonly LedgerRow[]): number =>
  rows.filter(({ reasons }) => reasons.some(({ code }) => code === "failed")).length;

function playAll(input: PlacementInput, placements: readonly Placement[]): PlayedPlacement[] {
  const columns: Column[] = [];
  const chosen = placements.map((placement) => {
    const own = placement.kind === "anchors" ? mapAnchors(input.requests, placement.anchors) : [];
    return own.map((column) => columns.push(column) - 1);
  });
  const replay = createReplay(input, columns);
  return placements.map(({ kind }, index) => {
    const { turns, totals } =
      kind === "as-drawn"
        ? simulate({ ...input, implicit: "never", explain: false })
        : replay.play(chosen[index] ?? []);
    return { totals, refused: countRefused(turns) };
  });
}

function playIdeal(input: PlacementInput): Totals {
  const requests = input.requests.map((request) => ({
    ...request,
    layout: { ...request.layout, marked: false, breakpoints: [] },
  }));
  return simulate({ ...input, requests, implicit: "always", explain: false }).totals;
}

/**
 * Plays every known placement, the document's own markers and `best` on the same requests, ranked by cost. Requests
 * without markers count as reading nothing.
 * @param best found by a search; null leaves it out
 * @param yours the placement that is chosen: it competes under its name whether it is known or not
 */
export function bakeOff(input: PlacementInput, best: Placement | null, yours: Placement = AS_DRAWN): BakeOff {
  const groups = new Map<string, Entrant[]>();
  for (const entrant of listEntrants(best, yours)) {
    const key = placementKey(entrant.placement);
    groups.set(key, [...(groups.get(key) ?? []), entrant]);
  }
  const groupList = [...groups.values()];
  const [bare, ...played] = playAll(input, [
    { kind: "none" },
    ...groupList.map(([first]): Placement => first?.placement ?? { kind: "none" }),
  ]);
  const isRefused = (index: number): boolean => (played[index]?.refused ?? 0) > (bare?.refused ?? 0);
  const rows = groupList.flatMap((entrants, index): BakeOffRow[] => {
    const sums = played[index]?.totals;
    if (!sums || isRefused(index)) return [];
    const { cost, costWithoutCache } = sums;
    const saving = cost === null || costWithoutCache === null ? null : costWithoutCache - cost;
    const savingShare = saving === null || !costWithoutCache ? null : saving / costWithoutCache;
    return [{ entrants, totals: sums, saving, savingShare }];
  });
  rows.sort((a, b) => (b.saving ?? Number.NEGATIVE_INFINITY) - (a.saving ?? Number.NEGATIVE_INFINITY));
  const refused = groupList.filter((_, index) => isRefused(index)).flat();
  return { rows, refused, idealImplicit: playIdeal(input) };
}
