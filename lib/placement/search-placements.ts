/** Searches the cheapest placement of a conversation, step by step, so that the caller can show progress and stop. */

import type { Totals } from "../bill/totals";
import { findModel } from "../offers/catalogue";
import { limitsOf } from "../systems/mark-model-studio";
import { DEFAULT_LIMITS } from "../systems/resolve-markers";
import { formatNumber } from "../values/figures";
import { type Message, tell } from "../words/message";
import type { Anchor } from "./anchor";
import { climb, countSets, everySet } from "./choose-sets";
import { type ExplainedAnchor, explainAnchors } from "./explain-anchors";
import { type Candidate, distinctCandidates, listCandidates } from "./list-candidates";
import type { PlacementInput } from "./map-anchors";
import type { Placement } from "./placement";
import { createReplay } from "./replay";

export interface SearchOptions {
  /** Most placements that are tried; 3,000 take two to three seconds for 200 requests. */
  readonly budget?: number;
  /** Boundaries of the first request among the candidates. */
  readonly maxPins?: number;
  /** Anchors to choose from, instead of those that suit the conversation. */
  readonly anchors?: readonly Anchor[];
  /** How many placements are ranked. */
  readonly keep?: number;
}

export interface SearchProgress {
  readonly tried: number;
  /** Most that will be tried. */
  readonly total: number;
  /** Cost of the best so far; null where no price is known. */
  readonly best: number | null;
}

interface FoundPlacement {
  readonly placement: Placement;
  readonly totals: Totals;
  readonly anchors: readonly ExplainedAnchor[];
}

export interface SearchResult {
  /** The cheapest first, each at a cost of its own; of equally cheap ones that with the fewest markers. */
  readonly ranked: readonly FoundPlacement[];
  /** The same requests without markers, to compare with. */
  readonly none: Totals;
  readonly candidates: readonly Anchor[];
  readonly tried: number;
  /** True where every set of candidates was tried. */
  readonly proven: boolean;
  /** What was searched and how sure the result is. */
  readonly sentence: Message;
}

/** Placements tried between two reports of progress. */
const STRIDE = 16;

interface Scored {
  readonly set: readonly number[];
  readonly cost: number;
}

/** Puts a set in its place among the best; one that costs the same as a smaller one is left out. */
function rank(board: Scored[], scored: Scored, keep: number): void {
  if (scored.cost === Number.POSITIVE_INFINITY && board.length > 0) return;
  const place = board.findIndex(({ cost }) => scored.cost <= cost);
  if (place >= 0 && board[place]?.cost === scored.cost) return;
  board.splice(place < 0 ? board.length : place, 0, scored);
  if (board.length > keep) board.pop();
}

/** How a search went. */
interface Course {
  readonly tried: number;
  /** Of those tried, the ones that need a price that is not known. */
  readonly unpriced: number;
  readonly candidates: number;
  readonly most: number;
  readonly proven: boolean;
}

function describeSearch({ tried, unpriced, candidates, most, proven }: Course): Message {
  if (unpriced === tried) return tell("placement.searchUnpriced");
  const among = { tried: formatNumber(tried), most, candidates };
  if (unpriced === 0) return tell(proven ? "placement.searchAll" : "placement.searchSome", among);
  return tell(proven ? "placement.searchAllLeft" : "placement.searchSomeLeft", {
    ...among,
    left: formatNumber(unpriced),
  });
}

/** Markers that every request of the conversation may have. */
const maxMarkersOf = ({ requests }: PlacementInput): number =>
  Math.min(
    ...[...new Set(requests.map(({ layout }) => layout.model))].map(
      (model) => limitsOf(findModel(model)).maxMarkers,
    ),
    DEFAULT_LIMITS.maxMarkers,
  );

const placementOf = (anchors: readonly Anchor[]): Placement =>
  anchors.length === 0 ? { kind: "none" } : { kind: "anchors", name: "Best found", anchors };

/**
 * Tries sets of anchors, the empty one included, each by playing all requests. Every set is tried where the budget
 * allows, else a beam with swaps. A request without markers counts as reading nothing.
 */
export function* searchPlacements(
  input: PlacementInput,
  { budget = 3000, maxPins = 4, anchors, keep = 5 }: SearchOptions = {},
): Generator<SearchProgress, SearchResult> {
  const candidates: Candidate[] = anchors
    ? distinctCandidates(input.requests, anchors)
    : listCandidates(input.requests, maxPins);
  const most = maxMarkersOf(input);
  const replay = createReplay(
    input,
    candidates.map(({ column }) => column),
  );
  const sets = countSets(candidates.length, most);
  const proven = sets <= budget;
  const total = Math.min(sets, budget);
  const board: Scored[] = [];
  const chooser = (proven ? everySet : climb)(candidates.length, most);

  let tried = 0;
  let unpriced = 0;
  let next = chooser.next();
  while (!next.done && tried < total) {
    const set = next.value;
    const cost = replay.costOf(set);
    rank(board, { set, cost }, keep);
    tried++;
    if (!Number.isFinite(cost)) unpriced++;
    if (tried % STRIDE === 0) {
      const best = board[0]?.cost ?? Number.POSITIVE_INFINITY;
      yield { tried, total, best: Number.isFinite(best) ? best : null };
    }
    next = chooser.next(cost);
  }

  const ranked = board.map(({ set }): FoundPlacement => {
    const chosen = set.flatMap((index) => candidates[index]?.anchor ?? []);
    return {
      placement: placementOf(chosen),
      totals: replay.totalsOf(set),
      anchors: explainAnchors(chosen, set, replay),
    };
  });
  return {
    ranked,
    none: replay.totalsOf([]),
    candidates: candidates.map(({ anchor }) => anchor),
    tried,
    proven,
    sentence: describeSearch({ tried, unpriced, candidates: candidates.length, most, proven }),
  };
}

/** The same search in one go. */
export function findBestPlacement(input: PlacementInput, options?: SearchOptions): SearchResult {
  const search = searchPlacements(input, options);
  let next = search.next();
  while (!next.done) next = search.next();
  return next.value;
}
