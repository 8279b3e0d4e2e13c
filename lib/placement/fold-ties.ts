/** One row for all placements that cost the same on a conversation, so that a ranking shows only what differs. */
import type { Totals } from "../bill/totals";
import { type Said, tell } from "../words/message";
import type { BakeOff, BakeOffRow, Entrant } from "./bake-off";
import { isSamePlacement, type Placement, placementKey } from "./placement";

export interface TiedRow {
  /** The one that stands for all of them comes first: yours, else the simplest. */
  readonly entrants: readonly [Entrant, ...Entrant[]];
  readonly totals: Totals;
  /** On the other model; null where none is compared, or the placement was not played there. */
  readonly compared: Totals | null;
  readonly isYours: boolean;
}

/** Below this a difference in money is the rounding of a sum. */
export const NOTHING = 1e-12;

const isSameCost = (one: number | null, other: number | null): boolean =>
  one === null || other === null ? one === other : Math.abs(one - other) <= NOTHING;

const areSame = (one: Totals | null, other: Totals | null): boolean =>
  one === null || other === null
    ? one === other
    : isSameCost(one.cost, other.cost) &&
      one.read === other.read &&
      one.written === other.written &&
      one.uncached === other.uncached;

/** What is for anyone to choose comes before what a product does. */
const GROUPS = ["plain", "agent", "library"] as const;

/** Smaller = rather the one that stands for its row. */
function rankEntrant({ known, placement }: Entrant): number {
  if (known === null) return 10;
  const markers = placement.kind === "anchors" ? placement.anchors.length : 0;
  return GROUPS.indexOf(known.group) * 20 + markers;
}

/**
 * Rows by cost on the first model, the cheapest first, unknown ones last. Placements share a row where they cost and read
 * the same on every model shown; none at all keeps a row of its own.
 * @param yours the placement that is chosen
 * @param other the same placements on another model; null = one model is shown
 */
export function foldTies({ rows }: BakeOff, yours: Placement, other: BakeOff | null = null): TiedRow[] {
  const elsewhere = new Map(
    other?.rows.flatMap(({ entrants: [first], totals }) =>
      first ? [[placementKey(first.placement), totals] as const] : [],
    ),
  );
  const comparedOf = ({ entrants: [first] }: BakeOffRow): Totals | null =>
    (first && elsewhere.get(placementKey(first.placement))) ?? null;
  const isBare = ({ entrants: [first] }: BakeOffRow): boolean => first?.placement.kind === "none";
  const isYours = ({ placement }: Entrant): boolean => isSamePlacement(placement, yours);

  const folds: BakeOffRow[][] = [];
  for (const row of rows) {
    const fold = folds.find(
      ([head]) =>
        head &&
        !isBare(head) &&
        !isBare(row) &&
        areSame(head.totals, row.totals) &&
        areSame(comparedOf(head), comparedOf(row)),
    );
    if (fold) fold.push(row);
    else folds.push([row]);
  }
  return folds.flatMap((fold): TiedRow[] => {
    const [first, ...others] = fold
      .flatMap(({ entrants }) => entrants)
      .sort((a, b) => Number(isYours(b)) - Number(isYours(a)) || rankEntrant(a) - rankEntrant(b));
    const [head] = fold;
    if (!first || !head) return [];
    return [
      {
        entrants: [first, ...others],
        totals: head.totals,
        compared: comparedOf(head),
        isYours: isYours(first),
      },
    ];
  });
}

/** The cheapest of the rows; of equally cheap ones the first. Null where a cost is unknown, which might be lower. */
export function findCheapestRow(
  rows: readonly TiedRow[],
  costOf: (row: TiedRow) => number | null = ({ totals }) => totals.cost,
): TiedRow | null {
  let cheapest: { row: TiedRow; cost: number } | null = null;
  for (const row of rows) {
    const cost = costOf(row);
    if (cost === null) return null;
    if (!cheapest || cost < cheapest.cost - NOTHING) cheapest = { row, cost };
  }
  return cheapest?.row ?? null;
}

/** e.g. "Last message, Cline and 4 others". */
export function nameTied(entrants: readonly [Entrant, ...Entrant[]]): Said {
  const [{ name: first }, second, third, ...others] = entrants;
  if (!second) return first;
  const two = { first, second: second.name };
  if (!third) return tell("placement.tiedTwo", two);
  return others.length === 0
    ? tell("placement.tiedThree", { ...two, third: third.name })
    : tell("placement.tiedMany", { ...two, count: others.length + 1 });
}
