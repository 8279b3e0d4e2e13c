/** Which measures of the cache save the most when they are taken together: some save only once others are taken too. */
import type { Totals } from "../bill/totals";
import { answerWhatIf } from "../pipeline/what-if";
import type { Progress } from "../values/progress";
import { keepScenario, type Measure, NOTHING_SAVED, type Situation } from "./measure";
import { MEASURES } from "./measures";
import { differenceOf, type SavedChange } from "./saved-change";
import { MOST_SPLIT } from "./split-saving";

/** Measures that pay together, with their outcome. */
export interface Together {
  /** In the order in which they are taken; at least two, at most eight. */
  readonly measures: readonly Pick<Measure, "id" | "title">[];
  readonly totals: Totals;
  readonly change: SavedChange;
}

/** Of several ways to do one thing the search for markers finds the cheapest: a gateway's are left to it. */
const CANDIDATES = MEASURES.filter(({ kind, id }) => kind === "cache" && id !== "gateway-markers");

interface Taken {
  readonly measures: readonly Measure[];
  readonly situation: Situation;
  readonly totals: Totals;
  readonly cost: number;
}

/** Takes measures one after the other; those that find nothing to do are left out. Null where a price is unknown. */
function take(start: Situation, measures: readonly Measure[]): Taken | null {
  const taken: Measure[] = [];
  let situation = start;
  for (const measure of measures) {
    const found = measure.find(situation);
    if (!found.ok) continue;
    taken.push(measure);
    situation = { ...situation, text: found.text, settings: found.settings };
  }
  const totals = answerWhatIf(situation.text, situation.settings, situation.open)?.totals;
  if (!totals || totals.cost === null) return null;
  return { measures: taken, situation, totals, cost: totals.cost };
}

/**
 * Takes all measures of the cache, then gives back each without which the conversation costs no more.
 * Yields after each play. Null where fewer than two are left, or they save nothing.
 * @param own the situation as it is, where `weighed` plays a lone request several times
 */
export function* findTogether(
  weighed: Situation,
  own: Situation,
  before: Totals,
): Generator<Progress, Together | null> {
  let best = take(weighed, CANDIDATES);
  if (!best || before.cost === null || best.totals.currency !== before.currency) return null;
  const given = best.measures.toReversed();
  for (const measure of given) {
    yield { done: MEASURES.length, total: MEASURES.length };
    const rest = take(
      weighed,
      best.measures.filter((each) => each !== measure),
    );
    if (rest && rest.cost < best.cost + NOTHING_SAVED) best = rest;
  }
  const { measures, totals, situation, cost } = best;
  if (measures.length < 2 || measures.length > MOST_SPLIT || cost > before.cost - NOTHING_SAVED) return null;
  const settings = keepScenario(situation.settings, weighed.settings, own.settings);
  return {
    measures: measures.map(({ id, title }) => ({ id, title })),
    totals,
    change: differenceOf(own, { text: situation.text, settings }),
  };
}
