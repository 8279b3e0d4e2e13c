/** What each turn of the scenario made: its requests, and the tokens of what was said in them. */
import type { TurnView } from "../../lib/pipeline/analysis";
import type { Turn } from "../../lib/timeline/scenario";

export interface MadeTurn {
  /** Indices of its requests in the timeline, ascending. */
  readonly requests: readonly number[];
  readonly views: readonly TurnView[];
}

/** By the turn's index; -1 is the document. */
export function groupByTurn(views: readonly TurnView[]): ReadonlyMap<number, MadeTurn> {
  const made = new Map<number, { requests: number[]; views: TurnView[] }>();
  for (const [request, view] of views.entries()) {
    const known = made.get(view.turn);
    if (!known) made.set(view.turn, { requests: [request], views: [view] });
    else {
      known.requests.push(request);
      known.views.push(view);
    }
  }
  return made;
}

/** Input tokens of a turn's requests together, as the cache billed them. */
export function addFigures(views: readonly TurnView[]): Record<"read" | "written" | "uncached", number> {
  const sum = { read: 0, written: 0, uncached: 0 };
  for (const { ledger } of views) {
    sum.read += ledger.read;
    sum.written += ledger.written;
    sum.uncached += ledger.uncached;
  }
  return sum;
}

export interface SpokenTokens {
  /** Of the newest message of its first request. */
  readonly user: number;
  /** Of the results of each round. */
  readonly results: readonly number[];
  /** Of the answer, its reasoning included. */
  readonly reply: number;
}

/** Tokens of the last so many messages of a request. */
function lastTokens({ bounds }: TurnView, messages: number): number {
  return (bounds.at(-1) ?? 0) - (bounds.at(-1 - messages) ?? 0);
}

/** What was said in a turn the first time it is played; null while it has not been. */
export function countSpoken(
  { copies = 1, rounds = [] }: Pick<Turn, "copies" | "rounds">,
  views: readonly TurnView[],
): SpokenTokens | null {
  const [first] = views;
  if (!first) return null;
  const played = views.slice(copies, copies + rounds.length);
  return {
    user: lastTokens(first, 1),
    results: played.map((view, round) => lastTokens(view, rounds[round]?.calls.length ?? 1)),
    reply: (played.at(-1) ?? first).ledger.completion,
  };
}
