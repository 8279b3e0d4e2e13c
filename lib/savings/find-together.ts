/** Which measures of the cache save the most when they are taken together: some save only once others are taken too. */
import type { Totals } from "../bill/totals";
import type { Settings } from "../pipeline/analysis";
import type { DocumentOpener } from "../pipeline/open-document";
import { answerWhatIf, settingsToWeigh } from "../pipeline/what-if";
import type { Progress } from "../values/progress";
import { keepScenario, type Measure, NOTHING_SAVED, type Situation } from "./measure";
import { MEASURES } from "./measures";
import { differenceOf, type SavedChange } from "./saved-change";
import { MOST_SPLIT } from "./split-saving";

/** Measures that pay together, with their outcome. */
export interface Together {
  /** In the order in which they are taken; at least two, at most eight. */
  readonly measures: readonly Pick<Measure, "id" | "title">[];
  /** Of the conversation as it is, and with all of them. */
  readonly before: Totals;
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
 * Takes all measures of the cache, then gives back each without which the conversation costs no more. Yields before each
 * play. Null where the text is no request, fewer than two are left, or they save nothing.
 */
export function* findTogether(
  text: string,
  settings: Settings,
  open: DocumentOpener,
): Generator<Progress, Together | null> {
  const weighed = settingsToWeigh(settings);
  const start: Situation = { text, settings: weighed, open };
  const before = answerWhatIf(text, weighed, open)?.totals;
  yield { done: 0, total: CANDIDATES.length + 1 };
  let best = before && take(start, CANDIDATES);
  if (!before || before.cost === null || !best || best.totals.currency !== before.currency) return null;
  const given = best.measures.toReversed();
  for (const [done, measure] of given.entries()) {
    yield { done: done + 1, total: given.length + 1 };
    const rest = take(
      start,
      best.measures.filter((each) => each !== measure),
    );
    if (rest && rest.cost < best.cost + NOTHING_SAVED) best = rest;
  }
  const { measures, totals, situation, cost } = best;
  if (measures.length < 2 || measures.length > MOST_SPLIT || cost > before.cost - NOTHING_SAVED) return null;
  const changed = {
    text: situation.text,
    settings: keepScenario(situation.settings, weighed, settings),
  };
  return {
    measures: measures.map(({ id, title }) => ({ id, title })),
    before,
    totals,
    change: differenceOf({ text, settings }, changed),
  };
}
