/** Says which placement costs the least on a conversation, by how much, and why. */
import { formatPercent } from "../values/figures";
import { type Message, tell } from "../words/message";
import { findCheapestRow, NOTHING, type TiedRow } from "./fold-ties";

/** e.g. "24%"; null where a cost is unknown or nothing. */
function shareBelow(cost: number | null, base: number | null): string | null {
  if (cost === null || base === null || base <= 0 || Math.abs(base - cost) <= NOTHING) return null;
  return formatPercent(Math.abs(base - cost) / base);
}

/** What the winner does that the next one does not, in tokens; null where that is neither read nor written. */
function compareTokens(
  { totals }: TiedRow,
  { totals: others, entrants: [{ name }] }: TiedRow,
): Message | null {
  const read = totals.read - others.read;
  const fewer = others.written - totals.written;
  const next = name;
  if (read > 0 && fewer > 0) return tell("placement.readsMoreWritesFewer", { read, written: fewer, next });
  if (read > 0) return tell("placement.readsMore", { read, next });
  return fewer > 0 ? tell("placement.writesFewer", { written: fewer, next }) : null;
}

/** Where no markers are the cheapest: what the best of those that write costs more. */
function explainBare(rows: readonly TiedRow[], bare: TiedRow): Message {
  const loser = findCheapestRow(
    rows.filter(
      ({ totals: { cost } }) =>
        cost !== null && bare.totals.cost !== null && cost > bare.totals.cost + NOTHING,
    ),
  );
  if (!loser) return tell("placement.noDifferenceAtAll");
  const more = shareBelow(loser.totals.cost, bare.totals.cost) ?? tell("placement.something");
  return tell("placement.bareIsCheaper", { name: loser.entrants[0].name, more });
}

/** By how much the winner costs less: than without a cache, and than the user's own. */
function tellWinner(winner: TiedRow, yours: TiedRow | undefined): Message {
  const { cost, costWithoutCache } = winner.totals;
  const [{ name, placement }] = winner.entrants;
  const below = shareBelow(cost, costWithoutCache) ?? "0%";
  if (winner.isYours && placement.kind === "as-drawn") return tell("placement.winnerDrawn", { below });
  const against = winner.isYours ? null : shareBelow(cost, yours?.totals.cost ?? null);
  return against === null
    ? tell("placement.winner", { name, below })
    : tell("placement.winnerAgainst", { name, below, against });
}

/** Two or three sentences. @param rows of one conversation, as they are folded */
export function explainWinner(rows: readonly TiedRow[]): Message {
  const winner = findCheapestRow(rows);
  if (!winner) {
    return rows.every(({ totals }) => totals.cost === null)
      ? tell("placement.noPrice")
      : tell("placement.noMarkerPrice");
  }
  const { cost, costWithoutCache } = winner.totals;
  const saves = cost !== null && costWithoutCache !== null && costWithoutCache - cost > NOTHING;
  if (!saves)
    return explainBare(rows, rows.find(({ entrants: [first] }) => first.placement.kind === "none") ?? winner);
  const one = tellWinner(
    winner,
    rows.find(({ isYours }) => isYours),
  );
  const next = findCheapestRow(rows.filter((row) => row !== winner));
  const more = next && compareTokens(winner, next);
  return more ? tell("placement.andThen", { one, more }) : one;
}
