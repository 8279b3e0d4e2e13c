/** Says which placement costs the least on a conversation, by how much, and why. */
import { formatPercent, formatTokens } from "../values/figures";
import { findCheapestRow, NOTHING, type TiedRow } from "./fold-ties";

/** How a row is called inside a sentence. */
export const nameOfRow = ({ entrants: [first], isYours }: TiedRow): string =>
  isYours && first.placement.kind === "as-drawn" ? "Yours, as drawn," : first.name;

/** e.g. "24%"; null where a cost is unknown or nothing. */
function shareBelow(cost: number | null, base: number | null): string | null {
  if (cost === null || base === null || base <= 0 || Math.abs(base - cost) <= NOTHING) return null;
  return formatPercent(Math.abs(base - cost) / base);
}

/** What the winner does that the next one does not, in tokens. */
function compareTokens({ totals }: TiedRow, next: TiedRow): string {
  const read = totals.read - next.totals.read;
  const written = totals.written - next.totals.written;
  const than = `than ${next.entrants[0].name}, the next`;
  if (read > 0) {
    const fewer = written < 0 ? ` and writes ${formatTokens(-written)} fewer` : "";
    return `It reads ${formatTokens(read)} more${fewer} ${than}.`;
  }
  return written < 0 ? `It writes ${formatTokens(-written)} fewer ${than}.` : "";
}

/** Where no markers are the cheapest: what the best of those that write costs more. */
function explainBare(rows: readonly TiedRow[], bare: TiedRow): string {
  const loser = findCheapestRow(
    rows.filter(
      ({ totals: { cost } }) =>
        cost !== null && bare.totals.cost !== null && cost > bare.totals.cost + NOTHING,
    ),
  );
  if (!loser) return "No placement makes a difference: nothing is ever written or read.";
  const more = shareBelow(loser.totals.cost, bare.totals.cost) ?? "something";
  return `Without markers it is cheaper: of those that write anything, ${loser.entrants[0].name} costs the least and still adds ${more}, because what it writes is not read back often enough.`;
}

/** Two or three sentences. @param rows of one conversation, as they are folded */
export function explainWinner(rows: readonly TiedRow[]): string {
  const winner = findCheapestRow(rows);
  if (!winner) {
    return rows.every(({ totals }) => totals.cost === null)
      ? "Costs cannot be compared: no price is known."
      : "Placements cannot be compared: a price that markers need is not known.";
  }
  const { cost, costWithoutCache } = winner.totals;
  const saves = cost !== null && costWithoutCache !== null && costWithoutCache - cost > NOTHING;
  if (!saves)
    return explainBare(rows, rows.find(({ entrants: [first] }) => first.placement.kind === "none") ?? winner);
  const yours = rows.find(({ isYours }) => isYours);
  const belowYours = winner.isYours ? null : shareBelow(cost, yours?.totals.cost ?? null);
  const against = belowYours === null ? "" : `, ${belowYours} below yours`;
  const next = findCheapestRow(rows.filter((row) => row !== winner));
  const why = next ? compareTokens(winner, next) : "";
  const below = shareBelow(cost, costWithoutCache);
  return `${nameOfRow(winner)} costs the least: ${below} below the cost without a cache${against}. ${why}`.trim();
}
