/** What to change in a conversation, ranked by the money it saves: every measure tried alone and replayed. */

import type { Totals } from "../bill/totals";
import type { Currency } from "../offers/offer";
import type { Settings } from "../pipeline/analysis";
import type { DocumentOpener } from "../pipeline/open-document";
import { answerWhatIf, settingsToWeigh } from "../pipeline/what-if";
import type { Progress } from "../values/progress";
import { type Message, type Said, tell } from "../words/message";
import { keepScenario, type Measure, NOTHING_SAVED, type TriedTurn } from "./measure";
import { MEASURES } from "./measures";
import { differenceOf, type SavedChange } from "./saved-change";

/** A measure that can be taken, with its outcome on this conversation. */
export interface Saving extends Omit<Measure, "find"> {
  readonly what: Said;
  readonly note: Message | null;
  /** Of a change that happens once: what it would cost at each turn; empty for any other. */
  readonly timing: readonly TriedTurn[];
  readonly change: SavedChange;
  /** Of the whole conversation with the measure taken alone. */
  readonly after: Totals;
  /** What it costs less, in the report's currency; below 0 where it costs more, null where a price is unknown. */
  readonly saved: number | null;
}

/** A measure that changes nothing here, and why. */
export interface RefusedMeasure extends Pick<Measure, "id" | "title"> {
  readonly why: Said;
}

export interface SavingsReport {
  /** Of the conversation as it is. */
  readonly before: Totals;
  readonly currency: Currency;
  /** The largest saving first; of what costs the same, in the order in which measures are taken. */
  readonly savings: readonly Saving[];
  readonly refused: readonly RefusedMeasure[];
  /** True where the request is alone: it is weighed as sent five times. */
  readonly isRepeated: boolean;
}

/** What a measure saves; amounts in two currencies are not compared. */
function savedBy(before: Totals, after: Totals): number | null {
  if (before.cost === null || after.cost === null || before.currency !== after.currency) return null;
  const saved = before.cost - after.cost;
  return Math.abs(saved) < NOTHING_SAVED ? 0 : saved;
}

/** Tries every measure, and yields how far it is. Null where the text is no request. */
export function* reportSavings(
  text: string,
  settings: Settings,
  open: DocumentOpener,
): Generator<Progress, SavingsReport | null> {
  const weighed = settingsToWeigh(settings);
  const before = answerWhatIf(text, weighed, open)?.totals;
  if (!before) return null;
  const savings: Saving[] = [];
  const refused: RefusedMeasure[] = [];
  for (const [done, { find, ...measure }] of MEASURES.entries()) {
    yield { done, total: MEASURES.length };
    const found = find({ text, settings: weighed, open });
    const after = found.ok ? answerWhatIf(found.text, found.settings, open)?.totals : undefined;
    if (!found.ok) refused.push({ id: measure.id, title: measure.title, why: found.reason });
    else if (!after)
      refused.push({ id: measure.id, title: measure.title, why: tell("savings.changedNoRequest") });
    else {
      const changed = { text: found.text, settings: keepScenario(found.settings, weighed, settings) };
      savings.push({
        ...measure,
        what: found.what,
        note: found.note ?? null,
        timing: found.timing ?? [],
        change: differenceOf({ text, settings }, changed),
        after,
        saved: savedBy(before, after),
      });
    }
  }
  return {
    before,
    currency: before.currency ?? "USD",
    savings: savings.toSorted((one, other) => (other.saved ?? 0) - (one.saved ?? 0)),
    refused,
    isRepeated: weighed !== settings,
  };
}
