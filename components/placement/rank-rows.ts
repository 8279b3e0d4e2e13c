/** Places in a ranking by cost: what costs the same shares a place. */
import { NOTHING } from "./describe-change";

/**
 * The place of each row, from 1; null where the cost is unknown.
 * @param costs ascending, unknown ones last
 */
export function rankRows(costs: readonly (number | null)[]): (number | null)[] {
  const places: (number | null)[] = [];
  for (const [index, cost] of costs.entries()) {
    const before = costs[index - 1] ?? null;
    const shared = cost !== null && before !== null && cost - before <= NOTHING;
    places.push(cost === null ? null : shared ? (places[index - 1] ?? null) : index + 1);
  }
  return places;
}
