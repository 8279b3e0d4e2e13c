/** What makes a conversation cache that has no marker: markers where they cost the least, once what changes is out of the way. */
import type { Totals } from "../bill/totals";
import type { Settings } from "../pipeline/analysis";
import type { DocumentOpener } from "../pipeline/open-document";
import { answerWhatIf, settingsToWeigh } from "../pipeline/what-if";
import { sayMarkers } from "../placement/describe-placement";
import { previewPlacement } from "../placement/preview-placement";
import { applyEdits } from "../prompt/apply-edits";
import type { Progress } from "../values/progress";
import { type Said, tell } from "../words/message";
import { analyseAside, costOf, keepScenario, NOTHING_SAVED, type Situation } from "./measure";
import { searchBestInSteps } from "./measures/best-placement";
import { moveChangingText } from "./measures/move-changing-text";
import { differenceOf, type SavedChange } from "./saved-change";

export interface UnmarkedQuestion {
  readonly kind: "mend-unmarked";
  readonly text: string;
  readonly settings: Settings;
}

export interface UnmarkedMend {
  /** Imperative, e.g. `Add a marker: end of system`. */
  readonly title: Said;
  /** Whether it moves words that change, besides marking. */
  readonly isMoved: boolean;
  readonly change: SavedChange;
  /** Of the conversation as it is, and with the change; a request alone is weighed as sent several times. */
  readonly before: Totals;
  readonly after: Totals;
}

/** A way to mend it, with what the conversation then costs. */
interface Way extends Situation {
  readonly title: Said;
  readonly cost: number;
}

/** The cheapest markers of a situation as a way; null where none costs less than it does. */
function* placeBest(situation: Situation): Generator<Progress, Way | null> {
  const now = costOf(situation);
  const best = yield* searchBestInSteps(situation);
  if (!best || best.totals.cost === null || now === null) return null;
  if (best.totals.cost > now - NOTHING_SAVED || best.placement.kind === "none") return null;
  const chosen = previewPlacement(situation.text, situation.settings, best.placement);
  if (!chosen.ok) return null;
  const { text, settings } = chosen;
  const count = best.placement.kind === "as-drawn" ? 1 : best.placement.anchors.length;
  const title = tell(count === 1 ? "measures.addMarker" : "measures.addMarkers", {
    places: sayMarkers(best.placement),
  });
  return { ...situation, text, settings, title, cost: best.totals.cost };
}

/** A marker where the lint offers one, the changing words behind it, and then the markers where they cost the least. */
function* moveAndPlace(situation: Situation): Generator<Progress, Way | null> {
  const fix = analyseAside(situation).diagnostics.find(({ rule }) => rule === "no-marker")?.fix;
  if (!fix) return null;
  const marked = { ...situation, text: applyEdits(situation.text, fix.edits) };
  const moved = moveChangingText.find(marked);
  if (!moved.ok) return null;
  const without = { ...marked, text: moved.text, settings: moved.settings };
  const best = (yield* placeBest(without)) ?? {
    ...without,
    title: fix.title,
    cost: costOf(without),
  };
  if (best.cost === null) return null;
  return {
    ...best,
    cost: best.cost,
    title: tell("measures.inTurn", { first: moved.what, second: best.title }),
  };
}

/** Null where markers take effect already, or no way costs less than the conversation does. */
export function* mendUnmarked(
  { text, settings }: Omit<UnmarkedQuestion, "kind">,
  open: DocumentOpener,
): Generator<Progress, UnmarkedMend | null> {
  const weighed = settingsToWeigh(settings);
  const before = answerWhatIf(text, weighed, open)?.totals;
  const situation: Situation = { text, settings: weighed, open };
  if (!before || before.cost === null || analyseAside(situation).request?.breakpoints.length !== 0)
    return null;
  const moved = yield* moveAndPlace(situation);
  const ways = [moved, yield* placeBest(situation)].filter((way) => way !== null);
  const [way] = ways.toSorted((one, other) => one.cost - other.cost);
  const after = way && answerWhatIf(way.text, way.settings, open)?.totals;
  if (!after || way.cost > before.cost - NOTHING_SAVED) return null;
  const changed = { text: way.text, settings: keepScenario(way.settings, weighed, settings) };
  return {
    title: way.title,
    isMoved: way === moved,
    change: differenceOf({ text, settings }, changed),
    before,
    after,
  };
}
