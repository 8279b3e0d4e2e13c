/** What several measures save together on a conversation, and each one's part of it: every set of them is replayed. */
import type { Totals } from "../bill/totals";
import type { Currency } from "../offers/offer";
import type { Settings } from "../pipeline/analysis";
import type { DocumentOpener } from "../pipeline/open-document";
import { answerWhatIf, settingsToWeigh } from "../pipeline/what-if";
import type { Progress } from "../values/progress";
import { keepScenario, type Measure } from "./measure";
import { MEASURES } from "./measures";
import { differenceOf, type SavedChange } from "./saved-change";
import { MOST_SPLIT, SPLIT_UNITS, type SplitOrder, splitSaving } from "./split-saving";

export interface Attribution {
  /** In the order in which they are taken. */
  readonly measures: readonly Pick<Measure, "id" | "title" | "kind">[];
  /** In 10⁻⁹ of the currency, whole numbers. */
  readonly before: number;
  readonly after: number;
  /** What each of `measures` saves, in the same unit: each list sums to `before` − `after`. */
  readonly parts: Readonly<Record<SplitOrder, readonly number[]>>;
  readonly currency: Currency;
  readonly totals: Totals;
  /** All of them taken together. */
  readonly change: SavedChange;
}

export interface AttributionQuestion {
  readonly text: string;
  readonly settings: Settings;
  /** Of the measures; more than eight are not split. */
  readonly ids: readonly string[];
}

interface State {
  readonly text: string;
  readonly settings: Settings;
  readonly totals: Totals;
}

/**
 * Takes the measures in every combination, each on what those before it have left; one that finds nothing to do any more
 * leaves things as they are. Null where the text is no request, a price is unknown or there are none or too many of them.
 */
export function* attributeSavings(
  { text, settings, ids }: AttributionQuestion,
  open: DocumentOpener,
): Generator<Progress, Attribution | null> {
  const measures = MEASURES.filter(({ id }) => ids.includes(id));
  const weighed = settingsToWeigh(settings);
  const start = answerWhatIf(text, weighed, open)?.totals;
  if (!start || measures.length === 0 || measures.length > MOST_SPLIT) return null;
  let states: State[] = [{ text, settings: weighed, totals: start }];
  const total = 2 ** measures.length - 1;
  for (const { find } of measures) {
    // Bit by bit: what is taken doubles the sets, the later ones with this measure.
    const taken: State[] = [];
    for (const state of states) {
      yield { done: states.length - 1 + taken.length, total };
      const found = find({ ...state, open });
      const totals = found.ok ? answerWhatIf(found.text, found.settings, open)?.totals : undefined;
      taken.push(found.ok && totals ? { text: found.text, settings: found.settings, totals } : state);
    }
    states = [...states, ...taken];
  }
  const currency = start.currency ?? "USD";
  const costs = states.flatMap(({ totals }) =>
    totals.cost === null || (totals.currency ?? "USD") !== currency
      ? []
      : [Math.round(totals.cost * SPLIT_UNITS)],
  );
  const last = states.at(-1);
  if (costs.length < states.length || !last) return null;
  return {
    measures: measures.map(({ id, title, kind }) => ({ id, title, kind })),
    before: costs[0] ?? 0,
    after: costs.at(-1) ?? 0,
    parts: {
      shapley: splitSaving(costs, "shapley"),
      "in-order": splitSaving(costs, "in-order"),
      reversed: splitSaving(costs, "reversed"),
    },
    currency,
    totals: last.totals,
    change: differenceOf(
      { text, settings },
      { ...last, settings: keepScenario(last.settings, weighed, settings) },
    ),
  };
}
