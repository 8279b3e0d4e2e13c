/** The pipeline: text and settings → everything the page shows. One pure function for worker, API and tests. */
import type { Diagnostic } from "../lint/diagnostic";
import { lintErrors } from "../lint/lint";
import type { Analysis, Figures, Settings } from "./analysis";
import { findPlaces, NO_PLACES } from "./find-places";
import { contextOf, lintDocument } from "./lint-document";
import type { DocumentOpener } from "./open-document";
import { placeElsewhere, playElsewhere, viewElsewhere } from "./play-elsewhere";
import { playScript } from "./play-script";
import { viewChanging } from "./view-changing";
import { viewRequest } from "./view-request";
import { showTurn, viewTurn } from "./view-turn";

/** An analysis whose figures are there already. */
export interface BegunAnalysis {
  readonly figures: Figures;
  /** Looks for what is wrong with the text: it waits until it is asked for, because figures are waited for more. */
  lint(): readonly Diagnostic[];
}

/**
 * Opens a document and plays its scenario.
 * Never throws: what is wrong with the text is a diagnostic, and `request` is null when nothing can be measured.
 */
export function beginAnalysis(
  text: string,
  settings: Settings,
  open: DocumentOpener,
  turn = 0,
): BegunAnalysis {
  const { document, errors } = open(text, settings);
  if (!document) {
    return {
      figures: { request: null, places: NO_PLACES, timeline: null, shown: null },
      lint: () => lintErrors(text, errors),
    };
  }
  const { first, turns } = document;
  const { prompt } = first;
  const context = contextOf(text, document, errors, settings);
  const changing = viewChanging(context, settings.scenario, turns[0]?.timed.counter);
  const elsewhere = playElsewhere(document, settings);
  const timeline = elsewhere
    ? { ...viewElsewhere(document, elsewhere), changing: placeElsewhere(changing, first, elsewhere) }
    : { ...playScript(document, settings), changing };
  const request = viewTurn(document, settings, 0) ?? viewRequest(first);
  const shown = showTurn(document, settings, timeline, Math.min(turn, timeline.turns.length - 1), request);
  return {
    figures: { request, places: findPlaces(prompt), timeline, shown },
    lint: () => lintDocument(context, settings),
  };
}

/** The same with the diagnostics, at once. Never throws. */
export function analyse(text: string, settings: Settings, open: DocumentOpener, turn = 0): Analysis {
  const { figures, lint } = beginAnalysis(text, settings, open, turn);
  return { diagnostics: lint(), ...figures };
}
