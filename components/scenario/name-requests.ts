/** Names a turn by the requests it makes, numbered as everywhere on the page, from 1. */
import { type Message, tell } from "../../lib/words/message";

/** Runs of neighbours: 3, 4, 5, 8 → "4 to 6", "9". */
function listRuns(indices: readonly number[]): (string | Message)[] {
  const runs: { from: number; to: number }[] = [];
  for (const index of indices) {
    const last = runs.at(-1);
    if (last && index === last.to + 1) last.to = index;
    else runs.push({ from: index, to: index });
  }
  return runs.map(({ from, to }) =>
    from === to ? `${from + 1}` : tell("scenario.run", { from: `${from + 1}`, to: `${to + 1}` }),
  );
}

/**
 * e.g. "request 2", "requests 4 to 6", "requests 4, 6 and 8"; to stand inside a sentence.
 * @param indices of the requests, from 0, ascending; none = "a turn that is not played"
 */
export const nameRequests = (indices: readonly number[]): Message =>
  indices.length === 0
    ? tell("scenario.unplayedTurn")
    : tell("scenario.requests", { count: indices.length, numbers: listRuns(indices) });

/** The same to stand at the head of a row. */
export const headRequests = (indices: readonly number[]): Message =>
  indices.length === 0
    ? tell("scenario.notPlayed")
    : tell("scenario.requestsHead", { count: indices.length, numbers: listRuns(indices) });
