/** Counts names of what was taken out, for a list the user reads. */
import { formatNumber } from "../values/figures";

/** e.g. `["an API key (3 times)", "the session id"]`, in the order in which they first come. */
export function countNames(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${formatNumber(count)} times)`));
}
