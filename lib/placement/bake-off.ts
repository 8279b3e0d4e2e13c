/** Compares placements on the same requests: named ones, the document's own, none at all, and the best found. */

import type { Totals } from "../bill/totals";
import { simulate } from "../timeline/simulate";
import { type KnownPlacement, PLACEMENTS } from "./known-placements";
import { type Column, mapAnchors, type PlacementInput } from "./map-anchors";
import { nameOf, type Placement, placementKey } from "./placement";
import { createReplay } from "./replay";

export interface BakeOffRow {
  /** Placements that put the same markers share a row. */
  readonly names: readonly string[];
  /** What is known of those that are named, with their evidence. */
  readonly known: readonly KnownPlacement[];
  readonly placement: Placement;
  readonly totals: Totals;
  /** Cost without a cache − cost, in the price's currency; below zero where markers lose; null = unknown. */
  readonly saving: number | null;
  /** The same as a part of the cost without a cache. */
  readonly savingShare: number | null;
}

export interface BakeOff {
  /** The cheapest first; those of unknown cost last. */
  readonly rows: readonly BakeOffRow[];
  /** Without markers, if the implicit cache read all it could: shown for comparison, not promised, hence not ranked. */
  readonly idealImplicit: Totals;
  /** What to learn from it, in one sentence. */
  readonly sentence: string;
}

interface Entrant {
  readonly name: string;
  readonly placement: Placement;
  readonly known: KnownPlacement | null;
}

function listEntrants(best: Placement | null): Entrant[] {
  const named = PLACEMENTS.map((known) => ({
    name: nameOf(known.placement),
    placement: known.placement,
    known,
  }));
  const others: Placement[] = [{ kind: "as-drawn" }, ...(best ? [best] : [])];
  // The best one goes by a name of its own where nobody else places markers like that.
  return [
    ...named,
    ...others.map((placement) => ({
      name: placement === best ? "Best found" : nameOf(placement),
      placement,
      known: null,
    })),
  ];
}

function playAll(input: PlacementInput, placements: readonly Placement[]): Totals[] {
  const columns: Column[] = [];
  const chosen = placements.map((placement) => {
    const own = placement.kind === "anchors" ? mapAnchors(input.requests, placement.anchors) : [];
    return own.map((column) => columns.push(column) - 1);
  });
  const replay = createReplay(input, columns);
  return placements.map(({ kind }, index) =>
    kind === "as-drawn"
      ? simulate({ ...input, implicit: "never", explain: false }).totals
      : replay.totalsOf(chosen[index] ?? []),
  );
}

function playIdeal(input: PlacementInput): Totals {
  const requests = input.requests.map((request) => ({
    ...request,
    layout: { ...request.layout, marked: false, breakpoints: [] },
  }));
  return simulate({ ...input, requests, implicit: "always", explain: false }).totals;
}

function percent(share: number): string {
  const rounded = Math.round(Math.abs(share) * 100);
  return rounded === 0 ? "less than 1 %" : `${rounded} %`;
}

/** Below this a difference is the rounding of a sum. */
const NOTHING = 1e-12;

function conclude(rows: readonly BakeOffRow[]): string {
  const [first] = rows;
  if (!first || first.saving === null || first.savingShare === null) {
    return "Costs cannot be compared: no price is known.";
  }
  if (first.saving > NOTHING) {
    return `${first.names[0] ?? "The first"} costs the least: ${percent(first.savingShare)} below the cost without a cache.`;
  }
  const loser = rows.find(({ saving }) => saving !== null && saving < -NOTHING);
  if (!loser && rows.some(({ saving }) => saving === null)) {
    return "Placements cannot be compared: a price that markers need is not known.";
  }
  if (!loser) return "No placement makes a difference: nothing is ever written or read.";
  return `Without markers it is cheaper: of those that write anything, ${loser.names[0] ?? "the cheapest"} costs the least and still adds ${percent(loser.savingShare ?? 0)}, because what it writes is not read back often enough.`;
}

/**
 * Plays every known placement, the document's own markers and `best` on the same requests, ranked by cost. Requests
 * without markers count as reading nothing.
 * @param best found by a search; null leaves it out
 */
export function bakeOff(input: PlacementInput, best: Placement | null): BakeOff {
  const groups = new Map<string, Entrant[]>();
  for (const entrant of listEntrants(best)) {
    const key = placementKey(entrant.placement);
    groups.set(key, [...(groups.get(key) ?? []), entrant]);
  }
  const entrants = [...groups.values()];
  const totals = playAll(
    input,
    entrants.map(([first]) => first?.placement ?? { kind: "none" }),
  );
  const rows = entrants.flatMap((group, index): BakeOffRow[] => {
    const sums = totals[index];
    const placement = group[0]?.placement;
    if (!sums || !placement) return [];
    const { cost, costWithoutCache } = sums;
    const saving = cost === null || costWithoutCache === null ? null : costWithoutCache - cost;
    return [
      {
        names: [...new Set(group.map(({ name }) => name))],
        known: group.flatMap(({ known }) => known ?? []),
        placement,
        totals: sums,
        saving,
        savingShare: saving === null || !costWithoutCache ? null : saving / costWithoutCache,
      },
    ];
  });
  rows.sort((a, b) => (b.saving ?? Number.NEGATIVE_INFINITY) - (a.saving ?? Number.NEGATIVE_INFINITY));
  return { rows, idealImplicit: playIdeal(input), sentence: conclude(rows) };
}
