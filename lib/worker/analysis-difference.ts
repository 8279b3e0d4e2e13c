/** What a key changed of the figures: of a long conversation only the rows that are others travel to the page. */
import type { Figures, TimelineView, TurnView } from "../pipeline/analysis";
import { isSameValue } from "../values/same-value";

/** A list as another one: items at the same place that say the same are left out. */
interface ListDifference<Item> {
  readonly length: number;
  readonly at: readonly number[];
  readonly items: readonly Item[];
}

/** Where the segments of the changed rows end, all in one: numbers travel fastest so. */
interface Bounds {
  readonly lengths: Uint32Array;
  readonly all: Float64Array;
}

export interface AnalysisDifference {
  /** Without the lists of the timeline. */
  readonly figures: Figures;
  /** Null where there is no timeline. */
  readonly lists: {
    readonly turns: ListDifference<Omit<TurnView, "bounds">>;
    readonly bounds: Bounds;
    readonly entries: ListDifference<TimelineView["entries"][number]>;
    readonly misses: ListDifference<TimelineView["misses"][number]>;
  } | null;
}

function compareLists<Item>(before: readonly Item[], now: readonly Item[]): ListDifference<Item> {
  const at: number[] = [];
  for (const [index, item] of now.entries())
    if (index >= before.length || !isSameValue(item, before[index])) at.push(index);
  return { length: now.length, at, items: at.map((index) => now[index] as Item) };
}

function applyToList<Item>(
  before: readonly Item[],
  { length, at, items }: ListDifference<Item>,
): readonly Item[] {
  if (at.length === 0 && length === before.length) return before;
  const list = before.slice(0, length);
  for (const [order, index] of at.entries()) list[index] = items[order] as Item;
  return list;
}

function packBounds(turns: readonly TurnView[]): Bounds {
  const lengths = Uint32Array.from(turns, ({ bounds }) => bounds.length);
  const all = new Float64Array(lengths.reduce((sum, length) => sum + length, 0));
  let from = 0;
  for (const { bounds } of turns) {
    all.set(bounds, from);
    from += bounds.length;
  }
  return { lengths, all };
}

function unpackBounds(turns: readonly Omit<TurnView, "bounds">[], { lengths, all }: Bounds): TurnView[] {
  let from = 0;
  return turns.map((turn, order) => {
    const to = from + (lengths[order] ?? 0);
    const bounds = Array.from(all.subarray(from, to));
    from = to;
    return { ...turn, bounds };
  });
}

type Lists = Pick<TimelineView, "turns" | "entries" | "misses">;

const NOTHING: Lists = { turns: [], entries: [], misses: [] };

const withoutBounds = ({ bounds: _, ...turn }: TurnView): Omit<TurnView, "bounds"> => turn;

/** The worker's side: remembers the timeline that the page has. */
export function createAnalysisSender(): (figures: Figures) => AnalysisDifference {
  let before = NOTHING;
  return (figures) => {
    const { timeline } = figures;
    if (!timeline) return { figures, lists: null };
    const turns = compareLists(before.turns, timeline.turns);
    const lists = {
      turns: { ...turns, items: turns.items.map(withoutBounds) },
      bounds: packBounds(turns.items),
      entries: compareLists(before.entries, timeline.entries),
      misses: compareLists(before.misses, timeline.misses),
    };
    before = timeline;
    return { figures: { ...figures, timeline: { ...timeline, ...NOTHING } }, lists };
  };
}

/** The page's side: gives the figures in full. Rows that did not change are the same objects as before. */
export function createAnalysisTaker(): (difference: AnalysisDifference) => Figures {
  let before = NOTHING;
  return ({ figures, lists }) => {
    const { timeline } = figures;
    if (!timeline || !lists) return figures;
    const turns = { ...lists.turns, items: unpackBounds(lists.turns.items, lists.bounds) };
    before = {
      turns: applyToList(before.turns, turns),
      entries: applyToList(before.entries, lists.entries),
      misses: applyToList(before.misses, lists.misses),
    };
    return { ...figures, timeline: { ...timeline, ...before } };
  };
}
