/** What a marker that is moved in a later request would mean for all of them: each rule that leads there, with its cost. */
import { findModel } from "../offers/catalogue";
import { previewPlacement } from "../placement/preview-placement";
import { listPlaceRules, type PlaceRule } from "../placement/rules-for-place";
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
}

export interface PricedRule extends PlaceRule {
  readonly outcome: WhatIf;
}

/** Rules with the same outcome are one, by the plainest of them. */
export function priceRules(
  { text, settings, turn, stay, to }: Omit<RuleQuestion, "kind">,
  open: DocumentOpener,
): readonly PricedRule[] {
  const turns = open(text, settings).document?.turns;
  const [first, previous, here] = [turns?.[0], turns?.[turn - 1], turns?.[turn]].map(
    (each) => each?.ready.prompt,
  );
  if (!first || !here) return [];
  const model = findModel(here.model ?? settings.model);
  const setting = { prompt: here, previous: previous ?? null, first, model };
  const costs = new Set<number | null>();
  return listPlaceRules(setting, stay, to).flatMap((rule): PricedRule[] => {
    const chosen = previewPlacement(text, settings, rule.placement);
    const outcome = chosen.ok ? answerWhatIf(chosen.text, chosen.settings, open) : null;
    if (!outcome || costs.has(outcome.totals.cost)) return [];
    costs.add(outcome.totals.cost);
    return [{ ...rule, outcome }];
  });
}
