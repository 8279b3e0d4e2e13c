/** Puts the systems of a comparison in order, each against the cheapest that is billed in the same currency. */
import type { Currency } from "../offers/offer";
import type { SystemKind } from "../systems/comparable";
import type { Said } from "../words/message";
import type { SystemRow } from "./compare-report";

export const SORT_ORDERS = ["cost", "saving", "read", "name"] as const;
/** By cost, by what the cache saves, by the share that is read, or by name. */
export type SortOrder = (typeof SORT_ORDERS)[number];

export interface RankedRow {
  readonly row: SystemRow;
  /** Of the input, 0 to 1; null where nothing was answered. */
  readonly readShare: number | null;
  /** Cost by that without a cache, less 1: negative where the cache saves; null where a price is unknown. */
  readonly againstNoCache: number | null;
  /** Cost by that of the cheapest in this currency, less 1; null where it is not ranked. */
  readonly againstCheapest: number | null;
  readonly isCheapest: boolean;
}

/** Rows whose costs can be compared with each other; amounts of two currencies never are. */
export interface RankedGroup {
  /** True for the document's own model, and one beside it: first and in their own order, whatever is narrowed down. */
  readonly isOwn: boolean;
  /** Null: nobody lists a price. */
  readonly currency: Currency | null;
  readonly rows: readonly RankedRow[];
}

/** What refuses requests costs less only because it answers less. */
const isRanked = ({ totals, refusals }: SystemRow): boolean => totals.cost !== null && refusals.length === 0;

function rankRow(row: SystemRow, cheapest: number | null): RankedRow {
  const { read, written, uncached, cost, costWithoutCache } = row.totals;
  const input = read + written + uncached;
  const isKnown = cost !== null && costWithoutCache !== null && costWithoutCache > 0;
  const against = isRanked(row) && cost !== null && cheapest !== null;
  return {
    row,
    readShare: input === 0 ? null : read / input,
    againstNoCache: isKnown ? cost / costWithoutCache - 1 : null,
    againstCheapest: !against ? null : cost === cheapest ? 0 : cheapest > 0 ? cost / cheapest - 1 : null,
    isCheapest: against && cost === cheapest,
  };
}

const LAST = Number.POSITIVE_INFINITY;

/** The least comes first. */
const FIGURES: Readonly<Record<Exclude<SortOrder, "name">, (ranked: RankedRow) => number>> = {
  cost: ({ row }) => row.totals.cost ?? LAST,
  saving: ({ againstNoCache }) => againstNoCache ?? LAST,
  read: ({ readShare }) => (readShare === null ? LAST : -readShare),
};

type NameOf = (row: SystemRow) => string;

/** Numbers that may both be infinite. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function sortRows(rows: readonly RankedRow[], order: SortOrder, nameOf: NameOf): RankedRow[] {
  const byName = (a: RankedRow, b: RankedRow) => nameOf(a.row).localeCompare(nameOf(b.row), "en");
  if (order === "name") return rows.toSorted(byName);
  const figure = FIGURES[order];
  const refuses = ({ row }: RankedRow) => (row.refusals.length > 0 ? 1 : 0);
  return rows.toSorted((a, b) => refuses(a) - refuses(b) || compare(figure(a), figure(b)) || byName(a, b));
}

/**
 * The document's own model first, then groups by currency, that of the first row first and what has no price last. The cheapest of a group is one of the rows
 * that are shown; what refuses a request comes behind all that answer, and is ranked against none.
 * @param kinds those that are shown; empty = all
 * @param say puts names into words, by which rows are in order; absent = their ids are
 */
export function rankSystems(
  rows: readonly SystemRow[],
  {
    kinds,
    order,
    say,
  }: {
    readonly kinds: ReadonlySet<SystemKind>;
    readonly order: SortOrder;
    readonly say?: (name: Said) => string;
  },
): readonly RankedGroup[] {
  const nameOf: NameOf = ({ id, name }) => (say ? say(name) : id);
  const shown = rows.filter(({ kind, isOwn }) => isOwn || kinds.size === 0 || kinds.has(kind));
  const currencies = [...new Set([rows[0]?.currency ?? null, ...shown.map(({ currency }) => currency)])];
  const groups = currencies
    .toSorted((a, b) => (a === null ? 1 : 0) - (b === null ? 1 : 0))
    .flatMap((currency): RankedGroup[] => {
      const same = shown.filter((row) => row.currency === currency);
      const costs = same.filter(isRanked).flatMap(({ totals }) => totals.cost ?? []);
      const cheapest = costs.length > 0 ? Math.min(...costs) : null;
      const ranked = same.map((row) => rankRow(row, cheapest));
      const others = ranked.filter(({ row }) => !row.isOwn);
      return [
        { isOwn: true, currency, rows: ranked.filter(({ row }) => row.isOwn) },
        { isOwn: false, currency, rows: sortRows(others, order, nameOf) },
      ];
    })
    .filter((group) => group.rows.length > 0);
  return [...groups.filter(({ isOwn }) => isOwn), ...groups.filter(({ isOwn }) => !isOwn)];
}
