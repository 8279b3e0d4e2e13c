/** Lists the anchors worth trying on a conversation. */

import { findModel } from "../offers/catalogue";
import { breakpointFor } from "../systems/mark-model-studio";
import { lookbackOf } from "../systems/model-studio";
import type { Anchor } from "./anchor";
import { type Column, mapAnchors, type PlacedRequest } from "./map-anchors";

/** An anchor with where it falls. */
export interface Candidate {
  readonly anchor: Anchor;
  readonly column: Column;
}

const MOVING: readonly Anchor[] = [
  { kind: "last" },
  { kind: "system" },
  { kind: "previous-end" },
  { kind: "last-user" },
  { kind: "first-user" },
  { kind: "last-input" },
  { kind: "before-user" },
  { kind: "last", back: 1 },
  { kind: "last-input", back: 1 },
];

/** Markers so far apart that between them no boundary is out of reach: one block more than a look-up spans. */
function listBridges(first: PlacedRequest): Anchor[] {
  const step = lookbackOf(findModel(first.layout.model), first.layout.readings) + 2;
  return [1, 2].map((times) => ({ kind: "before-end", blocks: step * times }));
}

/**
 * Boundaries of the first request, those that most requests share first. Of boundaries shared by equally many the
 * longest comes first, since it saves the most; the others follow only after one of every such group.
 */
function listPins(requests: readonly PlacedRequest[], most: number): Anchor[] {
  const first = requests[0];
  if (!first) return [];
  const shared = new Map<number, number>();
  for (const { layout } of requests) {
    for (const { key } of layout.cuts) shared.set(key, (shared.get(key) ?? 0) + 1);
  }
  const model = findModel(first.layout.model);
  const cuts = first.layout.cuts
    .filter(({ pointer }, cut) => pointer !== "/tools" && breakpointFor(first.layout, model, cut) >= 0)
    .map(({ key, pointer, prefix }) => ({ pointer, prefix, count: shared.get(key) ?? 0 }))
    .sort((a, b) => b.count - a.count || b.prefix - a.prefix);
  const leads = cuts.filter((cut, index) => cut.count !== cuts[index - 1]?.count);
  const others = cuts.filter((cut) => !leads.includes(cut));
  return [...leads, ...others].slice(0, most).map(({ pointer }) => ({ kind: "pin", pointer }));
}

/** Anchors with their columns; of those that fall on the same cuts everywhere only the first is kept. */
export function distinctCandidates(
  requests: readonly PlacedRequest[],
  anchors: readonly Anchor[],
): Candidate[] {
  const columns = mapAnchors(requests, anchors);
  const seen = new Set<string>();
  return anchors.flatMap((anchor, index): Candidate[] => {
    const column = columns[index] ?? [];
    const identity = column.map(({ cut, array }) => (array === null ? cut : `${cut}${array}`)).join(" ");
    if (column.every(({ cut }) => cut < 0) || seen.has(identity)) return [];
    seen.add(identity);
    return [{ anchor, column }];
  });
}

/** Every anchor that makes a difference on these requests, at most `maxPins` of them pinned. */
export function listCandidates(requests: readonly PlacedRequest[], maxPins: number): Candidate[] {
  const [first] = requests;
  if (!first) return [];
  return distinctCandidates(requests, [...MOVING, ...listBridges(first), ...listPins(requests, maxPins)]);
}
