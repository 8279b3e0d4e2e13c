/** What a marker that is moved in a request would mean: each rule that leads there, and that request alone where it is recorded. */
import { findModel } from "../offers/catalogue";
import { previewPlacement } from "../placement/preview-placement";
import { listPlaceRules, type PlaceRule } from "../placement/rules-for-place";
import { applyEdits } from "../prompt/apply-edits";
import { moveMarker } from "../prompt/marker-edits";
import type { Scenario, Turn } from "../timeline/scenario";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";
import { answerWhatIf, type WhatIf } from "./what-if";

export interface RuleQuestion {
  readonly kind: "price-rules";
  readonly text: string;
  readonly settings: Settings;
  /** The request in which the marker is moved, from 1 on. */
  readonly turn: number;
  /** Pointers of the segments at whose ends its other markers stand. */
  readonly stay: readonly string[];
  /** Pointer of the segment it is moved to. */
  readonly to: string;
  /** Pointer of the marker itself in a request given verbatim; absent where it follows from the document. */
  readonly marker?: string;
}

export interface PricedRule extends PlaceRule {
  readonly outcome: WhatIf;
}

/** A request given verbatim with its own marker moved, and all others as they are. */
export interface OwnPlace {
  readonly scenario: Scenario;
  readonly outcome: WhatIf;
}

export interface PricedRules {
  readonly rules: readonly PricedRule[];
  /** Null where the request follows from the document and the turns: it has no marker of its own to move. */
  readonly own: OwnPlace | null;
}

/** The body of a recorded request holds its markers; a placement would write its own over them. */
function priceOwn(
  { text, settings, turn, to, marker }: Omit<RuleQuestion, "kind">,
  open: DocumentOpener,
): OwnPlace | null {
  const { scenario, placement } = settings;
  const index = open(text, settings).document?.turns[turn]?.script.turn ?? -1;
  const body = scenario?.turns[index]?.body;
  if (!scenario || placement || body === undefined || marker === undefined) return null;
  const moved = moveMarker(body, marker, to);
  if (!moved.ok) return null;
  const turns = scenario.turns.with(index, {
    ...(scenario.turns[index] as Turn),
    body: applyEdits(body, moved.edits),
  });
  const changed = { ...scenario, turns };
  const outcome = answerWhatIf(text, { ...settings, scenario: changed }, open);
  return outcome && { scenario: changed, outcome };
}

/** Rules with the same outcome are one, by the plainest of them. */
export function priceRules(question: Omit<RuleQuestion, "kind">, open: DocumentOpener): PricedRules {
  const { text, settings, turn, stay, to } = question;
  const turns = open(text, settings).document?.turns;
  const [first, previous, here] = [turns?.[0], turns?.[turn - 1], turns?.[turn]].map(
    (each) => each?.ready.prompt,
  );
  if (!first || !here) return { rules: [], own: null };
  const model = findModel(here.model ?? settings.model);
  const setting = { prompt: here, previous: previous ?? null, first, model };
  const costs = new Set<number | null>();
  const rules = listPlaceRules(setting, stay, to).flatMap((rule): PricedRule[] => {
    const chosen = previewPlacement(text, settings, rule.placement);
    const outcome = chosen.ok ? answerWhatIf(chosen.text, chosen.settings, open) : null;
    if (!outcome || costs.has(outcome.totals.cost)) return [];
    costs.add(outcome.totals.cost);
    return [{ ...rule, outcome }];
  });
  return { rules, own: priceOwn(question, open) };
}
