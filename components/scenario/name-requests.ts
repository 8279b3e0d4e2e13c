/** Names a turn by the requests it makes, numbered as everywhere on the page, from 1. */

/** Runs of neighbours: 3, 4, 5, 8 → "4 to 6", "9". */
function listRuns(indices: readonly number[]): string[] {
  const runs: { from: number; to: number }[] = [];
  for (const index of indices) {
    const last = runs.at(-1);
    if (last && index === last.to + 1) last.to = index;
    else runs.push({ from: index, to: index });
  }
  return runs.map(({ from, to }) => (from === to ? `${from + 1}` : `${from + 1} to ${to + 1}`));
}

/**
 * e.g. "request 2", "requests 4 to 6", "requests 4, 6 and 8"; to stand inside a sentence.
 * @param indices of the requests, from 0, ascending; none = "a turn that is not played"
 */
export function nameRequests(indices: readonly number[]): string {
  if (indices.length === 0) return "a turn that is not played";
  const runs = listRuns(indices);
  const last = runs.pop();
  const numbers = runs.length === 0 ? last : `${runs.join(", ")} and ${last}`;
  return `request${indices.length === 1 ? "" : "s"} ${numbers}`;
}

/** The same to stand at the head of a row. */
export function headRequests(indices: readonly number[]): string {
  if (indices.length === 0) return "Not played";
  const name = nameRequests(indices);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
